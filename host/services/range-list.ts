/** RangeList: several ranges of one sheet. */
import type { Range } from "./range";
import { select } from "./selection";
import { ServiceError } from "./service-object";
import { needText, SheetObject } from "./sheets-context";

/** Several ranges of one sheet, changed in one call. */
export class RangeList extends SheetObject {
  static override readonly light: ReadonlySet<string> = new Set(["getRanges"]);

  readonly #ranges: readonly Range[];

  /** @throws ServiceError when the list is empty. */
  constructor(ranges: readonly Range[]) {
    const [first] = ranges;
    if (first === undefined) {
      throw new ServiceError("Range list must contain at least one range.");
    }
    super(first.context, first.sheetId);
    this.#ranges = ranges;
  }

  #each(change: (range: Range) => unknown): this {
    for (const range of this.#ranges) change(range);
    return this;
  }

  getRanges(): readonly Range[] {
    return this.#ranges;
  }

  setValue(value: unknown): this {
    return this.#each((range) => range.setValue(value));
  }

  setFormula(formula: unknown): this {
    needText("RangeList.setFormula", formula);
    return this.#each((range) => range.setFormula(formula));
  }

  setNote(note: unknown): this {
    return this.#each((range) => range.setNote(note));
  }

  setNumberFormat(format: unknown): this {
    return this.#each((range) => range.setNumberFormat(format));
  }

  setFontWeight(weight: unknown): this {
    return this.#each((range) => range.setFontWeight(weight));
  }

  setFontColor(color: unknown): this {
    return this.#each((range) => range.setFontColor(color));
  }

  setFontSize(size: unknown): this {
    return this.#each((range) => range.setFontSize(size));
  }

  setBackground(color: unknown): this {
    return this.#each((range) => range.setBackground(color));
  }

  setWrap(wrap: unknown): this {
    return this.#each((range) => range.setWrap(wrap));
  }

  setHorizontalAlignment(alignment: unknown): this {
    return this.#each((range) => range.setHorizontalAlignment(alignment));
  }

  setVerticalAlignment(alignment: unknown): this {
    return this.#each((range) => range.setVerticalAlignment(alignment));
  }

  setDataValidation(rule: unknown): this {
    return this.#each((range) => range.setDataValidation(rule));
  }

  setFormulaR1C1(formula: unknown): this {
    needText("RangeList.setFormulaR1C1", formula);
    return this.#each((range) => range.setFormulaR1C1(formula));
  }

  setFontFamily(family: unknown): this {
    return this.#each((range) => range.setFontFamily(family));
  }

  setFontLine(line: unknown): this {
    return this.#each((range) => range.setFontLine(line));
  }

  setFontStyle(style: unknown): this {
    return this.#each((range) => range.setFontStyle(style));
  }

  setBackgroundRGB(red: unknown, green: unknown, blue: unknown): this {
    return this.#each((range) => range.setBackgroundRGB(red, green, blue));
  }

  setBorder(...edges: Parameters<Range["setBorder"]>): this {
    return this.#each((range) => range.setBorder(...edges));
  }

  setWrapStrategy(strategy: unknown): this {
    return this.#each((range) => range.setWrapStrategy(strategy));
  }

  setTextDirection(direction: unknown): this {
    return this.#each((range) => range.setTextDirection(direction));
  }

  setTextRotation(degrees: unknown): this {
    return this.#each((range) => range.setTextRotation(degrees));
  }

  setVerticalText(isVertical: unknown): this {
    return this.#each((range) => range.setVerticalText(isVertical));
  }

  breakApart(): this {
    return this.#each((range) => range.breakApart());
  }

  insertCheckboxes(...values: unknown[]): this {
    return this.#each((range) => range.insertCheckboxes(...values));
  }

  removeCheckboxes(): this {
    return this.#each((range) => range.removeCheckboxes());
  }

  check(): this {
    return this.#each((range) => range.check());
  }

  uncheck(): this {
    return this.#each((range) => range.uncheck());
  }

  async trimWhitespace(): Promise<this> {
    for (const range of this.#ranges) await range.trimWhitespace();
    return this;
  }

  activate(): this {
    select(this.#ranges);
    return this;
  }

  clear(options?: unknown): this {
    return this.#each((range) => range.clear(options));
  }

  clearContent(): this {
    return this.#each((range) => range.clearContent());
  }

  clearFormat(): this {
    return this.#each((range) => range.clearFormat());
  }

  clearNote(): this {
    return this.#each((range) => range.clearNote());
  }

  clearDataValidations(): this {
    return this.#each((range) => range.clearDataValidations());
  }
}
