/** Range: values, formulas, number formats, clearing. */
import { type StyleChange, writeStyles } from "./cell-styles";
import {
  clearContents,
  mapArea,
  readerOf,
  writeArea,
  writeFormula,
  writeFormulas,
  writeValues,
} from "./cells";
import { clearNotes } from "./notes";
import { enginePattern } from "./number-format";
import { RangePlace } from "./range-place";
import { ServiceError } from "./service-object";
import { mismatch, needText } from "./sheets-context";
import { checkStrictRules } from "./strict-validation";
import { clearValidations } from "./validation-rules";

/** Members about contents; the second link of the Range class. */
export abstract class RangeValues extends RangePlace {
  async getValues() {
    const { book } = this.context;
    await book.settle(this.sheetId);
    return mapArea(this.area, readerOf(book, this.sheetId).value);
  }

  async getValue() {
    return (await this.getValues())[0]?.[0];
  }

  async getDisplayValues() {
    const { book } = this.context;
    await book.settle(this.sheetId);
    return mapArea(this.area, readerOf(book, this.sheetId).display);
  }

  async getDisplayValue() {
    return (await this.getDisplayValues())[0]?.[0];
  }

  getFormulas() {
    const reader = readerOf(this.context.book, this.sheetId);
    return mapArea(this.area, reader.formula);
  }

  getFormula() {
    return this.getFormulas()[0]?.[0];
  }

  getNumberFormats() {
    const reader = readerOf(this.context.book, this.sheetId);
    return mapArea(this.area, (row, column) =>
      reader.pattern(reader.cell(row, column)),
    );
  }

  getNumberFormat() {
    return this.getNumberFormats()[0]?.[0];
  }

  setValues(values: unknown): this {
    const grid = this.grid(values, "setValues");
    return this.#write((row, column) => grid[row]?.[column]);
  }

  setValue(...given: readonly unknown[]): this {
    if (given.length !== 1) throw mismatch("Range.setValue", ...given);
    return this.#write(() => given[0]);
  }

  #write(valueAt: (row: number, column: number) => unknown): this {
    const { book, execution } = this.context;
    checkStrictRules(book, this.sheetId, this.area, valueAt);
    execution.noteUnknownFunctions(
      writeValues(book, this.sheetId, this.area, valueAt),
    );
    return this;
  }

  setFormulas(formulas: unknown): this {
    const grid = this.grid(formulas, "setFormulas");
    return this.#writeFormulas((row, column) => grid[row]?.[column]);
  }

  setFormula(formula: unknown): this {
    const { book, execution } = this.context;
    const text = needText("Range.setFormula", formula ?? "");
    execution.noteUnknownFunctions(
      writeFormula(book, this.sheetId, this.area, text),
    );
    return this;
  }

  #writeFormulas(formulaAt: (row: number, column: number) => unknown): this {
    const { book, execution } = this.context;
    execution.noteUnknownFunctions(
      writeFormulas(book, this.sheetId, this.area, (row, column) =>
        needText("Range.setFormula", formulaAt(row, column) ?? ""),
      ),
    );
    return this;
  }

  setNumberFormats(formats: unknown): this {
    const grid = this.grid(formats, "setNumberFormats");
    return this.#writeStyles((row, column) =>
      patternStyle(grid[row]?.[column]),
    );
  }

  setNumberFormat(format: unknown): this {
    const style = patternStyle(format);
    return this.#writeStyles(() => style);
  }

  #writeStyles(styleAt: (row: number, column: number) => StyleChange): this {
    writeStyles(this.context.book, this.sheetId, this.area, styleAt);
    return this;
  }

  /** @param options - { contentsOnly?, formatOnly?, commentsOnly?, validationsOnly? } */
  clear(options?: unknown): this {
    const only = (options ?? {}) as Readonly<Record<string, unknown>>;
    const named = [
      "contentsOnly",
      "formatOnly",
      "commentsOnly",
      "validationsOnly",
    ].filter((key) => only[key] === true);
    const wants = (key: string): boolean =>
      named.length === 0 || named.includes(key);
    if (wants("contentsOnly")) this.clearContent();
    if (wants("formatOnly")) this.clearFormat();
    if (named.includes("commentsOnly")) this.clearNote();
    if (named.includes("validationsOnly")) this.clearDataValidations();
    return this;
  }

  clearContent(): this {
    clearContents(this.context.book, this.sheetId, this.area);
    return this;
  }

  clearFormat(): this {
    const { book } = this.context;
    const reader = readerOf(book, this.sheetId);
    writeArea(
      book,
      this.sheetId,
      this.area,
      (row, column) => {
        const cell = reader.cell(row, column);
        if (!cell) return null;
        return cell.t ? { s: null, t: cell.t } : { s: null };
      },
      true,
    );
    return this;
  }

  clearNote(): this {
    clearNotes(this.context.book, this.sheetId, this.area);
    return this;
  }

  clearDataValidations(): this {
    clearValidations(this.context.book, this.sheetId, this.area);
    return this;
  }

  /**
   * Checks a rows-by-columns argument against the range.
   *
   * @throws ServiceError in Google's words when the sizes differ.
   */
  protected readonly grid = (
    values: unknown,
    member: string,
  ): readonly (readonly unknown[])[] => {
    if (!Array.isArray(values) || !values.every(Array.isArray)) {
      throw mismatch(`Range.${member}`, values);
    }
    const rows = this.getNumRows();
    if (values.length !== rows) {
      throw new ServiceError(
        `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${rows}.`,
      );
    }
    const columns = this.getNumColumns();
    for (const row of values) {
      if (row.length !== columns) {
        throw new ServiceError(
          `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${columns}.`,
        );
      }
    }
    return values;
  };
}

function patternStyle(format: unknown): StyleChange {
  const pattern = enginePattern(needText("Range.setNumberFormat", format));
  return { n: pattern === "General" ? null : { pattern } };
}
