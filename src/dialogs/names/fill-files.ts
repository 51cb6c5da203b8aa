/** Key files and documents as the dialog reads them; nothing here knows of a network. */
import { zipSync } from "fflate";
import { fillMarks } from "../../domain/documents/fill-marks";
import { readDelimited } from "../../domain/import/read-delimited";
import { readKeyFile } from "../../domain/people/key-file";
import { GRID_MARK, type SheetGrid } from "../../shared/sheet-grid";
import { readTextFile } from "../../sidebar/model/read-text-file";

export type KeyFile = {
  readonly name: string;
  readonly names: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
};

export type FilledFile = {
  readonly name: string;
  /** The document with names; null when it could not be read. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly filled: number;
  readonly missing: readonly string[];
  readonly doubts: readonly string[];
  /** Why there is no document. */
  readonly problem?: string;
};

export type Filling = {
  readonly files: readonly FilledFile[];
  /** Codes of the key that no document asked for. */
  readonly unused: readonly string[];
};

const MOST_BYTES = 30 * 1024 * 1024;

export async function readKey(file: File): Promise<KeyFile> {
  const read = await readTextFile(file);
  if (!read.ok) {
    return { name: file.name, names: new Map(), problems: [read.message] };
  }
  const texts = read.sheets?.map(({ text }) => text) ?? [read.text];
  const keys = texts.map((text) => readKeyFile(rowsOf(text)));
  // Of a workbook the sheets without codes are let be.
  const withCodes = keys.filter(({ entries }) => entries.length > 0);
  const used = withCodes.length > 0 ? withCodes : keys.slice(0, 1);
  const names = new Map<string, string>();
  for (const { code, name } of used.flatMap(({ entries }) => entries)) {
    if (name !== "" && !names.has(code)) {
      names.set(code, name);
    }
  }
  return {
    name: file.name,
    names,
    problems: used.flatMap(({ problems }) => problems),
  };
}

function rowsOf(text: string): readonly (readonly string[])[] {
  if (!text.startsWith(GRID_MARK)) {
    return readDelimited(text).rows;
  }
  // Made by the reader of .xlsx a moment ago.
  return (JSON.parse(text) as SheetGrid).rows;
}

/** One map of several keys; of two names for a code the first counts. */
export function joinKeys(keys: readonly KeyFile[]): {
  readonly names: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
} {
  const names = new Map<string, string>();
  const problems = keys.flatMap((key) =>
    key.problems.map((problem) => `${key.name}: ${problem}`),
  );
  for (const key of keys) {
    for (const [code, name] of key.names) {
      const known = names.get(code);
      if (known === undefined) {
        names.set(code, name);
      } else if (known !== name) {
        problems.push(
          `${key.name}: у кода ${code} другое имя, чем в файле выше. Взято первое.`,
        );
      }
    }
  }
  return { names, problems };
}

export async function fillFiles(
  documents: readonly File[],
  names: ReadonlyMap<string, string>,
): Promise<Filling> {
  const files: FilledFile[] = [];
  const used = new Set<string>();
  for (const file of documents) {
    const { codes, ...filled } = await fillFile(file, names);
    files.push(filled);
    for (const code of codes) {
      used.add(code);
    }
  }
  return { files, unused: [...names.keys()].filter((code) => !used.has(code)) };
}

async function fillFile(
  file: File,
  names: ReadonlyMap<string, string>,
): Promise<FilledFile & { readonly codes: readonly string[] }> {
  const failed = (problem: string) => ({
    name: file.name,
    bytes: null,
    filled: 0,
    missing: [],
    doubts: [],
    codes: [],
    problem,
  });
  if (file.size > MOST_BYTES) {
    return failed("Файл слишком большой: можно до 30 МБ.");
  }
  const result = fillMarks(new Uint8Array(await file.arrayBuffer()), names);
  if (result === null) {
    return failed(
      "Это не документ Word (.docx), или он повреждён либо закрыт паролем. В Google Документах выберите «Файл → Скачать → Microsoft Word (.docx)».",
    );
  }
  const { bytes, filled, missing, doubts, used } = result;
  return {
    name: nameWithNames(file.name),
    bytes,
    filled,
    missing,
    doubts,
    codes: used,
  };
}

function nameWithNames(name: string): string {
  return name.replace(/(?:\.docx)?$/i, " – с именами.docx");
}

/** All documents in one archive; equal names are told apart by a number. */
export function packFiles(
  files: readonly FilledFile[],
): Uint8Array<ArrayBuffer> {
  const parts: Record<string, Uint8Array> = {};
  for (const { name, bytes } of files) {
    if (bytes !== null) {
      let free = name;
      for (let number = 2; parts[free] !== undefined; number++) {
        free = name.replace(/\.docx$/, ` (${number}).docx`);
      }
      parts[free] = bytes;
    }
  }
  return zipSync(parts, { level: 0 });
}
