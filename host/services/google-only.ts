/**
 * Formulas that only Google computes, as its own exports write them: a function
 * no program has, inside IFERROR, with the value beside it, so that the value
 * outlives a recalculation elsewhere and the formula comes back with the file.
 */

/** Functions Excel lacks, or has with other arguments. */
const GOOGLE_ONLY: ReadonlySet<string> = new Set(
  `ADD ARRAY_CONSTRAIN AVERAGE.WEIGHTED COUNTUNIQUE COUNTUNIQUEIFS DIVIDE
  EPOCHTODATE EQ FLATTEN GT GTE ISBETWEEN ISDATE ISEMAIL ISURL JOIN LT LTE MINUS
  MULTIPLY NE QUERY REGEXEXTRACT REGEXMATCH REGEXREPLACE SORTN SPLIT TO_DATE
  TO_DOLLARS TO_PERCENT TO_PURE_NUMBER TO_TEXT UMINUS UNARY_PERCENT UPLUS`.split(
    /\s+/,
  ),
);
/** Functions of both that understand more arguments differently. */
const MOST_ARGUMENTS: Readonly<Record<string, number>> = { FILTER: 2, SORT: 1 };

/** Quoted text or title, a call, a bracket, a separator. */
const PART =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|([\p{L}_][\p{L}\p{N}_.]*)\(|[({})]|,/gu;
/** Excel takes no longer text in a formula. */
const MAX_TEXT = 250;
const DUMMY =
  /^IFERROR\(__xludf\.DUMMYFUNCTION\(((?:"(?:[^"]|"")*"&?)+)\),([\s\S]*)\)$/i;
/** What Google writes in place of a formula whose block covers the cell. */
const COVERED = '"COMPUTED_VALUE"';

type Call = { readonly name: string; count: number };

/** Every call of a function, with the number of its arguments. */
function callsIn(formula: string): readonly Call[] {
  const calls: Call[] = [];
  const open: (Call | null)[] = [];
  for (const [part, name] of formula.matchAll(PART)) {
    if (name !== undefined) {
      const call = { name: name.toUpperCase(), count: 1 };
      calls.push(call);
      open.push(call);
      continue;
    }
    const inner = open[open.length - 1];
    if (part === "," && inner) inner.count += 1;
    if (part === "(" || part === "{") open.push(null);
    if (part === ")" || part === "}") open.pop();
  }
  return calls;
}

/** @param formula - Engine formula, with or without `=`. */
export function isGoogleOnly(formula: string): boolean {
  return callsIn(formula).some(
    ({ name, count }) =>
      GOOGLE_ONLY.has(name) || count > (MOST_ARGUMENTS[name] ?? count),
  );
}

/** @param formula - As the file spells it, without `=`. */
export function withValueKept(
  formula: string,
  value: string | number | boolean | null,
): string {
  const texts = formula.match(new RegExp(`[^]{1,${MAX_TEXT}}`, "g")) ?? [];
  const quoted = texts.map((text) => `"${text.replace(/"/g, '""')}"`);
  return `IFERROR(__xludf.DUMMYFUNCTION(${quoted.join("&")}),${literal(value)})`;
}

/** A cell that a block of such a formula covers. */
export function coveredValue(value: string | number | boolean | null): string {
  return withValueKept(COVERED, value);
}

function literal(value: string | number | boolean | null): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return String(value);
  const text = (value ?? "").slice(0, MAX_TEXT);
  return `"${text.replace(/"/g, '""')}"`;
}

/** What such a formula of a file stands for. */
export type Kept =
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "covered" };

/** @returns Null for any other formula. */
export function keptIn(formula: string): Kept | null {
  const [, quoted] = DUMMY.exec(formula) ?? [];
  if (quoted === undefined) return null;
  const texts = quoted.match(/"(?:[^"]|"")*"/g) ?? [];
  const inner = texts
    .map((text) => text.slice(1, -1).replace(/""/g, '"'))
    .join("");
  return inner === COVERED
    ? { kind: "covered" }
    : { kind: "formula", formula: inner };
}
