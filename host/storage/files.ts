/** Files of the workspace folder, or of memory: what the storage needs of a file system. */
import {
  appendFileSync,
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join, normalize, sep } from "node:path";

/** Paths are relative to the folder; one that leads out of it is a RangeError. */
export type Files = {
  /** Names in the folder itself. */
  readonly names: () => readonly string[];
  readonly get: (path: string) => Uint8Array | null;
  /** The first bytes of a file as text, "" when there is none. */
  readonly start: (path: string, bytes: number) => string;
  /** Replaces a file: a reader finds the old bytes or the new, whole. */
  readonly put: (path: string, bytes: Uint8Array) => void;
  /** Files and folders; nothing when there is none. */
  readonly remove: (path: string) => void;
  readonly rename: (from: string, to: string) => void;
  /** Files and folders. */
  readonly copy: (from: string, to: string) => void;
  readonly append: (path: string, text: string) => void;
  /** Appends, and is on the disk when it returns. */
  readonly appendDurably: (path: string, text: string) => void;
  /** Cuts a file off after so many bytes. */
  readonly truncate: (path: string, length: number) => void;
};

export function memoryFiles(): Files {
  const files = new Map<string, Uint8Array>();
  const append = (path: string, text: string): void => {
    const before = files.get(path) ?? new Uint8Array();
    files.set(path, Buffer.concat([before, Buffer.from(text, "utf8")]));
  };
  return {
    names: () => [...new Set([...files.keys()].map(firstPart))],
    get: (path) => files.get(path) ?? null,
    start: (path, bytes) =>
      Buffer.from((files.get(path) ?? []).slice(0, bytes)).toString("utf8"),
    put: (path, bytes) => void files.set(path, Uint8Array.from(bytes)),
    remove(path) {
      for (const name of [...files.keys()]) {
        if (name === path || name.startsWith(`${path}/`)) files.delete(name);
      }
    },
    rename(from, to) {
      for (const [name, bytes] of [...files]) {
        if (name !== from && !name.startsWith(`${from}/`)) continue;
        files.delete(name);
        files.set(to + name.slice(from.length), bytes);
      }
    },
    copy(from, to) {
      for (const [name, bytes] of [...files]) {
        if (name !== from && !name.startsWith(`${from}/`)) continue;
        files.set(to + name.slice(from.length), bytes);
      }
    },
    append,
    appendDurably: append,
    truncate: (path, length) =>
      void files.set(
        path,
        (files.get(path) ?? new Uint8Array()).slice(0, length),
      ),
  };
}

function firstPart(path: string): string {
  return path.split("/")[0] ?? path;
}

export function diskFiles(folder: string): Files {
  mkdirSync(folder, { recursive: true });
  const inside = (path: string): string => {
    const full = normalize(join(folder, path));
    if (!full.startsWith(normalize(folder) + sep)) {
      throw new RangeError(`storage: ${path} lies outside the workspace`);
    }
    return full;
  };
  const made = (path: string): string => {
    const full = inside(path);
    mkdirSync(dirname(full), { recursive: true });
    return full;
  };
  return {
    names: () => readdirSync(folder),
    get(path) {
      const full = inside(path);
      return existsSync(full) ? readFileSync(full) : null;
    },
    start(path, bytes) {
      const full = inside(path);
      if (!existsSync(full)) return "";
      const file = openSync(full, "r");
      try {
        const start = Buffer.alloc(bytes);
        return start.toString("utf8", 0, readSync(file, start, 0, bytes, 0));
      } finally {
        closeSync(file);
      }
    },
    put: (path, bytes) => writeAtomically(made(path), bytes),
    remove: (path) => rmSync(inside(path), { recursive: true, force: true }),
    rename: (from, to) => renameSync(inside(from), made(to)),
    copy: (from, to) => cpSync(inside(from), made(to), { recursive: true }),
    append: (path, text) => appendFileSync(made(path), text),
    appendDurably: (path, text) =>
      withFile(made(path), "a", (file) => writeAll(file, Buffer.from(text))),
    truncate: (path, length) =>
      withFile(inside(path), "r+", (file) => ftruncateSync(file, length)),
  };
}

function writeAtomically(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  withFile(temporary, "w", (file) => writeAll(file, bytes));
  renameSync(temporary, path);
}

/** Opens, works, and waits until the disk has it. */
function withFile(
  path: string,
  flags: string,
  work: (file: number) => void,
): void {
  const file = openSync(path, flags);
  try {
    work(file);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(file, bytes, written);
  }
}
