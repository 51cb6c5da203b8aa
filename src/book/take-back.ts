/** Takes edits back where what they wrote still stands. */
import { adoptEdits, changedColumns } from "./adopt";
import type { Book, Row, TableState } from "./book";
import { type Edit, sameCell, type Values } from "./edits";
import type { Inverse } from "./invert";
import { columnOf, ID, type TableId } from "./table";

export type TakenBack = {
  readonly edits: readonly Edit[];
  /** What stays because somebody changed it since. */
  readonly kept: readonly {
    readonly table: TableId;
    readonly row: string;
    readonly column?: string;
  }[];
};

/** Edits of one step, or what is kept instead. */
type StepResult = {
  readonly edits: readonly Edit[];
  readonly kept: TakenBack["kept"];
};

const NOTHING: StepResult = { edits: [], kept: [] };

/** Edits that take back what still stands as it was written. Pure. */
export function takeBack(book: Book, inverse: readonly Inverse[]): TakenBack {
  const edits: Edit[] = [];
  const kept: TakenBack["kept"][number][] = [];
  const leaving = new Map<TableId, Set<string>>();
  const index = new Map<TableId, Map<string, Row>>();
  const rowsIn = (table: TableId): Map<string, Row> => {
    const rows =
      index.get(table) ??
      new Map(book.tables[table].rows.map((row) => [row.id, row]));
    index.set(table, rows);
    return rows;
  };
  for (const step of inverse) {
    const state = book.tables[step.table];
    if (!isOfRows(step)) {
      const result = wholeStep(state, step);
      edits.push(...result.edits);
      kept.push(...result.kept);
    } else if (state.present) {
      const result =
        step.kind === "drop"
          ? dropStep(state, leaving.get(step.table) ?? new Set())
          : rowStep(state, step, rowsIn(step.table).get(step.row));
      edits.push(...result.edits);
      kept.push(...result.kept);
      if (step.kind === "delete" && result.edits.length > 0) {
        const rows = leaving.get(step.table) ?? new Set<string>();
        leaving.set(step.table, rows.add(step.row));
      }
    }
  }
  return { edits, kept };
}

type WholeStep = Extract<Inverse, { kind: "release" | "adopt" | "timeline" }>;

function isOfRows(step: Inverse): step is Exclude<Inverse, WholeStep> {
  return !["release", "adopt", "timeline"].includes(step.kind);
}

/** Steps that concern a tab as a whole. */
function wholeStep(state: TableState, step: WholeStep): StepResult {
  return step.kind === "timeline"
    ? timelineStep(state, step)
    : moveStep(state, step);
}

/** A timeline under which the curator typed something stays as it is. */
function timelineStep(
  state: TableState,
  step: Extract<Inverse, { kind: "timeline" }>,
): StepResult {
  if (!state.present) {
    return NOTHING;
  }
  const isFree = (state.timeline?.typed ?? null) === null;
  return isFree
    ? { edits: [step], kept: [] }
    : { edits: [], kept: [{ table: step.table, row: "" }] };
}

/** A tab changes hands whatever stands; columns filled since then stay in it. */
function moveStep(
  state: TableState,
  step: Extract<Inverse, { kind: "release" | "adopt" }>,
): StepResult {
  if (step.kind === "adopt") {
    return { edits: adoptEdits(step), kept: [] };
  }
  const { table, adopted } = step;
  const changed = changedColumns(state, adopted, step.written);
  const stay = changed.map(({ key }) => key);
  return {
    edits: [{ kind: "release", table, adopted, stay }],
    kept: changed.map(({ key, row }) => ({ table, row, column: key })),
  };
}

/** A tab goes only when nothing but our own rows is in it. */
function dropStep(state: TableState, leaving: ReadonlySet<string>): StepResult {
  const table = state.table.id;
  const foreign = state.rows.find((row) => !leaving.has(row.id));
  return foreign === undefined
    ? { edits: [{ kind: "drop", table }], kept: [] }
    : { edits: [], kept: [{ table, row: foreign.id }] };
}

function rowStep(
  state: TableState,
  step: Extract<Inverse, { kind: "insert" | "delete" | "restore" | "cell" }>,
  row: Row | undefined,
): StepResult {
  if (step.kind === "insert") {
    return row === undefined ? { edits: [step], kept: [] } : NOTHING;
  }
  if (row === undefined) {
    // Never written, or deleted by hand since: nothing to take back.
    return NOTHING;
  }
  const { table, row: id } = step;
  if (step.kind === "cell") {
    // What stands there now is not known here; such edits are not undone, only rolled back.
    const { column, old, written } = step;
    return {
      edits: [
        { kind: "cell", table, row: id, column, value: old, old: written },
      ],
      kept: [],
    };
  }
  if (step.kind === "delete") {
    return standsAsWritten(state, row, step.written)
      ? { edits: [{ kind: "delete", table, row: id }], kept: [] }
      : { edits: [], kept: [{ table, row: id }] };
  }
  const current = row.values[step.column] ?? null;
  if (sameCell(current, step.old)) {
    return NOTHING;
  }
  return sameCell(current, step.written)
    ? {
        edits: [
          { kind: "set", table, row: id, column: step.column, value: step.old },
        ],
        kept: [],
      }
    : { edits: [], kept: [{ table, row: id, column: step.column }] };
}

/** A half-written row (blank where not reached yet) still counts as ours. */
function standsAsWritten(
  state: TableState,
  row: Row,
  written: Values,
): boolean {
  // By codes somebody has typed a name: not ours any more.
  return (
    row.veiled === undefined &&
    Object.keys(state.positions).every((key) => {
      const column = columnOf(state.table, key);
      const isKept =
        column.derived === true ||
        column.result === true ||
        column.kind === "formula" ||
        key === ID;
      const current = row.values[key] ?? null;
      return (
        isKept || current === null || sameCell(current, written[key] ?? null)
      );
    })
  );
}
