/** Named ranges: the book's defined names that stand for one range. */
import { readAddress, writeAbsolute } from "./a1";
import { rewriteFormulas } from "./cell-moves";
import { ServiceError, ServiceObject } from "./service-object";
import {
  type AreaObject,
  needRange,
  needText,
  type SheetsContext,
} from "./sheets-context";
import { univerModules } from "./univer";

const SET = "formula.mutation.set-defined-name";
const REMOVE = "formula.mutation.remove-defined-name";

function namesOf(context: SheetsContext) {
  const { book } = context;
  const service = book.engine.injector.get(
    univerModules.formula.IDefinedNamesService,
  );
  return Object.values(service.getDefinedNameMap(book.id) ?? {});
}

/**
 * Google's rules: letters, digits and underscores, no leading digit, not a
 * cell address, not a truth value, at most 250 characters.
 *
 * @throws ServiceError when the name breaks them.
 */
function checkName(name: string): string {
  const looksLikeCell = /^([a-z]{1,3}\d+|r\d*c\d*)$/i.test(name);
  const valid =
    /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) &&
    name.length <= 250 &&
    !looksLikeCell &&
    !/^(true|false|истина|ложь)$/i.test(name);
  if (!valid) {
    throw new ServiceError(
      `The name "${name}" is not valid for a named range. Use letters, digits and underscores only.`,
    );
  }
  return name;
}

function addressOf(context: SheetsContext, range: AreaObject): string {
  const title = context.book.worksheet(range.sheetId).getName();
  return writeAbsolute(title, range.area);
}

/** The range a defined name stands for; null for formulas and lost ranges. */
function rangeOf(context: SheetsContext, reference: string): AreaObject | null {
  const address = readAddress(reference.replace(/^=/, ""));
  const { workbook } = context.book;
  const sheet = workbook.getSheetBySheetName(address?.sheetName ?? "");
  if (address === null || !sheet) return null;
  return context.makeRange(sheet.getSheetId(), {
    startRow: address.startRow ?? 0,
    startColumn: address.startColumn ?? 0,
    endRow: address.endRow ?? sheet.getRowCount() - 1,
    endColumn: address.endColumn ?? sheet.getColumnCount() - 1,
  });
}

/** Names compare without case, as in formulas. */
function findByName(context: SheetsContext, name: string) {
  const wanted = name.toLowerCase();
  return namesOf(context).find((item) => item.name.toLowerCase() === wanted);
}

/** Makes a name, or moves the one that exists. */
export function setNamedRange(
  context: SheetsContext,
  name: unknown,
  range: unknown,
): void {
  const call = "Spreadsheet.setNamedRange";
  const text = checkName(needText(call, name));
  const known = findByName(context, text);
  context.book.mutate(SET, {
    id: known?.id ?? univerModules.core.generateRandomId(),
    name: known?.name ?? text,
    formulaOrRefString: addressOf(context, needRange(call, range)),
    localSheetId: "AllDefaultWorkbook",
  });
}

/** @throws ServiceError when there is no such name. */
export function removeNamedRange(context: SheetsContext, name: unknown): void {
  const text = needText("Spreadsheet.removeNamedRange", name);
  const known = findByName(context, text);
  if (known === undefined) {
    throw new ServiceError(`Named range "${text}" not found`);
  }
  context.book.mutate(REMOVE, { ...known });
}

export function rangeByName(
  context: SheetsContext,
  name: string,
): AreaObject | null {
  const known = findByName(context, name);
  return known === undefined
    ? null
    : rangeOf(context, known.formulaOrRefString);
}

/** Names that stand for a range that still exists. */
export function listNamedRanges(context: SheetsContext): NamedRange[] {
  return namesOf(context)
    .filter((item) => rangeOf(context, item.formulaOrRefString) !== null)
    .map((item) => new NamedRange(context, item.id));
}

/** Quoted text or title, or a word that is neither a function nor a tab. */
const WORD =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*(?![\p{L}\p{N}_.(!])/gu;

/** The formula with another name in the place of one. */
function renamed(formula: string, name: string, to: string): string {
  const wanted = name.toLowerCase();
  return formula.replace(WORD, (word) =>
    word.toLowerCase() === wanted ? to : word,
  );
}

export class NamedRange extends ServiceObject {
  readonly #context: SheetsContext;
  readonly #id: string;

  constructor(context: SheetsContext, id: string) {
    super();
    this.#context = context;
    this.#id = id;
  }

  #item() {
    const item = namesOf(this.#context).find(({ id }) => id === this.#id);
    if (item === undefined) {
      throw new ServiceError("The named range has been removed.");
    }
    return item;
  }

  getName(): string {
    return this.#item().name;
  }

  getRange(): AreaObject {
    const range = rangeOf(this.#context, this.#item().formulaOrRefString);
    if (range === null) throw new ServiceError("Range not found");
    return range;
  }

  /** @throws ServiceError for a bad name or one that exists already. */
  setName(name: unknown): this {
    const text = checkName(needText("NamedRange.setName", name));
    const other = findByName(this.#context, text);
    if (other !== undefined && other.id !== this.#id) {
      throw new ServiceError(`A named range "${text}" already exists.`);
    }
    const item = this.#item();
    const { book } = this.#context;
    book.mutate(SET, { ...item, name: text });
    for (const sheet of book.workbook.getSheets()) {
      rewriteFormulas(book, sheet.getSheetId(), (formula) =>
        renamed(formula, item.name, text),
      );
    }
    return this;
  }

  setRange(range: unknown): this {
    this.#context.book.mutate(SET, {
      ...this.#item(),
      formulaOrRefString: addressOf(
        this.#context,
        needRange("NamedRange.setRange", range),
      ),
    });
    return this;
  }

  remove(): void {
    this.#context.book.mutate(REMOVE, { ...this.#item() });
  }
}
