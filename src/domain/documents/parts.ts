/** A .docx as docxtemplater handles it: parts by path, packed at the end. */
import { strFromU8, strToU8, zipSync } from "fflate";
import { toBase64 } from "../base64";

/** One time for every part: the same data give the same bytes. */
const PART_DATE = new Date(2026, 0, 1);

type Part = {
  readonly name: string;
  readonly dir: false;
  readonly bytes: Uint8Array;
  readonly asText: () => string;
};

/** The little of a zip that docxtemplater asks for. */
export type Parts = {
  readonly files: Readonly<Record<string, Part>>;
  /** A part, found or made; those with a matching name for a pattern. */
  readonly file: {
    (pattern: RegExp): readonly Part[];
    (name: string, content?: string | Uint8Array): Part | null;
  };
  readonly remove: (name: string) => void;
};

export function makeParts(texts: Readonly<Record<string, string>>): Parts {
  const files: Record<string, Part> = {};
  const put = (name: string, content: string | Uint8Array) => {
    const bytes = typeof content === "string" ? strToU8(content) : content;
    files[name] = { name, dir: false, bytes, asText: () => strFromU8(bytes) };
  };
  function file(pattern: RegExp): readonly Part[];
  function file(name: string, content?: string | Uint8Array): Part | null;
  function file(
    name: string | RegExp,
    content?: string | Uint8Array,
  ): readonly Part[] | Part | null {
    if (typeof name !== "string") {
      return Object.values(files).filter((part) => name.test(part.name));
    }
    if (content !== undefined) {
      put(name, content);
    }
    return files[name] ?? null;
  }
  for (const [name, text] of Object.entries(texts)) {
    put(name, text);
  }
  return {
    files,
    file,
    remove: (name) => {
      delete files[name];
    },
  };
}

/** The .docx, base64 without line breaks. */
export function packParts({ files }: Parts): string {
  const bytes = Object.fromEntries(
    Object.values(files).map((part) => [part.name, part.bytes]),
  );
  return toBase64(zipSync(bytes, { mtime: PART_DATE }));
}
