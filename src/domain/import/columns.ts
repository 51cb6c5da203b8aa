/** What the import has to know of a column of the bank it fills. */

export type ImportKind =
  | "text"
  | "longtext"
  | "date"
  | "integer"
  | "number"
  | "choice"
  | "many"
  | "yesno";

/** What a cell says about the person, beyond its kind. */
export type Meaning =
  | "code"
  | "name"
  | "surname"
  | "given"
  | "patronymic"
  | "contact"
  | "birthYear"
  | "birthDate"
  | "participant"
  | "grade"
  | "role";

export type HeaderColumn = {
  readonly key: string;
  readonly header: string;
  readonly synonyms?: readonly string[];
  /** No header is taken that has only some words of a spelling. */
  readonly whole?: true;
};

export type ImportColumn = HeaderColumn & {
  readonly kind: ImportKind;
  /** Values of a choice or a list; absent = anything. */
  readonly allowed?: readonly string[];
  /** What else people write for a value of a choice: [text, value]. */
  readonly aliases?: readonly (readonly [string, string])[];
  /** Least and greatest number taken; 0 and no limit when absent. */
  readonly min?: number;
  readonly max?: number;
  /** Taken from the key when absent, see {@link meaningOf}. */
  readonly means?: Meaning;
};

/** Column key → index of a column of the source, from 0. */
export type Mapping = Readonly<Record<string, number>>;

const MEANING_OF_KEY: ReadonlyMap<string, Meaning> = new Map([
  ["id", "code"],
  ["fio", "name"],
  ["surname", "surname"],
  ["givenName", "given"],
  ["patronymic", "patronymic"],
  ["contacts", "contact"],
  ["email", "contact"],
  ["phone", "contact"],
  ["birthYear", "birthYear"],
  ["birthDate", "birthDate"],
  ["kind", "participant"],
  ["grade", "grade"],
  ["role", "role"],
]);

/** What a column says about the person, or null. */
export function meaningOf(column: ImportColumn): Meaning | null {
  return column.means ?? MEANING_OF_KEY.get(column.key) ?? null;
}

/**
 * Columns that a source may have in place of one column with the whole name
 * or all contacts. Their keys begin with «#»: they are read and never written.
 */
export const PART_COLUMNS: readonly ImportColumn[] = [
  {
    key: "#surname",
    header: "Фамилия",
    kind: "text",
    means: "surname",
    synonyms: ["Фам.", "Фамилия участника", "Surname"],
  },
  {
    key: "#given",
    header: "Имя",
    kind: "text",
    means: "given",
    synonyms: ["Имя участника", "Name", "И."],
  },
  {
    key: "#patronymic",
    header: "Отчество",
    kind: "text",
    means: "patronymic",
    synonyms: ["Отчество (при наличии)", "Отч.", "Отчество участника", "О."],
  },
  {
    key: "#phone",
    header: "Телефон",
    kind: "text",
    means: "contact",
    synonyms: [
      "Номер телефона",
      "Контактный телефон",
      "Мобильный телефон",
      "Сотовый телефон",
      "Тел.",
    ],
  },
  {
    key: "#email",
    header: "Электронная почта",
    kind: "text",
    means: "contact",
    synonyms: [
      "E-mail",
      "Email",
      "Почта",
      "Адрес электронной почты",
      "Эл. почта",
      "Эл. адрес",
    ],
  },
];

/** Where one file says who is a mentor and who is a mentee. */
export const ROLE_COLUMN: ImportColumn = {
  key: "#role",
  header: "Роль",
  kind: "text",
  means: "role",
  // «Наставник» alone heads a column of names.
  whole: true,
  synonyms: [
    "Роль в программе",
    "Роль участника",
    "Наставник/наставляемый",
    "Наставник или наставляемый",
    "Статус (наставник/наставляемый)",
  ],
};
