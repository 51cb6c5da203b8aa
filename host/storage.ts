/** The workspace folder: JSON documents and files, written atomically. */
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join, normalize, sep } from "node:path";

/** One JSON document of the workspace, held in memory. */
export type StoredDocument<T> = {
  readonly get: () => T;
  /** Replaces the value; it reaches the disk with the next save. */
  readonly set: (value: T) => void;
};

/** Everything the host keeps. Paths are relative to the workspace folder. */
export type Storage = {
  /**
   * The document `<name>.json`. The same name gives the same document.
   * @param initial - Value when there is no file yet; plain JSON.
   * @throws Error when the stored file is not JSON.
   */
  readonly document: <T>(name: string, initial: T) => StoredDocument<T>;
  /** Replaces a file at once, atomically. */
  readonly putFile: (path: string, bytes: Uint8Array) => void;
  /** The file's bytes, or null when there is none. */
  readonly getFile: (path: string) => Uint8Array | null;
  readonly deleteFile: (path: string) => void;
  /** Adds one line to a text file. */
  readonly appendLine: (path: string, line: string) => void;
  /** Lines of a text file, [] when there is none. */
  readonly lines: (path: string) => readonly string[];
  /** Writes every changed document. */
  readonly flush: () => void;
};

type Held = { value: unknown; dirty: boolean };

/**
 * @param folder - Workspace folder; null keeps everything in memory.
 * @param empty - Starts with nothing, even when the folder has files.
 */
export function openStorage(folder: string | null, empty = false): Storage {
  const files = folder === null ? memoryFiles() : diskFiles(folder);
  const held = new Map<string, Held>();
  if (empty) files.clear();

  return {
    document<T>(name: string, initial: T): StoredDocument<T> {
      const entry = held.get(name) ?? readDocument(files, name, initial);
      held.set(name, entry);
      return {
        get: () => entry.value as T,
        set: (value) => {
          entry.value = value;
          entry.dirty = true;
        },
      };
    },
    putFile: files.put,
    getFile: files.get,
    deleteFile: files.remove,
    appendLine: (path, line) => files.append(path, `${line}\n`),
    lines: (path) => splitLines(files.get(path)),
    flush() {
      for (const [name, entry] of held) {
        if (!entry.dirty) continue;
        files.put(`${name}.json`, encodeJson(entry.value));
        entry.dirty = false;
      }
    },
  };
}

type Files = {
  readonly get: (path: string) => Uint8Array | null;
  readonly put: (path: string, bytes: Uint8Array) => void;
  readonly remove: (path: string) => void;
  readonly append: (path: string, text: string) => void;
  readonly clear: () => void;
};

function readDocument(files: Files, name: string, initial: unknown): Held {
  const bytes = files.get(`${name}.json`);
  if (bytes === null) return { value: initial, dirty: false };
  try {
    return {
      value: JSON.parse(Buffer.from(bytes).toString("utf8")),
      dirty: false,
    };
  } catch (cause) {
    throw new Error(`storage: ${name}.json is not readable JSON`, { cause });
  }
}

function encodeJson(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value), "utf8");
}

function splitLines(bytes: Uint8Array | null): readonly string[] {
  if (bytes === null) return [];
  const text = Buffer.from(bytes).toString("utf8");
  return text.split("\n").filter((line) => line !== "");
}

function memoryFiles(): Files {
  const files = new Map<string, Uint8Array>();
  return {
    get: (path) => files.get(path) ?? null,
    put: (path, bytes) => void files.set(path, Uint8Array.from(bytes)),
    remove: (path) => void files.delete(path),
    append(path, text) {
      const before = files.get(path) ?? new Uint8Array();
      files.set(path, Buffer.concat([before, Buffer.from(text, "utf8")]));
    },
    clear: () => files.clear(),
  };
}

/** Names this module ever writes; `clear` removes only these. */
const OWN_ENTRIES = /\.(json|jsonl)$|^files$/;

function diskFiles(folder: string): Files {
  mkdirSync(folder, { recursive: true });
  const inside = (path: string): string => {
    const full = normalize(join(folder, path));
    if (!full.startsWith(normalize(folder) + sep)) {
      throw new RangeError(`storage: ${path} lies outside the workspace`);
    }
    return full;
  };
  return {
    get(path) {
      const full = inside(path);
      return existsSync(full) ? readFileSync(full) : null;
    },
    put: (path, bytes) => writeAtomically(inside(path), bytes),
    remove: (path) => rmSync(inside(path), { force: true }),
    append(path, text) {
      const full = inside(path);
      mkdirSync(dirname(full), { recursive: true });
      appendFileSync(full, text);
    },
    clear() {
      for (const name of readdirSync(folder)) {
        if (OWN_ENTRIES.test(name)) {
          rmSync(join(folder, name), { recursive: true, force: true });
        }
      }
    },
  };
}

function writeAtomically(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  const file = openSync(temporary, "w");
  try {
    let written = 0;
    while (written < bytes.length) {
      written += writeSync(file, bytes, written);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}
