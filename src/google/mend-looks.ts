/** Notes, choices and formats of the add-on's own columns: how they are, and as they should be. */
import type { TableState } from "../book/book";
import { headerNote } from "../book/header";
import { isFree, type Lacks, type Looks, type RuleLook } from "../book/looks";
import { columnOf } from "../book/table";
import { formatOf } from "../book/write-cell";
import { type ChoiceRanges, ruleOf } from "./dress-tab";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/** Header, first and last row of a tab: a constant number of calls. */
export function readLooks(sheet: Sheet, state: TableState): Looks {
  const { positions, lastColumn } = state;
  const rows = sheet.getMaxRows();
  if (rows < 2 || lastColumn < 1) {
    return {};
  }
  const notes = sheet.getRange(1, 1, 1, lastColumn).getNotes()[0] ?? [];
  const first = sheet.getRange(2, 1, 1, lastColumn).getDataValidations()[0];
  const bottom = sheet.getRange(rows, 1, 1, lastColumn);
  const last = bottom.getDataValidations()[0];
  const formats = bottom.getNumberFormats()[0];
  const values = bottom.getValues()[0];
  return Object.fromEntries(
    Object.entries(positions).map(([key, position]) => {
      const at = position - 1;
      return [
        key,
        {
          note: notes[at] ?? "",
          rules: [lookOf(first?.[at] ?? null), lookOf(last?.[at] ?? null)],
          format: values?.[at] === "" ? (formats?.[at] ?? null) : null,
        },
      ];
    }),
  );
}

/** A rule is at hand without asking the server. */
function lookOf(rule: Validation | null): RuleLook {
  if (rule === null) {
    return null;
  }
  const { VALUE_IN_LIST } = SpreadsheetApp.DataValidationCriteria;
  const [values]: unknown[] = rule.getCriteriaValues();
  return rule.getCriteriaType() === VALUE_IN_LIST && Array.isArray(values)
    ? { list: values.map(String) }
    : "other";
}

/** Calls: a few per column that lacks something, never per row. */
export function mendLooks(
  sheet: Sheet,
  state: TableState,
  { notes, choices, formats }: Lacks,
  ranges: ChoiceRanges,
): void {
  const rows = sheet.getMaxRows() - 1;
  const below = (key: string) =>
    sheet.getRange(2, state.positions[key] ?? 1, rows, 1);
  for (const key of notes) {
    sheet
      .getRange(1, state.positions[key] ?? 1)
      .setNote(headerNote(columnOf(state.table, key)));
  }
  for (const key of choices) {
    const column = columnOf(state.table, key);
    const rule = ruleOf(column, state.positions[key] ?? 1, ranges);
    const range = below(key);
    const kept = range.getDataValidations();
    range.setDataValidations(
      kept.map((row) =>
        row.map((one) => (isFree(column, lookOf(one)) ? rule : one)),
      ),
    );
  }
  for (const key of formats) {
    mendFormats(below(key), formatOf(columnOf(state.table, key), undefined));
  }
}

/** Numbers, dates and formulas that stand there keep the look they have. */
function mendFormats(range: Range, format: string): void {
  const kept = range.getNumberFormats();
  const values = range.getValues();
  const formulas = range.getFormulas();
  range.setNumberFormats(
    kept.map((row, at) =>
      row.map((one) =>
        formulas[at]?.[0] === "" && typeof values[at]?.[0] === "string"
          ? format
          : one,
      ),
    ),
  );
}
