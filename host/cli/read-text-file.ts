/** Reads a text file in the encodings Russian offices save lists in. */
import { readFileSync } from "node:fs";
import { CommandError } from "./failure";

/**
 * UTF-8, UTF-16 with a byte order mark, otherwise windows-1251.
 *
 * @throws CommandError when the file cannot be read.
 */
export function readTextFile(path: string): string {
  const bytes = readBytes(path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return new TextDecoder("utf-16le").decode(bytes);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new CommandError(`Файл не читается: ${path}.`, { cause });
  }
}
