/** Validation rules on text, which the engine knows only as formulas. */
import { writeAddress } from "./a1";
import { EMAIL_PATTERN, URL_PATTERN } from "./form-rule";
import type { Area } from "./tracked-areas";
import type { RuleBody } from "./validation-rules";

/** Google's criteria of this kind. */
export const TEXT_CRITERIA = [
  "TEXT_CONTAINS",
  "TEXT_DOES_NOT_CONTAIN",
  "TEXT_EQUAL_TO",
  "TEXT_IS_VALID_EMAIL",
  "TEXT_IS_VALID_URL",
] as const;

export type TextTest = {
  readonly criteria: (typeof TEXT_CRITERIA)[number];
  /** "" for the two that need none. */
  readonly text: string;
};

/** Kept beside the rule's formula, so that the rule reads back as it was set. */
type Kept = { readonly text?: TextTest };

/** A rule of this kind; its formula is written when its place is known. */
export function textRule(test: TextTest): Pick<RuleBody, "type" | "bizInfo"> {
  const kept: Kept = { text: test };
  return { type: "custom", bizInfo: kept as object };
}

/** Null for every other rule. */
export function textTestOf(rule: RuleBody): TextTest | null {
  const kept = rule.bizInfo as Kept | undefined;
  return rule.type === "custom" ? (kept?.text ?? null) : null;
}

export function keepsTextTest(test: TextTest, value: string): boolean {
  const [has, wanted] = [value.toLowerCase(), test.text.toLowerCase()];
  switch (test.criteria) {
    case "TEXT_CONTAINS":
      return has.includes(wanted);
    case "TEXT_DOES_NOT_CONTAIN":
      return !has.includes(wanted);
    case "TEXT_EQUAL_TO":
      return value === test.text;
    case "TEXT_IS_VALID_EMAIL":
      return EMAIL_PATTERN.test(value);
    case "TEXT_IS_VALID_URL":
      return URL_PATTERN.test(value);
  }
}

/** The same test as a formula that engine, Excel and LibreOffice share. */
function formulaOf(test: TextTest, cell: string): string {
  const text = `"${test.text.replaceAll('"', '""')}"`;
  const found = `ISNUMBER(FIND(LOWER(${text}),LOWER(${cell})))`;
  switch (test.criteria) {
    case "TEXT_CONTAINS":
      return `=${found}`;
    case "TEXT_DOES_NOT_CONTAIN":
      return `=NOT(${found})`;
    case "TEXT_EQUAL_TO":
      return `=EXACT(${cell},${text})`;
    case "TEXT_IS_VALID_EMAIL":
      return `=COUNTIF(${cell},"?*@?*.?*")>0`;
    case "TEXT_IS_VALID_URL":
      return `=OR(LEFT(${cell},7)="http://",LEFT(${cell},8)="https://",LEFT(${cell},6)="ftp://")`;
  }
}

/** @param areas - Where the rule will stand; formulas are written for the first cell. */
export function placed(body: RuleBody, areas: readonly Area[]): RuleBody {
  const test = textTestOf(body);
  const [first] = areas;
  if (test === null || first === undefined) return body;
  const { startRow, startColumn } = first;
  const cell = writeAddress({
    startRow,
    startColumn,
    endRow: startRow,
    endColumn: startColumn,
  });
  return { ...body, formula1: formulaOf(test, cell) };
}
