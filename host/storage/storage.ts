/** The workspace folder: documents of plain JSON saved together, files, lines of text. */
import { diskFiles, type Files, memoryFiles } from "./files";
import { putAside, upgrade } from "./formats";
import { type Journal, openJournal, type Texts } from "./journal";

/** One JSON document of the workspace, held in memory. */
export type StoredDocument<T> = {
  readonly get: () => T;
  /** Replaces the value; it reaches the disk with the next save. */
  readonly set: (value: T) => void;
};

/** A document too big to be written whole at every save. */
export type ChangedDocument<T, C> = {
  /** The value that was written whole last; for the opening only. */
  readonly base: T;
  /** What has changed it since, oldest first. */
  readonly changes: readonly C[];
  /** Remembers a change, plain JSON, for the next save. */
  readonly append: (change: C) => void;
  /** From now on the whole value is asked for here. */
  readonly follow: (whole: () => T) => void;
};

/** Everything the host keeps. Paths are relative to the workspace folder. */
export type Storage = {
  /**
   * The document of this name. The same name gives the same document.
   * @param initial - Value when there is none yet; plain JSON.
   */
  readonly document: <T>(name: string, initial: T) => StoredDocument<T>;
  /** The same for a big document, which has one owner. */
  readonly changing: <T, C>(name: string, initial: T) => ChangedDocument<T, C>;
  /** Replaces a file at once, atomically. */
  readonly putFile: (path: string, bytes: Uint8Array) => void;
  /** The file's bytes, or null when there is none. */
  readonly getFile: (path: string) => Uint8Array | null;
  /** Gone for the caller; from the disk with the next save. */
  readonly deleteFile: (path: string) => void;
  /** Adds one line to a text file. */
  readonly appendLine: (path: string, line: string) => void;
  /** Replaces a text file, one line each. */
  readonly putLines: (path: string, lines: readonly string[]) => void;
  /** Lines of a text file, [] when there is none. */
  readonly lines: (path: string) => readonly string[];
  /** Saves every change since the last save: all of them or, when killed, none. */
  readonly flush: () => void;
  /** Saves, and leaves little to read at the next opening. */
  readonly close: () => void;
};

type Entry = {
  value: unknown;
  /** Whether it belongs into the state: stored once, or set. */
  isKept: boolean;
  isDirty: boolean;
  /** JSON texts of changes not saved yet. */
  pending: string[];
  whole?: () => unknown;
  /** Never written whole: its changes alone would say nothing. */
  isNew?: boolean;
};

/** Above this a clean end writes the documents whole; bytes of the journal. */
const SMALL_JOURNAL = 200_000;

/**
 * @param folder - Workspace folder; null keeps everything in memory.
 * @param empty - Starts with nothing; what the folder has is put aside.
 * @throws Error with a Russian message when the folder was written by a newer
 *   version or is damaged.
 */
export function openStorage(folder: string | null, empty = false): Storage {
  if (folder === null) return storageOver(memoryFiles(), null);
  const files = diskFiles(folder);
  const stamp = new Date().toISOString().replace(/[:.]/g, "-");
  if (empty) putAside(files, stamp);
  upgrade(files, stamp);
  return storageOver(files, openJournal(files));
}

function storageOver(files: Files, journal: Journal | null): Storage {
  const entries = new Map<string, Entry>();
  const deleted = new Set<string>();
  for (const [name, value] of journal?.stored.documents ?? []) {
    entries.set(name, { value, isKept: true, isDirty: false, pending: [] });
  }

  function entryOf(name: string, value: unknown): Entry {
    const fresh = { value, isKept: false, isDirty: false, pending: [] };
    const entry = entries.get(name) ?? fresh;
    entries.set(name, entry);
    return entry;
  }

  function wholeTexts(): Texts {
    const kept = [...entries].filter(([, entry]) => entry.isKept);
    return new Map(
      kept.map(([name, { whole, value }]) => [
        name,
        JSON.stringify(whole === undefined ? value : whole()),
      ]),
    );
  }

  function save(): void {
    const changed = [...entries].filter(([, entry]) => entry.isDirty);
    if (journal === null || changed.length === 0) return;
    const documents = new Map<string, string>();
    const changes = new Map<string, readonly string[]>();
    for (const [name, entry] of changed) {
      if (entry.whole === undefined) {
        documents.set(name, JSON.stringify(entry.value));
      } else {
        changes.set(name, entry.pending);
      }
    }
    const isNew = changed.some(([, entry]) => entry.isNew);
    if (isNew || !journal.append(documents, changes)) {
      journal.rewrite(wholeTexts());
    }
    for (const [, entry] of changed) {
      Object.assign(entry, { isDirty: false, isNew: false, pending: [] });
    }
  }

  function flush(): void {
    save();
    for (const path of deleted) files.remove(path);
    deleted.clear();
  }

  return {
    document<T>(name: string, initial: T): StoredDocument<T> {
      const entry = entryOf(name, initial);
      return {
        get: () => entry.value as T,
        set: (value) => {
          Object.assign(entry, { value, isKept: true, isDirty: true });
        },
      };
    },
    changing<T, C>(name: string, initial: T): ChangedDocument<T, C> {
      const entry = entryOf(name, initial);
      return {
        base: entry.value as T,
        changes: (journal?.stored.changes.get(name) ?? []) as readonly C[],
        append(change) {
          if (journal === null) return;
          entry.isDirty = true;
          entry.pending.push(JSON.stringify(change));
        },
        follow(whole) {
          const isNew = !entry.isKept;
          const isDirty = isNew || entry.isDirty;
          Object.assign(entry, { whole, isNew, isDirty });
          Object.assign(entry, { isKept: true, value: null });
          journal?.stored.changes.delete(name);
        },
      };
    },
    putFile(path, bytes) {
      deleted.delete(path);
      files.put(path, bytes);
    },
    getFile: (path) => (deleted.has(path) ? null : files.get(path)),
    deleteFile: (path) => void deleted.add(path),
    appendLine: (path, line) => files.append(path, `${line}\n`),
    putLines: (path, lines) =>
      files.put(path, Buffer.from(lines.map((line) => `${line}\n`).join(""))),
    lines: (path) => linesOf(files, path),
    flush,
    close() {
      flush();
      if (journal !== null && journal.size() > SMALL_JOURNAL) {
        journal.rewrite(wholeTexts());
      }
    },
  };
}

/** A line cut off by a kill is ended first, so that the next one stands alone. */
function linesOf(files: Files, path: string): readonly string[] {
  const bytes = files.get(path);
  if (bytes === null || bytes.length === 0) return [];
  const text = Buffer.from(bytes).toString("utf8");
  if (!text.endsWith("\n")) files.append(path, "\n");
  return text.split("\n").filter((line) => line !== "");
}
