/** RangeList: several ranges of one sheet. */
import type { Range } from "./range";
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
