/** Which part of the book a mutation touches, so that edits made at the same time are told apart. */
import type { BookMutation } from "../types";

export type Footprint =
  /** Rows, columns or tabs moved: positions of everything else may differ. */
  | { readonly kind: "structure" }
  /** 0-based inclusive rectangle of cells. */
  | {
      readonly kind: "cells";
      readonly sheet: string;
      readonly top: number;
      readonly bottom: number;
      readonly left: number;
      readonly right: number;
    }
  /** Widths, colours, notes, rules: the last one wins and nothing is lost. */
  | { readonly kind: "looks" };

const SET_VALUES = "sheet.mutation.set-range-values";
const STRUCTURE =
  /(?:insert|remove|delete|move|reorder|copy-worksheet|sheet-order)/;
/** Mutations about things that lie beside the grid; no position changes. */
const BESIDE =
  /note|rule|conditional|protection|permission|name|style|theme|filter|numfmt|merge/i;

/** The part of the book this mutation writes. */
export function footprint(mutation: BookMutation): Footprint {
  if (mutation.id === SET_VALUES) {
    return cells(mutation.params);
  }
  return STRUCTURE.test(mutation.id) && !BESIDE.test(mutation.id)
    ? { kind: "structure" }
    : { kind: "looks" };
}

/** Whether the order in which the two are applied may matter. */
export function overlap(one: Footprint, other: Footprint): boolean {
  if (one.kind === "structure" || other.kind === "structure") {
    return true;
  }
  if (one.kind === "looks" || other.kind === "looks") {
    return false;
  }
  return (
    one.sheet === other.sheet &&
    one.top <= other.bottom &&
    other.top <= one.bottom &&
    one.left <= other.right &&
    other.left <= one.right
  );
}

function cells(params: unknown): Footprint {
  const { subUnitId, cellValue } = (params ?? {}) as {
    readonly subUnitId?: unknown;
    readonly cellValue?: unknown;
  };
  if (typeof subUnitId !== "string" || !isRecord(cellValue)) {
    return { kind: "structure" };
  }
  const rows = span(Object.keys(cellValue));
  const columns = span(
    Object.values(cellValue).flatMap((row) =>
      isRecord(row) ? Object.keys(row) : [],
    ),
  );
  return rows === null || columns === null
    ? { kind: "looks" }
    : {
        kind: "cells",
        sheet: subUnitId,
        top: rows.first,
        bottom: rows.last,
        left: columns.first,
        right: columns.last,
      };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function span(
  keys: readonly string[],
): { readonly first: number; readonly last: number } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const key of keys) {
    const index = Number(key);
    if (Number.isInteger(index)) {
      first = Math.min(first, index);
      last = Math.max(last, index);
    }
  }
  return first > last ? null : { first, last };
}
