/** The key «code – name» as a .csv file that the curator keeps, written and read. */
import { compareKey } from "../import/compare-text";
import { personCode } from "./person-code";

/** A person of the key; blank texts where nothing is known. */
export type KeyEntry = {
  readonly code: string;
  readonly name: string;
  readonly contacts: string;
  /** As people write it: 05.09.2011. */
  readonly birthDate: string;
};

/** A text that names were taken out of, so that nothing is lost. */
export type KeyText = {
  readonly code: string;
  readonly tab: string;
  readonly column: string;
  readonly text: string;
};

const HEADER = [
  "Код",
  "ФИО",
  "Контакты",
  "Дата рождения",
  "Вкладка",
  "Графа",
  "Прежний текст",
] as const;

/** Excel reads UTF-8 only behind this mark. */
const BYTE_ORDER_MARK = "\ufeff";

/** What makes a table program take a text for a formula. */
const FORMULA_START = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠\t\r]/;

/** Text of the file: semicolons, quotes where needed, no cell that computes. */
export function writeKeyFile(
  entries: readonly KeyEntry[],
  texts: readonly KeyText[] = [],
): string {
  const rows = [
    [...HEADER],
    ...entries.map(({ code, name, contacts, birthDate }) => [
      code,
      name,
      contacts,
      birthDate,
      "",
      "",
      "",
    ]),
    ...texts.map(({ code, tab, column, text }) => [
      code,
      "",
      "",
      "",
      tab,
      column,
      text,
    ]),
  ];
  const lines = rows.map((row) => row.map(cellText).join(";"));
  return `${BYTE_ORDER_MARK}${lines.join("\r\n")}\r\n`;
}

function cellText(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** A cell as it was before {@link writeKeyFile} made it safe. */
function plainText(cell: string | undefined): string {
  const text = (cell ?? "").trim();
  return text.startsWith("'") && FORMULA_START.test(text.slice(1))
    ? text.slice(1)
    : text;
}

export type ReadKey = {
  readonly entries: readonly KeyEntry[];
  /** Russian sentences: rows passed over, codes with two names. */
  readonly problems: readonly string[];
};

const NAME_HEADERS = [
  "фио",
  "ф и о",
  "имя",
  "фамилия имя отчество",
  "фио полностью",
  "участник",
  "наставляемый",
  "наставник",
];

/**
 * Reads a key that the add-on or a person has made: a column with codes, one
 * with names, perhaps «Фамилия», «Имя», «Отчество» apart, with or without a
 * header.
 *
 * @param rows - Cells of the file, as `readDelimited` or a sheet gives them.
 */
export function readKeyFile(rows: readonly (readonly string[])[]): ReadKey {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  const codeAt = columnOfCodes(filled);
  if (codeAt === null) {
    return {
      entries: [],
      problems: [
        "В файле нет графы с кодами участников вида НСТ-014. Нужны хотя бы две графы: «Код» и «ФИО».",
      ],
    };
  }
  const places = placesOf(filled, codeAt);
  const entries = new Map<string, KeyEntry>();
  const problems: string[] = [];
  for (const row of filled) {
    const code = personCode(row[codeAt] ?? "");
    const entry = code === null ? null : entryOf(code, row, places);
    if (entry === null || isBlank(entry)) {
      continue;
    }
    const known = entries.get(entry.code);
    if (
      known !== undefined &&
      known.name !== "" &&
      entry.name !== "" &&
      known.name !== entry.name
    ) {
      problems.push(
        `Код ${entry.code} стоит в файле дважды с разными именами: взято первое.`,
      );
    }
    entries.set(entry.code, known === undefined ? entry : merged(known, entry));
  }
  return { entries: [...entries.values()], problems };
}

function isBlank({ name, contacts, birthDate }: KeyEntry): boolean {
  return name === "" && contacts === "" && birthDate === "";
}

function merged(a: KeyEntry, b: KeyEntry): KeyEntry {
  return {
    code: a.code,
    name: a.name || b.name,
    contacts: a.contacts || b.contacts,
    birthDate: a.birthDate || b.birthDate,
  };
}

function columnOfCodes(rows: readonly (readonly string[])[]): number | null {
  const counts = new Map<number, number>();
  for (const row of rows) {
    row.forEach((cell, index) => {
      if (personCode(cell) !== null) {
        counts.set(index, (counts.get(index) ?? 0) + 1);
      }
    });
  }
  let best: number | null = null;
  for (const [index, count] of counts) {
    if (best === null || count > (counts.get(best) ?? 0)) {
      best = index;
    }
  }
  return best;
}

type Places = {
  readonly names: readonly number[];
  readonly contacts: readonly number[];
  readonly birthDate: number;
};

/** By the header; without one, the name stands in the next column. */
function placesOf(
  rows: readonly (readonly string[])[],
  codeAt: number,
): Places {
  const first = rows.findIndex((row) => personCode(row[codeAt] ?? "") !== null);
  const header = rows[first - 1] ?? [];
  const keys = header.map((cell) => compareKey(cell));
  const parts = ["фамилия", "имя", "отчество"].map((key) => keys.indexOf(key));
  const whole = keys.findIndex(
    (key) => NAME_HEADERS.includes(key) || /^фио(?: |$)/.test(key),
  );
  const hasParts = (parts[0] ?? -1) >= 0;
  return {
    names: hasParts
      ? parts.filter((index) => index >= 0)
      : [whole >= 0 ? whole : codeAt + 1],
    contacts: keys.flatMap((key, index) =>
      /^(?:контакт|телефон|почта|e mail|email|электронная)/.test(key)
        ? [index]
        : [],
    ),
    birthDate: keys.indexOf("дата рождения"),
  };
}

function entryOf(
  code: string,
  row: readonly string[],
  { names, contacts, birthDate }: Places,
): KeyEntry {
  const joined = (places: readonly number[], separator: string) =>
    places
      .map((index) => plainText(row[index]))
      .filter((text) => text !== "")
      .join(separator);
  return {
    code,
    name: joined(names, " "),
    contacts: joined(contacts, ", "),
    birthDate: birthDate < 0 ? "" : plainText(row[birthDate]),
  };
}
