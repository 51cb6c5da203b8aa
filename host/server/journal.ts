/** The execution log as the page gets it: what is new since it last asked. */
import { Hono } from "hono";
import type { ExecutionResult, Host } from "../types";
import type { Journal, JournalEntry } from "./protocol";

export function journalRoutes(host: Host): Hono {
  const routes = new Hono();
  routes.get("/api/journal", (context) => {
    const after = context.req.query("after") ?? null;
    return context.json(journalOf(host.executions(), after) as never);
  });
  return routes;
}

/**
 * @param executions - Oldest first.
 * @param after - Id of the newest entry the page has, null when it has none.
 */
export function journalOf(
  executions: readonly ExecutionResult[],
  after: string | null,
): Journal {
  const known = executions.findIndex(({ id }) => id === after);
  const entries = executions
    .slice(known + 1)
    .reverse()
    .map(entryOf);
  return { isWhole: known === -1, entries };
}

/** Return values hold personal data and stay; a refusal among them is told. */
function entryOf({ value, ...shown }: ExecutionResult): JournalEntry {
  const refusal = shown.kind === "rpc" ? refusalIn(value) : null;
  return refusal === null ? shown : { ...shown, refusal };
}

/** What the add-on answers its panel when it caught an error itself. */
function refusalIn(value: unknown): string | null {
  if (typeof value !== "string" || !value.startsWith('{"ok":false')) {
    return null;
  }
  try {
    const { message } = JSON.parse(value) as { readonly message?: unknown };
    return typeof message === "string" ? message : null;
  } catch {
    return null;
  }
}
