/** The file of finished executions: one JSON line each. */
import type { ExecutionResult } from "./types";

export const LOG_FILE = "executions.jsonl";
/** Finished executions kept at hand; the file has them all. */
export const KEPT_EXECUTIONS = 1_000;

/** The last executions of the file's lines, oldest first. */
export function readLog(lines: readonly string[]): ExecutionResult[] {
  return lines.slice(-KEPT_EXECUTIONS).flatMap((line): ExecutionResult[] => {
    try {
      return [JSON.parse(line) as ExecutionResult];
    } catch {
      // A line cut off by a power failure; the others still count.
      return [];
    }
  });
}
