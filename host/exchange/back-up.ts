/** A copy of the workspace folder beside it, before its book is replaced. */
import { cpSync, existsSync } from "node:fs";
import { basename } from "node:path";

/** Belongs to the running process, not to the data. */
const NOT_COPIED: ReadonlySet<string> = new Set(["host.lock.json"]);

/**
 * Copies the saved folder; call it right after a save.
 *
 * @param now - Time in the copy's name, to the second, in UTC.
 * @returns The copy's folder.
 */
export function backUp(folder: string, now: Date): string {
  const stamp = now
    .toISOString()
    .slice(0, 19)
    .replace(/[-:]/g, "")
    .replace("T", "-");
  let target = `${folder}.backup-${stamp}`;
  for (let number = 2; existsSync(target); number += 1) {
    target = `${folder}.backup-${stamp}-${number}`;
  }
  cpSync(folder, target, {
    recursive: true,
    filter: (path) => !NOT_COPIED.has(basename(path)),
  });
  return target;
}
