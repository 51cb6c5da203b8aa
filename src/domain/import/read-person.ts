/** A source row as a person: values, problems and what tells them apart. */
import { canBeName, looksLikeGroup } from "../people/looks-like-name";
import { nameWords } from "../people/normalize-name";
import type { PersonFacts } from "../people/same-person";
import { type ImportColumn, type Mapping, meaningOf } from "./columns";
import { compareKey, oneLine, quoted } from "./compare-text";
import type { ImportBank, ImportProblem, SourceLine } from "./import-plan";
import {
  groupKind,
  headcountIn,
  type NameFlaw,
  nameCellFlaw,
} from "./name-cell";
import type { ImportValue } from "./read-cell";
import { type ReadRow, readRow } from "./read-row";
import { type RowContext, rowKind } from "./row-kind";

/** Which source columns tell people from other rows. */
export function rowContext(bank: {
  readonly mapping: Mapping;
  readonly columns: readonly ImportColumn[];
  readonly headers?: readonly string[];
}): RowContext {
  const nameKeys = bank.columns
    .filter((column) => meaningOf(column) === "name")
    .map(({ key }) => key);
  const indexes = (keys: readonly string[]) =>
    new Set(
      keys
        .map((key) => bank.mapping[key])
        .filter((index): index is number => index !== undefined),
    );
  return {
    nameColumns: indexes([...nameKeys, "#surname", "#given"]),
    mappedColumns: indexes(Object.keys(bank.mapping)),
    headerKeys: (bank.headers ?? []).map(compareKey),
  };
}

export type ReadPerson = {
  readonly sourceRow: number;
  readonly skip: string | null;
  readonly values: Readonly<Record<string, ImportValue>>;
  readonly problems: readonly ImportProblem[];
  readonly facts: PersonFacts;
  /** Why the cell for the name, as written, names no single person. */
  readonly nameFlaw: NameFlaw | null;
  /** Row id as written in the source, or "". */
  readonly code: string;
};

/** «5», «10 «А»», «7-б класс». */
const CLASS =
  /^(?:[1-9]|1[01])(?:[\s-]*[«"]?\p{L}[»"]?)?(?:\s*кл(?:\.|асс)?)?$/u;

const NOBODY: PersonFacts = {
  name: "",
  email: null,
  phone: null,
  birthYear: null,
};

/** Reads one row; `skip` says why it names nobody. */
export function readLine(
  line: SourceLine,
  bank: ImportBank,
  context: RowContext,
): ReadPerson {
  const { sourceRow, cells } = line;
  const kind = rowKind(cells, context);
  if (kind.kind !== "person") {
    return {
      sourceRow,
      skip: kind.reason,
      values: {},
      problems: [],
      facts: NOBODY,
      nameFlaw: null,
      code: "",
    };
  }
  const { values: own, problems } = readRow(cells, bank.mapping, bank.columns);
  const values = withSection(
    withGroup(withClass(own, bank), bank),
    bank,
    line.section,
  );
  const codeKeys = keysMeaning(bank.columns, "code");
  const facts = factsOf(values, bank.columns);
  return {
    sourceRow,
    skip: null,
    values: Object.fromEntries(
      Object.entries(values).filter(([key]) => !codeKeys.includes(key)),
    ),
    problems: [...lonelyName(facts.name, bank), ...problems].map(
      ({ key, message }) => ({
        sourceRow,
        header: headerOf(key, bank),
        message,
      }),
    ),
    facts,
    nameFlaw: nameCellFlaw(writtenName(cells, bank) || facts.name),
    code: codeKeys.map((key) => String(values[key] ?? "")).join(""),
  };
}

/** The name's own cell with its commas and line breaks, "" without one. */
function writtenName(cells: readonly string[], bank: ImportBank): string {
  return keysMeaning(bank.columns, "name")
    .map((key) => cells[bank.mapping[key] ?? -1] ?? "")
    .join("");
}

/**
 * One column for «класс / должность»: «6 «Б»» in it is a class, where the
 * source has no column for classes.
 */
function withClass(
  values: ReadRow["values"],
  bank: ImportBank,
): ReadRow["values"] {
  const key = keysMeaning(bank.columns, "grade")[0];
  const { position } = values;
  return key !== undefined &&
    bank.mapping[key] === undefined &&
    typeof position === "string" &&
    CLASS.test(oneLine(position))
    ? { ...values, [key]: position, position: null }
    : values;
}

/** A group or a class by its name, with the number of people in it. */
function withGroup(
  values: ReadRow["values"],
  bank: ImportBank,
): ReadRow["values"] {
  const key = keysMeaning(bank.columns, "participant")[0];
  const name = keysMeaning(bank.columns, "name")
    .map((one) => String(values[one] ?? ""))
    .join(" ");
  const kind = groupKind(name);
  if (key === undefined || kind === null) {
    return key === undefined ? values : withClassAsName(values, bank, key);
  }
  const headcount = values["headcount"] ?? headcountIn(name);
  return {
    ...values,
    [key]: values[key] ?? kind,
    ...(headcount === null ? {} : { headcount }),
  };
}

/** A list of classes with their head-count has no names but the classes'. */
function withClassAsName(
  values: ReadRow["values"],
  bank: ImportBank,
  participant: string,
): ReadRow["values"] {
  const [name] = keysMeaning(bank.columns, "name");
  const grade = values[keysMeaning(bank.columns, "grade")[0] ?? ""];
  const isOfClasses =
    name !== undefined &&
    bank.mapping[name] === undefined &&
    bank.mapping["#surname"] === undefined &&
    bank.mapping["headcount"] !== undefined;
  return isOfClasses && typeof grade === "string"
    ? {
        ...values,
        [name]: /кл|гр/i.test(grade) ? grade : `${grade} класс`,
        [participant]: values[participant] ?? "класс",
      }
    : values;
}

/** The class named by the heading above, where the row itself names none. */
function withSection(
  values: ReadRow["values"],
  bank: ImportBank,
  section: string | undefined,
): ReadRow["values"] {
  const key = keysMeaning(bank.columns, "grade")[0];
  return section === undefined || key === undefined || values[key] != null
    ? values
    : { ...values, [key]: section };
}

/** A person under one word is taken, and will be mixed up with namesakes. */
function lonelyName(name: string, bank: ImportBank): ReadRow["problems"] {
  const isLonely = canBeName(name) && nameWords(name).length === 1;
  return isLonely
    ? keysMeaning(bank.columns, "name").map((key) => ({
        key,
        message: `В ФИО одно слово: ${quoted(name)}. Допишите фамилию, имя и отчество.`,
      }))
    : [];
}

/** Keys of the columns that say this about a person. */
export function keysMeaning(
  columns: readonly ImportColumn[],
  meaning: string,
): readonly string[] {
  return columns
    .filter((column) => meaningOf(column) === meaning)
    .map(({ key }) => key);
}

function headerOf(key: string, bank: ImportBank): string {
  const index = bank.mapping[key];
  const written = index === undefined ? "" : (bank.headers?.[index] ?? "");
  const column = bank.columns.find((candidate) => candidate.key === key);
  return written === "" ? (column?.header ?? key) : written;
}

function factsOf(
  values: Readonly<Record<string, ImportValue>>,
  columns: readonly ImportColumn[],
): PersonFacts {
  const text = (meaning: string) =>
    keysMeaning(columns, meaning)
      .map((key) => String(values[key] ?? ""))
      .join(" ")
      .trim();
  const contact = text("contact");
  const year = Number(text("birthYear"));
  return personal({
    name: text("name"),
    email: contact,
    phone: contact,
    birthYear: year > 0 ? year : null,
  });
}

/** Contacts of a class are its teacher's: they do not tell who it is. */
export function personal(facts: PersonFacts): PersonFacts {
  return looksLikeGroup(facts.name) ? { ...NOBODY, name: facts.name } : facts;
}
