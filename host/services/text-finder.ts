/** TextFinder: search and replace in a range, a tab or the whole book. */

import { cellFor, formulaCell } from "./cell-content";
import { mapArea, readerOf, writeArea } from "./cells";
import { ServiceError, ServiceObject } from "./service-object";
import {
  type AreaObject,
  needBoolean,
  needRange,
  needText,
} from "./sheets-context";

type Options = {
  readonly matchCase: boolean;
  readonly wholeCell: boolean;
  readonly formulas: boolean;
  readonly isPattern: boolean;
  readonly plainLetters: boolean;
};

export class TextFinder extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "ignoreDiacritics",
    "matchCase",
    "matchEntireCell",
    "matchFormulaText",
    "startFrom",
    "useRegularExpression",
  ]);

  readonly #ranges: readonly AreaObject[];
  readonly #text: string;
  #options: Options = {
    matchCase: false,
    wholeCell: false,
    formulas: false,
    isPattern: false,
    plainLetters: false,
  };
  #current: AreaObject | null = null;
  #start: AreaObject | null = null;

  /** @param ranges - Where to look, in order. */
  constructor(ranges: readonly AreaObject[], text: unknown) {
    super();
    this.#ranges = ranges;
    this.#text = needText("createTextFinder", text);
  }

  #set(option: keyof Options, on: unknown): this {
    const call = "TextFinder";
    this.#options = { ...this.#options, [option]: needBoolean(call, on) };
    return this;
  }

  ignoreDiacritics(ignore: unknown): this {
    return this.#set("plainLetters", ignore);
  }

  matchCase(match: unknown): this {
    return this.#set("matchCase", match);
  }

  matchEntireCell(match: unknown): this {
    return this.#set("wholeCell", match);
  }

  matchFormulaText(match: unknown): this {
    return this.#set("formulas", match);
  }

  useRegularExpression(use: unknown): this {
    return this.#set("isPattern", use);
  }

  /** The search goes on after this range. */
  startFrom(range: unknown): this {
    this.#start = needRange("TextFinder.startFrom", range);
    this.#current = null;
    return this;
  }

  getCurrentMatch(): AreaObject | null {
    return this.#current;
  }

  async findAll(): Promise<AreaObject[]> {
    await this.#ranges[0]?.context.book.settle();
    return this.#matches();
  }

  /** Null after the last match. */
  async findNext(): Promise<AreaObject | null> {
    return this.#step(1);
  }

  /** Null before the first match. */
  async findPrevious(): Promise<AreaObject | null> {
    return this.#step(-1);
  }

  /** @returns How many times the text was replaced. */
  async replaceAllWith(replacement: unknown): Promise<number> {
    const text = needText("TextFinder.replaceAllWith", replacement);
    let count = 0;
    for (const match of await this.findAll())
      count += this.#replace(match, text);
    return count;
  }

  /** Replaces in the current match. */
  async replaceWith(replacement: unknown): Promise<number> {
    const text = needText("TextFinder.replaceWith", replacement);
    const match = this.#current ?? (await this.findNext());
    return match === null ? 0 : this.#replace(match, text);
  }

  async #step(direction: 1 | -1): Promise<AreaObject | null> {
    const all = await this.findAll();
    const from = this.#current ?? this.#start;
    const position = (match: AreaObject): number => this.#orderOf(match);
    const ahead = all.filter(
      (match) =>
        from === null || (position(match) - position(from)) * direction > 0,
    );
    this.#current = (direction === 1 ? ahead[0] : ahead.at(-1)) ?? null;
    return this.#current;
  }

  /** Rows after rows, tabs after tabs. */
  #orderOf({ sheetId, area, context }: AreaObject): number {
    const tab = context.book.workbook.getSheetOrders().indexOf(sheetId);
    return (tab * 10_000_000 + area.startRow) * 20_000 + area.startColumn;
  }

  #matches(): AreaObject[] {
    const pattern = this.#pattern("");
    return this.#ranges.flatMap((range) =>
      mapArea(range.area, (row, column) =>
        pattern.test(this.#shown(range, row, column))
          ? range.context.makeRange(range.sheetId, {
              startRow: row,
              endRow: row,
              startColumn: column,
              endColumn: column,
            })
          : null,
      )
        .flat()
        .filter((match) => match !== null),
    );
  }

  #shown(
    { context, sheetId }: AreaObject,
    row: number,
    column: number,
  ): string {
    const reader = readerOf(context.book, sheetId);
    const text =
      (this.#options.formulas ? reader.formula(row, column) : "") ||
      reader.display(row, column);
    return this.#options.plainLetters ? withoutMarks(text) : text;
  }

  /** @throws ServiceError for a regular expression that is none. */
  #pattern(more: string): RegExp {
    const { isPattern, wholeCell, matchCase, plainLetters } = this.#options;
    const text = plainLetters ? withoutMarks(this.#text) : this.#text;
    const body = isPattern ? text : text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
    const flags = `u${matchCase ? "" : "i"}${more}`;
    try {
      return new RegExp(wholeCell ? `^(?:${body})$` : body, flags);
    } catch (cause) {
      throw new ServiceError(`Invalid regular expression: ${text}`, { cause });
    }
  }

  #replace(match: AreaObject, replacement: string): number {
    const { context, sheetId, area } = match;
    const { book } = context;
    const reader = readerOf(book, sheetId);
    const formula = reader.formula(area.startRow, area.startColumn);
    // What a formula shows cannot be replaced, only its text.
    if (formula !== "" && !this.#options.formulas) return 0;
    const before = this.#shown(match, area.startRow, area.startColumn);
    let count = 0;
    const put = this.#options.isPattern
      ? replacement
      : replacement.replaceAll("$", "$$$$");
    const pattern = this.#pattern("g");
    for (const _found of before.matchAll(pattern)) count += 1;
    const after = before.replace(pattern, put);
    writeArea(book, sheetId, area, (row, column) => {
      const cell = reader.cell(row, column);
      return formula === ""
        ? { ...cellFor(book, after, reader.pattern(cell)), p: null }
        : formulaCell(book, after);
    });
    return count;
  }
}

function withoutMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "");
}
