/** Tells people's rows from blanks, totals, headings and repeated headers. */
import {
  canBeName,
  hasHeadingWord,
  looksLikeGroup,
  looksLikeName,
} from "../people/looks-like-name";
import { compareKey, oneLine, quoted, saysNothing } from "./compare-text";

/** Rows that are no people; `section` carries its text. */
export type RowKind =
  | { readonly kind: "person" }
  | { readonly kind: "skip"; readonly reason: string }
  | {
      readonly kind: "section";
      readonly reason: string;
      readonly title: string;
    };

export type RowContext = {
  /** Source columns that hold the name or its parts, by index. */
  readonly nameColumns: ReadonlySet<number>;
  /** All mapped source columns. */
  readonly mappedColumns: ReadonlySet<number>;
  /** `compareKey` of the header texts, by source column. */
  readonly headerKeys: readonly string[];
};

/** A heading stands in the first columns, where merged cells begin. */
const LEADING_COLUMNS = 2;

const PERSON: RowKind = { kind: "person" };

/** First words of lines that sum up or sign a table. */
const TOTAL =
  /^(?:итого|итог|всего|в том числе|из них|общее количество|количество наставл\S*|подпись|м п|исполнитель|составил\S*|дата(?: составления)?)(?: |$)/;

/** Signatures begin with an office and have a line to sign on or initials. */
const SIGNATURE =
  /^(?:(?:и о|врио|врид) )?(?:директор\S*|заведующ\S*|начальник\S*|(?:классн\S* )?руководител\S*|председател\S*|глава|ректор|куратор\S*|координатор\S*|методист|секретарь|ответственн\S*|заместител\S*|зам|утвержда\S*|согласован\S*|ознакомлен\S*|исп)(?: |$)/;

/** A role in the plural heads a list, also in the column of names. */
const ROLES = /^(?:наставники|наставляемые|менторы|подопечные|участники)$/;

/** A line to sign on; «/Иванов И. И./» may follow it. */
const SIGN_LINE = /_{4,}/;
const SIGNED_NAME = /(?<!_)_{3,}(?!_) ?[/(]? ?\p{Lu}/u;
const DATE_TO_SIGN =
  /^[«"“]?\s?(?:\d{1,2}|_{1,10})\s?[»"”]?\s?(?:\p{L}+|_+)\s?\d{2,4}/u;

/**
 * What a body row is. A row is a person unless it clearly is not: nothing
 * that names somebody is skipped.
 *
 * @param cells - Cells of the row; any width.
 */
export function rowKind(
  cells: readonly string[],
  context: RowContext,
): RowKind {
  const filled = cells
    .map((cell, index) => ({ text: oneLine(cell), index }))
    .filter(({ text }) => !saysNothing(text));
  const [first] = filled;
  if (first === undefined) {
    return { kind: "skip", reason: "Пустая строка." };
  }
  if (filled.length > 1 && isRepeatedHeader(filled, context)) {
    return { kind: "skip", reason: "Повтор шапки таблицы." };
  }
  if (filled.every(({ text }) => /^\(?\d{1,2}[.)]?$/.test(text))) {
    return numbersOnly(filled, context);
  }
  if (isTotal(filled, context) || isSignature(cells, filled, context)) {
    return { kind: "skip", reason: "Строка итогов или подписи." };
  }
  return filled.length === 1 ? loneCell(first, context) : PERSON;
}

type Filled = readonly { readonly text: string; readonly index: number }[];

function isRepeatedHeader(filled: Filled, context: RowContext): boolean {
  const same = filled.filter(({ text, index }) => {
    const header = context.headerKeys[index] ?? "";
    return header !== "" && compareKey(text) === header;
  });
  return same.length * 2 > filled.length;
}

/** «1 2 3 4 …» under the header, or the number of a line nobody filled. */
function numbersOnly(filled: Filled, context: RowContext): RowKind {
  const isCount =
    filled.length > 2 &&
    filled.every(
      ({ text }, at) =>
        Number(text.replace(/\D/g, "")) ===
        Number(filled[0]?.text.replace(/\D/g, "")) + at,
    );
  if (isCount) {
    return { kind: "skip", reason: "Номера граф под шапкой." };
  }
  const isOrdinal =
    filled.length === 1 &&
    filled.every(({ index }) => !context.mappedColumns.has(index));
  return isOrdinal
    ? { kind: "skip", reason: "Пустая строка: заполнен только номер." }
    : PERSON;
}

function isTotal(filled: Filled, context: RowContext): boolean {
  const texts = filled.slice(0, 2).map(({ text }) => compareKey(text));
  const hasName = filled.some(
    ({ text, index }) => context.nameColumns.has(index) && looksLikeName(text),
  );
  if (hasName) {
    return false;
  }
  return (
    texts.some((text) => TOTAL.test(text)) ||
    (SIGNATURE.test(texts[0] ?? "") && filled.length === 1)
  );
}

/**
 * An office, a line to sign on and perhaps a name, wherever they stand. A
 * column of the list to sign in («Подпись») does not make its rows signatures.
 */
function isSignature(
  cells: readonly string[],
  filled: Filled,
  context: RowContext,
): boolean {
  const [first] = filled;
  const lines = cells.filter(
    (cell, index) =>
      SIGN_LINE.test(cell) && !/подпис/.test(context.headerKeys[index] ?? ""),
  );
  if (first === undefined || lines.length === 0) {
    return false;
  }
  const isNamed = filled.some(
    ({ text, index }) => context.nameColumns.has(index) && canBeName(text),
  );
  if (SIGNATURE.test(compareKey(first.text))) {
    return !isNamed || !context.mappedColumns.has(first.index);
  }
  return (
    !isNamed &&
    (DATE_TO_SIGN.test(first.text) ||
      lines.some((line) => SIGNED_NAME.test(oneLine(line))))
  );
}

function loneCell(
  cell: { readonly text: string; readonly index: number },
  context: RowContext,
): RowKind {
  const { text, index } = cell;
  const isHeading = context.nameColumns.has(index)
    ? hasHeadingWord(text) ||
      looksLikeGroup(text) ||
      ROLES.test(compareKey(text))
    : index < LEADING_COLUMNS || !context.mappedColumns.has(index);
  return isHeading && /\p{L}/u.test(text) && !/^[=+@]/.test(text)
    ? {
        kind: "section",
        reason: `Заголовок раздела ${quoted(text)}.`,
        title: text,
      }
    : PERSON;
}
