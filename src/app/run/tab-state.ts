/** What is known of a tab that was just made or widened, without reading it. */
import type { TableState } from "../../book/book";
import { columnOf, type TableId } from "../../book/table";
import { TABLES } from "../../book/tables/tables";
import { type TimelineState, timelineColumns } from "../../book/timeline";

/** State of a tab that was just made: all columns in order, no rows. */
export function freshState(table: TableId): TableState {
  const definition = TABLES[table];
  const positions = Object.fromEntries(
    definition.columns.map((column, index) => [column.key, index + 1]),
  );
  return {
    table: definition,
    present: true,
    positions,
    headers: Object.fromEntries(
      definition.columns.map((column) => [column.key, column.header]),
    ),
    ownHeaders: [],
    unmarked: [],
    rows: [],
    lastRow: 1,
    maxRows: 0,
    lastColumn: definition.columns.length,
    formulaCells: new Set(),
    unreadable: new Set(),
    shortNames: false,
    newIds: {},
    problems: [],
  };
}

/** State of a tab after missing columns were added at its right. */
export function widened(
  state: TableState,
  keys: readonly string[],
): TableState {
  const positions = { ...state.positions };
  const headers = { ...state.headers };
  let last = state.lastColumn;
  for (const key of keys) {
    if (positions[key] === undefined) {
      last += 1;
      positions[key] = last;
      headers[key] = columnOf(state.table, key).header;
    }
  }
  const added = last - state.lastColumn;
  return {
    ...state,
    positions,
    headers,
    lastColumn: last,
    ...(state.timeline === undefined
      ? {}
      : { timeline: shifted(state.timeline, state.lastColumn, added) }),
  };
}

/** The timeline after columns came in before it. */
function shifted(
  timeline: TimelineState,
  after: number,
  added: number,
): TimelineState {
  const moved = (column: number) => (column > after ? column + added : column);
  const isBeside = timelineColumns(timeline).some((column) => column > after);
  return {
    ...timeline,
    today: timeline.today === null ? null : moved(timeline.today),
    periods: timeline.periods.map(moved),
    width: isBeside
      ? timeline.width + added
      : Math.max(timeline.width, after + added),
  };
}
