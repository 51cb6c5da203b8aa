/** Reads a file that a command names. */
import { readFileSync } from "node:fs";
import { CommandError } from "./failure";

/** @throws CommandError when the file cannot be read. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new CommandError(`Файл не читается: ${path}.`, { cause });
  }
}
