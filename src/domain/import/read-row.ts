/** One source row as values for a bank, with a problem for each bad cell. */
import { joinName } from "../people/join-name";
import { canBeName } from "../people/looks-like-name";
import { type Reading, readDate, readYear } from "./cells";
import { type ImportColumn, type Mapping, meaningOf } from "./columns";
import { keptLine, oneLine, saysNothing } from "./compare-text";
import { nameCellFlaw } from "./name-cell";
import { type ImportValue, isRead, readCell } from "./read-cell";

export type ReadRow = {
  /** One entry for every mapped key that is written (not «#…»). */
  readonly values: Readonly<Record<string, ImportValue>>;
  readonly problems: readonly {
    readonly key: string;
    readonly message: string;
  }[];
};

/** «1) Иванов», «2. Петров»: the number of the line in front of a name. */
const ORDINAL = /^\s*\d{1,3}\s*[.)]\s*(?=\p{L})/u;

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
