/**
 * The state of a workspace on the disk: `workspace.json` with every document
 * whole, and a journal of what changed since. One save is one line of the
 * journal, so a kill leaves all of it or nothing.
 */
import type { Files } from "./files";

export const STATE = "workspace.json";
/**
 * Version of what is written here; formats.ts brings older ones up to it.
 * Since 3 the cells of the book are packed.
 */
export const FORMAT = 3;

const JOURNAL = /^journal-\d+\.jsonl$/;
/** The journal may grow to this, bytes: it is read at every opening. */
const ROOM = 1_000_000;

/** Contents of workspace.json. */
type State = {
  readonly format: number;
  /** Its journal is `journal-<generation>.jsonl`; every other one is over. */
  readonly generation: number;
  readonly documents: Readonly<Record<string, unknown>>;
};

/** One line of the journal: one save. */
type Save = {
  /** Documents that have a new value. */
  readonly documents?: Readonly<Record<string, unknown>>;
  /** Changes of documents that are not written whole, oldest first. */
  readonly changes?: Readonly<Record<string, readonly unknown[]>>;
};

export type Stored = {
  readonly documents: Map<string, unknown>;
  readonly changes: Map<string, unknown[]>;
};

/** JSON texts by document name. */
export type Texts = ReadonlyMap<string, string>;

export type Journal = {
  /** What was there at the opening. */
  readonly stored: Stored;
  /** False when one line would make the journal too long: write whole. */
  readonly append: (
    documents: Texts,
    changes: ReadonlyMap<string, readonly string[]>,
  ) => boolean;
  /** Writes every document whole and begins a new journal. */
  readonly rewrite: (documents: Texts) => void;
  /** Bytes in the journal. */
  readonly size: () => number;
};

/** @throws Error with a Russian message when a file is damaged. */
export function openJournal(files: Files): Journal {
  const state = readState(files);
  let { generation } = state;
  const path = () => `journal-${generation}.jsonl`;
  const { saves, length } = readSaves(files, path());
  let size = length;
  let isWritten = files.start(STATE, 1) !== "";
  removeOthers(files, path());

  return {
    stored: replay(state, saves),
    size: () => size,
    append(documents, changes) {
      if (!isWritten) return false;
      const lists = [...changes].map(
        ([name, list]) => [name, `[${list.join(",")}]`] as const,
      );
      const line = `{"documents":${objectOf(documents)},"changes":${objectOf(lists)}}\n`;
      const bytes = Buffer.byteLength(line);
      if (size + bytes > ROOM) return false;
      files.appendDurably(path(), line);
      size += bytes;
      return true;
    },
    rewrite(documents) {
      const next = generation + 1;
      const text = `{"format":${FORMAT},"generation":${next},"documents":${objectOf(documents)}}`;
      const bytes = Buffer.from(text);
      files.put(STATE, bytes);
      const old = path();
      generation = next;
      size = 0;
      isWritten = true;
      files.remove(old);
    },
  };
}

function objectOf(texts: Iterable<readonly [string, string]>): string {
  const members = [...texts].map(
    ([name, text]) => `${JSON.stringify(name)}:${text}`,
  );
  return `{${members.join(",")}}`;
}

function readState(files: Files): State {
  const bytes = files.get(STATE);
  if (bytes === null) return { format: FORMAT, generation: 0, documents: {} };
  try {
    return JSON.parse(textOf(bytes)) as State;
  } catch (cause) {
    throw new Error(
      `Файл ${STATE} рабочей папки повреждён. Возьмите его из резервной копии или начните с другой папки (--workspace).`,
      { cause },
    );
  }
}

/** No copy: the file may be big. */
function textOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("utf8");
}

/** A last line cut off by a kill was never answered for: it is taken away. */
function readSaves(
  files: Files,
  path: string,
): { readonly saves: readonly Save[]; readonly length: number } {
  const bytes = Buffer.from(files.get(path) ?? []);
  const saves: Save[] = [];
  let start = 0;
  for (;;) {
    const end = bytes.indexOf("\n", start);
    if (end < 0) break;
    const save = parse(bytes.toString("utf8", start, end));
    if (save === null) break;
    saves.push(save);
    start = end + 1;
  }
  if (start < bytes.length) {
    const rest = bytes.subarray(start);
    if (
      rest
        .toString("utf8")
        .split("\n")
        .slice(1)
        .some((line) => parse(line))
    ) {
      throw new Error(
        `Файл ${path} рабочей папки повреждён в строке ${saves.length + 1}. Сохраните его копию, удалите строки начиная с этой и откройте снова: сделанное до неё останется.`,
      );
    }
    files.truncate(path, start);
  }
  return { saves, length: start };
}

function parse(line: string): Save | null {
  try {
    return JSON.parse(line) as Save | null;
  } catch {
    return null;
  }
}

function replay(state: State, saves: readonly Save[]): Stored {
  const documents = new Map(Object.entries(state.documents));
  const changes = new Map<string, unknown[]>();
  for (const save of saves) {
    for (const [name, value] of Object.entries(save.documents ?? {})) {
      documents.set(name, value);
    }
    for (const [name, list] of Object.entries(save.changes ?? {})) {
      const known = changes.get(name) ?? [];
      known.push(...list);
      changes.set(name, known);
    }
  }
  return { documents, changes };
}

function removeOthers(files: Files, path: string): void {
  for (const name of files.names()) {
    const isOver = JOURNAL.test(name) && name !== path;
    if (isOver || name.endsWith(".tmp")) files.remove(name);
  }
}
