/** Tells a column that groups rows («Раздел», «Этап» over its activities) from their name. */

import { activityColumn, isGroupHeader } from "./headers";
import type { Column } from "./roadmap";
import type { TableRow } from "./table-rows";

type Cells = Extract<TableRow, { kind: "row" }>;

/**
 * The columns, once the rows are known: a stage or a section that stands over
 * several rows with numbers, dates or people of their own is their section,
 * and the activity is their name.
 *
 * @returns Columns in the same order.
 */
export function settleGroups(
  columns: readonly Column[],
  rows: readonly TableRow[],
): readonly Column[] {
  const group = columns.findIndex(
    ({ kind, header }) => kind === "name" && isGroupHeader(header),
  );
  const activity = activityColumn(columns);
  const cells = rows.filter((row): row is Cells => row.kind === "row");
  if (
    group < 0 ||
    activity === undefined ||
    !isShared(cells, group, columns.indexOf(activity), columns)
  ) {
    return columns;
  }
  return columns.map((column, index) =>
    index === group
      ? { ...column, kind: "section" }
      : column === activity
        ? { ...column, kind: "name" }
        : column,
  );
}

/** Cells of sections and of dates in front go down over the rows they stand beside. */
export function filledDown(
  rows: readonly TableRow[],
  columns: readonly Column[],
): readonly TableRow[] {
  const falling = columns.flatMap((column, index) =>
    column.kind === "section" || isLeadingDate(columns, index) ? [index] : [],
  );
  const above: string[] = [];
  return withNumbersOfGroups(rows, columns).map((row) => {
    if (row.kind !== "row") {
      above.length = 0;
      return row;
    }
    const named = columns.some(
      ({ kind }, index) => kind === "name" && (row.cells[index] ?? "") !== "",
    );
    const cells = row.cells.map((cell, index) =>
      named && cell === "" && falling.includes(index)
        ? (above[index] ?? "")
        : cell,
    );
    for (const index of falling) {
      above[index] = cells[index] ?? "";
    }
    return { ...row, cells };
  });
}

/** Where only groups are numbered, the number goes with the words of the group. */
function withNumbersOfGroups(
  rows: readonly TableRow[],
  columns: readonly Column[],
): readonly TableRow[] {
  const number = columns.findIndex(({ kind }) => kind === "number");
  const group = columns.findIndex(({ kind }) => kind === "section");
  const cells = rows.flatMap((row) => (row.kind === "row" ? [row.cells] : []));
  const has = (row: readonly string[], index: number) =>
    (row[index] ?? "") !== "";
  const areNumbered =
    number >= 0 &&
    group >= 0 &&
    cells.every((row) => has(row, number) === has(row, group)) &&
    cells.some((row) => !has(row, number));
  return areNumbered
    ? rows.map((row) =>
        row.kind === "row" && has(row.cells, number)
          ? {
              ...row,
              cells: row.cells.map((cell, index) =>
                index === number
                  ? ""
                  : index === group
                    ? `${(row.cells[number] ?? "").replace(/[.)]$/, "")}. ${cell}`
                    : cell,
              ),
            }
          : row,
      )
    : rows;
}

/** «Месяц» before everything else stands over all activities of the month. */
function isLeadingDate(columns: readonly Column[], index: number): boolean {
  const before = columns.slice(0, index).map(({ kind }) => kind);
  return (
    columns[index]?.kind === "dateText" &&
    before.every((kind) => kind === "number" || kind === "section")
  );
}

/** Whether rows without a group of their own are activities of their own. */
function isShared(
  rows: readonly Cells[],
  group: number,
  activity: number,
  columns: readonly Column[],
): boolean {
  const own = columns.flatMap(({ kind }, index) =>
    kind === "number" || kind === "dateText" || kind === "responsible"
      ? [index]
      : [],
  );
  let shared = 0;
  let separate = 0;
  rows.forEach(({ cells }, at) => {
    const before = rows[at - 1]?.cells ?? [];
    const text = cells[group] ?? "";
    const goesOn = at > 0 && (text === "" || text === before[group]);
    if (!goesOn || (cells[activity] ?? "") === "") {
      return;
    }
    shared += 1;
    separate += own.some(
      (index) => (cells[index] ?? "") !== "" && cells[index] !== before[index],
    )
      ? 1
      : 0;
  });
  return separate > 0 && separate * 2 >= shared;
}
