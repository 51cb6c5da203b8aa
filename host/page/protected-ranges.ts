/** Which protected range an edit would change. */
import { footprint, overlap } from "../server/footprint";
import type { BookMutation, ProtectedArea } from "../types";

const REMOVED_LINES = /^sheet\.mutation\.remove-(?:rows?|col)$/;
const REMOVED_TAB = "sheet.mutation.remove-sheet";

/** The first protection that one of the mutations touches; null for none. */
export function protectionOf(
  mutations: readonly BookMutation[],
  protections: readonly ProtectedArea[],
): ProtectedArea | null {
  return (
    protections.find((one) =>
      mutations.some((mutation) => touches(mutation, one)),
    ) ?? null
  );
}

function touches(mutation: BookMutation, protection: ProtectedArea) {
  const { sheetId, area, unprotected = [] } = protection;
  const cells = {
    kind: "cells",
    sheet: sheetId,
    top: area?.startRow ?? 0,
    bottom: area?.endRow ?? Number.POSITIVE_INFINITY,
    left: area?.startColumn ?? 0,
    right: area?.endColumn ?? Number.POSITIVE_INFINITY,
  } as const;
  const written = footprint(mutation);
  if (written.kind === "cells") {
    const isFree = unprotected.some(
      (free) =>
        written.top >= free.startRow &&
        written.bottom <= free.endRow &&
        written.left >= free.startColumn &&
        written.right <= free.endColumn,
    );
    return !isFree && overlap(written, cells);
  }
  const { subUnitId, range } = (mutation.params ?? {}) as {
    readonly subUnitId?: unknown;
    readonly range?: {
      readonly startRow: number;
      readonly endRow: number;
      readonly startColumn: number;
      readonly endColumn: number;
    };
  };
  if (subUnitId !== sheetId) return false;
  if (mutation.id === REMOVED_TAB) return true;
  if (!REMOVED_LINES.test(mutation.id) || range === undefined) return false;
  const removed = {
    kind: "cells",
    sheet: sheetId,
    top: range.startRow,
    bottom: range.endRow,
    left: range.startColumn,
    right: range.endColumn,
  } as const;
  return overlap(removed, cells);
}
