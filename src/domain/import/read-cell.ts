/** One cell as its column wants it, with a message when it is not that. */
import { cutToCell, MAX_CELL_CHARACTERS } from "../cell-text";
import {
  type Reading,
  readDate,
  readInteger,
  readNumber,
  readYear,
  readYesNo,
} from "./cells";
import { readChoice, readMany } from "./choices";
import { type ImportColumn, meaningOf } from "./columns";
import {
  compareKey,
  keptLine,
  keptLines,
  oneLine,
  quoted,
  saysNothing,
} from "./compare-text";

/** Text, number or, where the cell is blank or was not understood, null. */
export type ImportValue = string | number | null;

/** «8,9E+10»: most digits of a telephone are lost. */
const SHORTENED_NUMBER = /^\s*\d(?:[.,]\d+)?[EЕ]\+\d{1,2}\s*$/i;

/** «до 3»: what a mentor can take at most is the answer. */
const AT_MOST = /^\s*(?:до|не более|не больше|максимум|макс\.?|max)\s+(?=\d)/i;

/** Values named in a message. */
const MAX_NAMED_CHOICES = 8;

type CellResult = {
  readonly value: ImportValue;
  readonly message: string | null;
};

/** A cell as its column wants it; null and a message when it is not that. */
export function readCell(text: string, column: ImportColumn): CellResult {
  if (text.length > MAX_CELL_CHARACTERS) {
    const read = readCell(cutToCell(text), column);
    return {
      ...read,
      message: `Текст длиннее 50 000 знаков, ячейка столько не вмещает. Записано начало: ${quoted(text)}.`,
    };
  }
  if (column.kind === "yesno") {
    return yesNoCell(text);
  }
  if (saysNothing(text)) {
    return { value: null, message: null };
  }
  if (meaningOf(column) === "contact" && SHORTENED_NUMBER.test(text)) {
    return bad(
      `Номер сокращён программой таблиц: ${quoted(text)}. Задайте графе формат «Текст» и впишите номер заново.`,
    );
  }
  switch (column.kind) {
    case "text":
      return { value: keptLine(text), message: null };
    case "longtext":
      return { value: keptLines(text), message: null };
    case "date":
      if (meaningOf(column) === "birthDate" && isRead(readYear(text))) {
        const date = readDate(text);
        return { value: date === "invalid" ? null : date, message: null };
      }
      return orBad(
        readDate(text),
        `Не похоже на дату: ${quoted(text)}. Запишите, например, 05.09.2026.`,
      );
    case "integer":
    case "number":
      return numberCell(text, column);
    case "choice":
      return choiceCell(text, column);
    case "many":
      return manyCell(text, column.allowed);
  }
}

function bad(message: string): CellResult {
  return { value: null, message };
}

function orBad(
  reading: Reading<string> | Reading<number>,
  message: string,
): CellResult {
  return reading === "invalid"
    ? bad(message)
    : { value: reading, message: null };
}

function yesNoCell(text: string): CellResult {
  const reading = readYesNo(text);
  if (reading === "invalid") {
    return bad(`Нужно «да» или «нет», а стоит ${quoted(text)}.`);
  }
  return {
    value: reading === null ? null : reading ? "да" : "нет",
    message: null,
  };
}

function numberCell(text: string, column: ImportColumn): CellResult {
  if (meaningOf(column) === "birthYear") {
    return orBad(
      readYear(text),
      `Не похоже на год рождения: ${quoted(text)}. Запишите четыре цифры, например 2011.`,
    );
  }
  const isWhole = column.kind === "integer";
  const written = column.key === "capacity" ? text.replace(AT_MOST, "") : text;
  const reading = isWhole ? readInteger(written) : readNumber(written);
  if (typeof reading !== "number") {
    return orBad(
      reading,
      `Нужно ${isWhole ? "целое число" : "число"}, а стоит ${quoted(text)}.`,
    );
  }
  const least = column.min ?? 0;
  const isFit =
    reading >= least && (column.max === undefined || reading <= column.max);
  const most = column.max === undefined ? "" : ` и не больше ${column.max}`;
  return isFit
    ? { value: reading, message: null }
    : bad(`Нужно число не меньше ${least}${most}, а стоит ${quoted(text)}.`);
}

function choiceCell(text: string, column: ImportColumn): CellResult {
  const { allowed } = column;
  const alias = (column.aliases ?? []).find(
    ([written]) =>
      written === oneLine(text) ||
      (compareKey(written) !== "" && compareKey(written) === compareKey(text)),
  );
  if (allowed === undefined) {
    return { value: alias?.[1] ?? oneLine(text), message: null };
  }
  const value = alias?.[1] ?? readChoice(text, allowed);
  return value === null
    ? bad(
        `Такого значения нет в списке: ${quoted(text)}. Можно: ${named(allowed)}.`,
      )
    : { value, message: null };
}

function manyCell(
  text: string,
  allowed: readonly string[] | undefined,
): CellResult {
  const { values, unknown } = readMany(text, allowed);
  return {
    value: values.length === 0 ? null : values.join("; "),
    message:
      unknown.length === 0
        ? null
        : `Нет в списке и не загружено: ${unknown.map(quoted).join(", ")}.`,
  };
}

function named(allowed: readonly string[]): string {
  const shown = allowed.slice(0, MAX_NAMED_CHOICES).join(", ");
  return allowed.length > MAX_NAMED_CHOICES ? `${shown} и другие` : shown;
}

/** Whether something stands there and was understood. */
export function isRead(reading: Reading<string> | Reading<number>): boolean {
  return reading !== null && reading !== "invalid";
}
