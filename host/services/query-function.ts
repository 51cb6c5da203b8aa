/** QUERY over a block of cells: select, where, group by, order by, limit, offset, label. */
import type {
  ArrayValueObject,
  BaseValueObject,
} from "@univerjs/engine-formula";
import {
  type FunctionEntry,
  type Item,
  isErrorItem,
  itemOf,
  objectsOf,
  type Tools,
} from "./function-tools";
import {
  type Aggregate,
  type Condition,
  type Literal,
  type Picked,
  type Query,
  readQuery,
} from "./query-language";
import { compareSorted } from "./sort-order";

type Cells = readonly BaseValueObject[];
type Value = Literal | null;
/** A row: what it holds, as QUERY sees it, and the cells it came from. */
type Row = { readonly values: readonly Value[]; readonly cells: Cells };
/** Rows that are shown as one; each alone without groups. */
type Group = readonly Row[];

/** An entry for the `function` option of the formula plugin. */
export function queryFunction(tools: Tools): FunctionEntry {
  const { error, blockOf, define } = tools;
  return define("QUERY", [2, 3], (block = error("NA"), text, given) => {
    if (block.isError()) return block;
    const all = withoutBlankEnd(objectsOf(block));
    const first = block.isArray()
      ? (block as ArrayValueObject).getCurrentColumn()
      : -1;
    const width = all[0]?.length ?? 0;
    try {
      const query = readQuery(String(text?.getValue() ?? ""), (name) =>
        columnOf(name, first, width),
      );
      const asked = given === undefined ? -1 : Number(given.getValue());
      const count = asked >= 0 ? asked : guessedHeaders(all);
      const headers = Array.from({ length: width }, (_, column) =>
        all
          .slice(0, count)
          .map((row) => String(seenIn(row[column]) ?? ""))
          .join(" "),
      );
      return blockOf(answer(query, rowsOf(all.slice(count)), headers, count));
    } catch (problem) {
      if (isRefusal(problem)) return error("VALUE");
      throw problem;
    }
  });
}

/** A query that cannot be read, or a pattern that cannot. */
function isRefusal(problem: unknown): boolean {
  return problem instanceof RangeError || problem instanceof SyntaxError;
}

function withoutBlankEnd(rows: readonly Cells[]): readonly Cells[] {
  let end = rows.length;
  while (end > 1 && rows[end - 1]?.every((cell) => seenIn(cell) === null)) {
    end -= 1;
  }
  return rows.slice(0, end);
}

/** Letters are the sheet's, Col1 counts in the block. */
function columnOf(name: string, first: number, width: number): number {
  const numbered = /^Col(\d+)$/.exec(name);
  let column = -1;
  if (numbered !== null) column = Number(numbered[1]) - 1;
  else if (/^[A-Za-z]{1,3}$/.test(name) && first >= 0) {
    const place = [...name.toUpperCase()].reduce(
      (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
      0,
    );
    column = place - 1 - first;
  }
  return column < width ? column : -1;
}

function seenIn(cell: BaseValueObject | undefined): Value {
  const item: Item = cell === undefined ? null : itemOf(cell);
  return item === null || item === "" || isErrorItem(item) ? null : item;
}

/** A row of words above numbers, days or marks is a header. */
function guessedHeaders(rows: readonly Cells[]): number {
  const [first = [], second = []] = rows;
  const isHeader = first.some((cell, column) => {
    const below = seenIn(second[column]);
    return (
      typeof seenIn(cell) === "string" &&
      below !== null &&
      typeof below !== "string"
    );
  });
  return isHeader ? 1 : 0;
}

/** In a column only values of its most frequent kind count. */
function rowsOf(rows: readonly Cells[]): Row[] {
  const values = rows.map((row) => row.map(seenIn));
  const kinds = (rows[0] ?? []).map((_, column) => {
    const counts = { string: 0, number: 0, boolean: 0 };
    for (const row of values) {
      const value = row[column] ?? null;
      if (value !== null) counts[typeof value as keyof typeof counts] += 1;
    }
    const [best] = Object.entries(counts).sort(([, a], [, b]) => b - a);
    return best?.[0];
  });
  return rows.map((cells, at) => ({
    cells,
    values: (values[at] ?? []).map((value, column) =>
      typeof value === kinds[column] ? value : null,
    ),
  }));
}

function answer(
  query: Query,
  rows: readonly Row[],
  headers: readonly string[],
  headerCount: number,
): Item[][] {
  const select =
    query.select ??
    headers.map((_, column) => ({ column, aggregate: null }) as const);
  const isGrouped =
    query.groupBy.length > 0 || select.some(({ aggregate }) => aggregate);
  const strays = isGrouped
    ? select.filter(
        ({ column, aggregate }) =>
          aggregate === null && !query.groupBy.includes(column),
      )
    : [];
  if (strays.length > 0) throw new RangeError("QUERY: a column is in no group");
  const { where } = query;
  const kept = where === null ? rows : rows.filter((row) => holds(where, row));
  const groups = isGrouped
    ? grouped(kept, query.groupBy)
    : kept.map((row): Group => [row]);
  const end = query.limit === null ? undefined : query.offset + query.limit;
  const shown = ordered(groups, query.orderBy).slice(query.offset, end);
  const body = shown.map((group) => select.map((one) => itemIn(group, one)));
  const labels = select.map((one) => labelOf(one, query, headers));
  const hasHeader =
    (headerCount > 0 || isGrouped || query.labels.length > 0) &&
    labels.some((label) => label !== "");
  return hasHeader ? [labels, ...body] : body;
}

function labelOf(
  picked: Picked,
  { labels }: Query,
  headers: readonly string[],
): string {
  const given = labels.find((label) => isSame(label, picked));
  const own = headers[picked.column] ?? "";
  if (given !== undefined) return given.text;
  return picked.aggregate === null ? own : `${picked.aggregate} ${own}`;
}

function isSame(one: Picked, other: Picked): boolean {
  return one.column === other.column && one.aggregate === other.aggregate;
}

/** Groups in the order of what they have in common. */
function grouped(rows: readonly Row[], columns: readonly number[]): Group[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(columns.map((column) => row.values[column]));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  if (columns.length === 0 && groups.size === 0) return [[]];
  return ordered(
    [...groups.values()],
    columns.map((column) => ({ column, aggregate: null, isDown: false })),
  );
}

function ordered(
  groups: readonly Group[],
  by: readonly (Picked & { readonly isDown: boolean })[],
): Group[] {
  return [...groups].sort((left, right) => {
    for (const key of by) {
      const compared = compareSorted(
        valueIn(left, key),
        valueIn(right, key),
        !key.isDown,
      );
      if (compared !== 0) return compared;
    }
    return 0;
  });
}

/** The cell itself, with its format, where nothing is reckoned. */
function itemIn(group: Group, picked: Picked): Item {
  const [first] = group;
  const value = valueIn(group, picked);
  return picked.aggregate === null && value !== null
    ? (first?.cells[picked.column] ?? null)
    : value;
}

function valueIn(group: Group, { column, aggregate }: Picked): Value {
  const values = group
    .map((row) => row.values[column] ?? null)
    .filter((value) => value !== null);
  return aggregate === null
    ? (group[0]?.values[column] ?? null)
    : reckoned(aggregate, values);
}

function reckoned(aggregate: Aggregate, values: readonly Literal[]): Value {
  if (aggregate === "count") return values.length;
  if (values.length === 0) return null;
  if (aggregate === "min" || aggregate === "max") {
    const isUp = aggregate === "min";
    return [...values].sort((a, b) => compareSorted(a, b, isUp))[0] ?? null;
  }
  let sum = 0;
  for (const value of values) {
    if (typeof value !== "number") throw new RangeError("QUERY: no numbers");
    sum += value;
  }
  return aggregate === "sum" ? sum : sum / values.length;
}

function holds(condition: Condition, row: Row): boolean {
  switch (condition.kind) {
    case "and":
      return condition.parts.every((part) => holds(part, row));
    case "or":
      return condition.parts.some((part) => holds(part, row));
    case "not":
      return !holds(condition.part, row);
    case "null":
      return (row.values[condition.column] ?? null) === null;
    default: {
      const { operand, operator, column } = condition;
      const right =
        typeof operand === "object" ? row.values[operand.column] : operand;
      return meets(row.values[column] ?? null, operator, right ?? null);
    }
  }
}

function meets(left: Value, operator: string, right: Value): boolean {
  if (left === null || right === null) return false;
  if (typeof left !== typeof right) return operator === "<>";
  switch (operator) {
    case "=":
      return left === right;
    case "<>":
      return left !== right;
    case "<":
      return left < right;
    case ">":
      return left > right;
    case "<=":
      return left <= right;
    case ">=":
      return left >= right;
    default:
      return meetsText(String(left), operator, String(right));
  }
}

function meetsText(left: string, operator: string, right: string): boolean {
  switch (operator) {
    case "contains":
      return left.includes(right);
    case "starts":
      return left.startsWith(right);
    case "ends":
      return left.endsWith(right);
    case "matches":
      return new RegExp(`^(?:${right})$`, "u").test(left);
    default: {
      const pattern = right
        .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
        .replace(/%/g, "[^]*")
        .replace(/_/g, "[^]");
      return new RegExp(`^${pattern}$`, "u").test(left);
    }
  }
}
