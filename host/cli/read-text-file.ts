/** Reads a text file that a command names. */
import { readFileSync } from "node:fs";
import { decodeText } from "../exchange/decode-text";
import { CommandError } from "./failure";

/**
 * UTF-8, UTF-16 with a byte order mark, otherwise windows-1251.
 *
 * @throws CommandError when the file cannot be read.
 */
export function readTextFile(path: string): string {
  return decodeText(readBytes(path));
}

/** @throws CommandError when the file cannot be read. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new CommandError(`Файл не читается: ${path}.`, { cause });
  }
}
