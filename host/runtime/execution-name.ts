/** How the execution log names what ran: the menu item, or the method the panel asked for. */
import type { ExecutionRequest, ExecutionResult } from "../types";

const MAX_CAPTION = 100;
/** An identifier; nothing a curator typed looks like one and stands first. */
const METHOD = /^[A-Za-z]\w{0,59}$/;

/**
 * Arguments hold personal data and stay out of the log: only the method and
 * the action's id are taken from them.
 */
export function nameOf(
  request: ExecutionRequest,
): Pick<ExecutionResult, "caption" | "method"> {
  const { caption, kind, args } = request;
  if (typeof caption === "string" && caption !== "") {
    return { caption: caption.slice(0, MAX_CAPTION) };
  }
  const [method, input] = kind === "rpc" ? (args ?? []) : [];
  if (typeof method !== "string" || !METHOD.test(method)) return {};
  const action = actionOf(input);
  return { method: action === null ? method : `${method} ${action}` };
}

/** `action` of the panel's JSON text, null when there is none. */
function actionOf(input: unknown): string | null {
  if (typeof input !== "string") return null;
  const found = /"action":"([A-Za-z]\w{0,59})"/.exec(input);
  return found?.[1] ?? null;
}
