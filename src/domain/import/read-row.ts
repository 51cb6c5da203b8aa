/** One source row as values for a bank, with a problem for each bad cell. */
import { cutToCell, MAX_CELL_CHARACTERS } from "../cell-text";
import { joinName } from "../people/join-name";
import { canBeName } from "../people/looks-like-name";
import {
  type Reading,
  readDate,
  readInteger,
  readNumber,
  readYear,
  readYesNo,
} from "./cells";
import { readChoice, readMany } from "./choices";
import { type ImportColumn, type Mapping, meaningOf } from "./columns";
import {
  compareKey,
  keptLine,
  keptLines,
  oneLine,
  quoted,
  saysNothing,
} from "./compare-text";
import { nameCellFlaw } from "./name-cell";

/** Text, number or, where the cell is blank or was not understood, null. */
export type ImportValue = string | number | null;

export type ReadRow = {
  /** One entry for every mapped key that is written (not «#…»). */
  readonly values: Readonly<Record<string, ImportValue>>;
  readonly problems: readonly {
    readonly key: string;
    readonly message: string;
  }[];
};

/** «8,9E+10»: most digits of a telephone are lost. */
const SHORTENED_NUMBER = /^\s*\d(?:[.,]\d+)?[EЕ]\+\d{1,2}\s*$/i;

/** «до 3»: what a mentor can take at most is the answer. */
const AT_MOST = /^\s*(?:до|не более|не больше|максимум|макс\.?|max)\s+(?=\d)/i;

/** «1) Иванов», «2. Петров»: the number of the line in front of a name. */
const ORDINAL = /^\s*\d{1,3}\s*[.)]\s*(?=\p{L})/u;

/** Values named in a message. */
const MAX_NAMED_CHOICES = 8;

/**
 * Reads the mapped cells of a row. A bad cell gives null and a problem; of a
 * list, the known values are kept. Several values of one cell are joined with
 * «; », yes and no are «да» and «нет», dates YYYY-MM-DD.
 *
 * @param cells - The row; cells beyond its end are blank.
 */
export function readRow(
  cells: readonly string[],
  mapping: Mapping,
  columns: readonly ImportColumn[],
): ReadRow {
  const values: [string, ImportValue][] = [];
  const problems: { key: string; message: string }[] = [];
  for (const column of columns) {
    const text = sourceText(cells, mapping, column);
    if (text !== null && !column.key.startsWith("#")) {
      const { value, message } = readCell(text, column);
      values.push([column.key, value]);
      if (message !== null) {
        problems.push({ key: column.key, message });
      }
    }
  }
  return {
    values: withBirth(Object.fromEntries(values), cells, mapping, columns),
    problems,
  };
}

/**
 * A whole date of birth tells the year too, wherever it stands; a year in the
 * place of a date is no fault.
 */
function withBirth(
  values: ReadRow["values"],
  cells: readonly string[],
  mapping: Mapping,
  columns: readonly ImportColumn[],
): ReadRow["values"] {
  const found = { ...values };
  const texts = columns
    .filter((column) =>
      ["birthYear", "birthDate"].includes(meaningOf(column) ?? ""),
    )
    .map((column) => sourceText(cells, mapping, column) ?? "");
  for (const column of columns) {
    const meaning = meaningOf(column);
    const read: ((text: string) => Reading<string> | Reading<number>) | null =
      meaning === "birthDate"
        ? readDate
        : meaning === "birthYear"
          ? readYear
          : null;
    if (read !== null && found[column.key] == null) {
      const reading = texts.map((text) => read(text)).find(isRead);
      if (reading !== undefined) {
        found[column.key] = reading;
      }
    }
  }
  return withYearOf(found, columns);
}

/** The serial number of a day is no year, but the date it stands for has one. */
function withYearOf(
  values: ReadRow["values"],
  columns: readonly ImportColumn[],
): ReadRow["values"] {
  const keyOf = (meaning: string) =>
    columns.find((column) => meaningOf(column) === meaning)?.key ?? "";
  const [year, date] = [keyOf("birthYear"), values[keyOf("birthDate")]];
  return typeof date === "string" && year !== "" && values[year] == null
    ? { ...values, [year]: Number(date.slice(0, 4)) }
    : values;
}

function isRead(reading: Reading<string> | Reading<number>): boolean {
  return reading !== null && reading !== "invalid";
}

/** Text of a column's cell, null when the source has no such column. */
function sourceText(
  cells: readonly string[],
  mapping: Mapping,
  column: ImportColumn,
): string | null {
  const at = (key: string): string | null => {
    const index = mapping[key];
    return index === undefined ? null : (cells[index] ?? "");
  };
  const own = at(column.key);
  switch (meaningOf(column)) {
    case "name":
      return wholeName(own, [at("#surname"), at("#given"), at("#patronymic")]);
    case "contact":
      return allContacts([own, at("#phone"), at("#email")]);
    default:
      return own;
  }
}

function wholeName(
  own: string | null,
  parts: readonly [string | null, string | null, string | null],
): string | null {
  if ((own !== null && !saysNothing(own)) || parts.every((part) => !part)) {
    // «Иванов, Иван» is a name with a comma too many.
    const name = own?.replace(ORDINAL, "") ?? null;
    return name !== null && canBeName(name) && nameCellFlaw(name) === null
      ? name.replace(/,/g, " ")
      : name;
  }
  const [surname, given, patronymic] = parts.map((part) =>
    keptLine(part ?? ""),
  );
  return joinName(surname ?? "", given ?? "", patronymic ?? "");
}

function allContacts(texts: readonly (string | null)[]): string | null {
  const known = texts.filter((text): text is string => text !== null);
  const said = new Map(
    known
      .filter((text) => !saysNothing(text))
      .map((text) => [oneLine(text), keptLine(text)]),
  );
  return known.length === 0 ? null : [...said.values()].join(", ");
}

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
