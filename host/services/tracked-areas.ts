/** Areas that follow inserted and deleted rows and columns. */

/** Inclusive, 0-based. */
export type Area = {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
};

/** What happened to a sheet. */
export type Shift =
  | {
      readonly sheetId: string;
      readonly axis: "Row" | "Column";
      readonly from: number;
      readonly count: number;
      readonly inserted: boolean;
    }
  | { readonly sheetId: string; readonly removed: true };

type Tracked = {
  readonly sheetId: string | null;
  readonly area: Area | null;
};

const KINDS: Readonly<
  Record<string, { axis: "Row" | "Column"; inserted: boolean }>
> = {
  "sheet.mutation.insert-row": { axis: "Row", inserted: true },
  "sheet.mutation.insert-col": { axis: "Column", inserted: true },
  "sheet.mutation.remove-rows": { axis: "Row", inserted: false },
  "sheet.mutation.remove-col": { axis: "Column", inserted: false },
};

/** The shift a mutation makes, or null when it moves nothing. */
export function shiftOf(mutationId: string, params: unknown): Shift | null {
  const given = params as {
    readonly subUnitId?: string;
    readonly range?: Area;
  };
  const sheetId = given?.subUnitId ?? "";
  if (mutationId === "sheet.mutation.remove-sheet") {
    return { sheetId, removed: true };
  }
  const kind = KINDS[mutationId];
  if (kind === undefined || given.range === undefined) return null;
  const from = given.range[`start${kind.axis}`];
  const count = given.range[`end${kind.axis}`] - from + 1;
  return { sheetId, axis: kind.axis, from, count, inserted: kind.inserted };
}

/** The areas after a shift; those that lost all their cells are gone. */
export function moveAreas<T extends Tracked>(
  tracked: readonly T[],
  shift: Shift,
): readonly T[] {
  return tracked.flatMap((item) => {
    if (item.sheetId !== shift.sheetId) return [item];
    if ("removed" in shift) return [];
    if (item.area === null) return [item];
    const area = moveArea(item.area, shift);
    return area === null ? [] : [{ ...item, area }];
  });
}

/** One area after a shift of its sheet; null when no cell is left. */
export function moveArea(
  area: Area,
  shift: Exclude<Shift, { readonly removed: true }>,
): Area | null {
  const startKey = `start${shift.axis}` as const;
  const endKey = `end${shift.axis}` as const;
  const { from, count } = shift;
  const start = area[startKey];
  const end = area[endKey];
  if (shift.inserted) {
    return {
      ...area,
      [startKey]: start >= from ? start + count : start,
      [endKey]: end >= from ? end + count : end,
    };
  }
  const removedBefore = (index: number): number =>
    Math.min(Math.max(index - from, 0), count);
  const size =
    end - start + 1 - (removedBefore(end + 1) - removedBefore(start));
  if (size <= 0) return null;
  const newStart = start - removedBefore(start);
  return { ...area, [startKey]: newStart, [endKey]: newStart + size - 1 };
}
