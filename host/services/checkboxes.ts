/** Checkboxes: cells whose validation lets a box stand for two values. */
import type { Book } from "./book";
import { cellFor } from "./cell-content";
import { mapArea, readerOf, writeArea, writeValues } from "./cells";
import type { SheetsContext } from "./sheets-context";
import type { Area } from "./tracked-areas";
import { bodyOf, validationOf } from "./validation-criteria";
import { clearValidations, putRule, ruleAt } from "./validation-rules";

/** @param values - None, (checked) or (checked, unchecked). */
export function insertCheckboxes(
  context: SheetsContext,
  sheetId: string,
  area: Area,
  values: readonly unknown[],
): void {
  const { book } = context;
  const body = bodyOf(context, {
    criteria: "CHECKBOX",
    values,
    allowInvalid: true,
    helpText: null,
  });
  const unchecked =
    values.length > 1 ? values[1] : values.length > 0 ? "" : false;
  writeValues(book, sheetId, area, () => unchecked);
  putRule(book, sheetId, [area], body);
}

type Box = { readonly checked: unknown; readonly unchecked: unknown };

/** The two values of a cell's box, or null when the cell has none. */
function boxAt(
  context: SheetsContext,
  sheetId: string,
  row: number,
  column: number,
): Box | null {
  const rule = ruleAt(context.book, sheetId, row, column);
  const validation = rule === null ? null : validationOf(context, rule);
  if (validation?.criteria !== "CHECKBOX") return null;
  const [checked = true, unchecked] = validation.values;
  const plain = validation.values.length === 0;
  return { checked, unchecked: unchecked ?? (plain ? false : "") };
}

/** True, false, or null when the boxes differ or a cell has none. */
export async function areChecked(
  context: SheetsContext,
  sheetId: string,
  area: Area,
): Promise<boolean | null> {
  await context.book.settle(sheetId);
  const reader = readerOf(context.book, sheetId);
  const states = mapArea(area, (row, column) => {
    const box = boxAt(context, sheetId, row, column);
    return box === null ? null : same(reader.value(row, column), box.checked);
  }).flat();
  const [first = null] = states;
  return states.every((state) => state === first) ? first : null;
}

function same(value: unknown, wanted: unknown): boolean {
  return value === wanted || String(value) === String(wanted);
}

/** Cells that hold neither value of their box stay as they are. */
export function setChecked(
  context: SheetsContext,
  sheetId: string,
  area: Area,
  isChecked: boolean,
): void {
  change(context, sheetId, area, (box) =>
    isChecked ? box.checked : box.unchecked,
  );
}

/** Takes the boxes away, with the values they stood for. */
export function removeCheckboxes(
  context: SheetsContext,
  sheetId: string,
  area: Area,
): void {
  change(context, sheetId, area, () => "");
  mapArea(area, (row, column) => {
    if (boxAt(context, sheetId, row, column) === null) return;
    const one = {
      startRow: row,
      endRow: row,
      startColumn: column,
      endColumn: column,
    };
    clearValidations(context.book, sheetId, one);
  });
}

function change(
  context: SheetsContext,
  sheetId: string,
  area: Area,
  valueFor: (box: Box) => unknown,
): void {
  const book: Book = context.book;
  const reader = readerOf(book, sheetId);
  writeArea(book, sheetId, area, (row, column) => {
    const box = boxAt(context, sheetId, row, column);
    if (box === null) return null;
    const value = reader.value(row, column);
    const isState = same(value, box.checked) || same(value, box.unchecked);
    if (!isState && value !== "") return null;
    const pattern = reader.pattern(reader.cell(row, column));
    return cellFor(book, valueFor(box), pattern);
  });
}
