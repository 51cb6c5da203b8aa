/** Reads what a page sent: another program may speak on its socket. */
import type { CellArea, PageSelection } from "../types";
import type { ClientMessage } from "./protocol";

const KINDS = new Set(["menu", "rpc", "simple-trigger"]);

/** The message if it has the shape of one, null otherwise. */
export function readMessage(text: string): ClientMessage | null {
  try {
    const message = JSON.parse(text) as ClientMessage;
    switch (message.type) {
      case "edit":
        return Number.isInteger(message.base) &&
          Number.isInteger(message.batch) &&
          Array.isArray(message.mutations)
          ? message
          : null;
      case "execute":
        return Number.isInteger(message.call) &&
          typeof message.request?.functionName === "string" &&
          KINDS.has(message.request.kind) &&
          isSelection(message.request.selection)
          ? message
          : null;
      case "answer-alert":
        return typeof message.id === "string" &&
          typeof message.button === "string" &&
          typeof (message.text ?? "") === "string"
          ? message
          : null;
      default:
        return null;
    }
  } catch {
    return null;
  }
}

/** Absent, or of the right shape. */
function isSelection(selection: unknown): boolean {
  if (selection === undefined) return true;
  const { sheetId, areas, current } = (selection ??
    {}) as Partial<PageSelection>;
  return (
    typeof sheetId === "string" &&
    Array.isArray(areas) &&
    areas.length > 0 &&
    [...areas, current].every(isArea)
  );
}

function isArea(area: Partial<CellArea> | null | undefined): boolean {
  const { startRow, endRow, startColumn, endColumn } = area ?? {};
  return isSpan(startRow, endRow) && isSpan(startColumn, endColumn);
}

function isSpan(from: number | undefined, to: number | undefined): boolean {
  return (
    Number.isInteger(from) &&
    Number.isInteger(to) &&
    0 <= Number(from) &&
    Number(from) <= Number(to)
  );
}
