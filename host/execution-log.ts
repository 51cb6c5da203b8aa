/** The file of finished executions: one JSON line each. */
import type { Storage } from "./storage/storage";
import type { ExecutionResult } from "./types";

export const LOG_FILE = "executions.jsonl";
/** Finished executions kept at hand. */
export const KEPT_EXECUTIONS = 1_000;
/** Lines at which the file is cut to those. */
const LONG_LOG = 5_000;

/**
 * The line kept of an execution. What a function returned holds personal data
 * and is left out; of a refusal the code stays.
 */
export function logLine({ value, ...kept }: ExecutionResult): string {
  const code = refusalCode(value);
  return JSON.stringify(
    code === null
      ? kept
      : {
          ...kept,
          value: JSON.stringify({
            ok: false,
            code,
            message: `Отказ (${code}). Текст отказа не хранится.`,
          }),
        },
  );
}

function refusalCode(value: unknown): string | null {
  if (typeof value !== "string" || !value.startsWith('{"ok":false')) {
    return null;
  }
  return /"code":"(\w{1,40})"/.exec(value)?.[1] ?? "UNKNOWN";
}

/** The last executions, oldest first; a file grown long is cut to them. */
export function readLog(storage: Storage): ExecutionResult[] {
  const lines = storage.lines(LOG_FILE);
  const kept = lines.slice(-KEPT_EXECUTIONS);
  if (lines.length > LONG_LOG) storage.putLines(LOG_FILE, kept);
  return kept.flatMap((line): ExecutionResult[] => {
    try {
      return [JSON.parse(line) as ExecutionResult];
    } catch {
      // A line cut off by a kill; the others still count.
      return [];
    }
  });
}
