/** A folder for books that several tests begin with, gone when the tests have ended. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

/** Names the folder to the workers. */
export const FOLDER_VARIABLE = "PREPARED_BOOKS";

export function setup(project: TestProject) {
  // Every project comes here: the first makes the folder for all.
  if (process.env[FOLDER_VARIABLE] !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "prepared-books-"));
  process.env[FOLDER_VARIABLE] = folder;
  const empty = () => rmSync(folder, { recursive: true, force: true });
  project.onTestsRerun(() => {
    // The code that made the books may be another one now.
    empty();
    mkdirSync(folder);
  });
  return empty;
}
