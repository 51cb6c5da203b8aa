/** The tab «Критерии» as matching takes it; what cannot be read is a problem with its place. */
import { choiceKey } from "../domain/matching/choice-key";
import {
  CRITERIA,
  type Criterion,
  type CriterionKind,
  KIND_OF_WORD,
  type Limit,
  PAIR_KINDS,
  WEIGHT_OF_WORD,
} from "../domain/matching/criteria";
import type { Problem } from "../shared/rpc";
import { type Book, type Row, rowsOf, type TableState, textOf } from "./book";
import { headerKey } from "./header";
import type { Column } from "./table";
import { AGE } from "./tables/age";

export type ReadCriteria = {
  readonly criteria: readonly Criterion[];
  readonly problems: readonly Problem[];
};

/** A cell that cannot be used: why, and in which column. */
type Fault = { readonly column: string; readonly message: string };

/** Every row of the tab that can be used; the others are reported. */
export function criteriaOf(book: Book): ReadCriteria {
  const criteria: Criterion[] = [];
  const problems: Problem[] = [];
  for (const row of rowsOf(book, "criteria")) {
    const read = readRow(book, row);
    if ("message" in read) {
      problems.push({
        severity: "warning",
        tab: "Критерии",
        row: row.row,
        column: book.tables.criteria.headers[read.column] ?? read.column,
        message: `${read.message} Пока критерий не учитывается.`,
      });
    } else {
      criteria.push(read);
    }
  }
  return { criteria, problems };
}

function readRow(book: Book, row: Row): Criterion | Fault {
  const base = CRITERIA.find(({ key }) => key === row.id) ?? null;
  const name = textOf(row, "name").trim() || (base?.name ?? "");
  const weight = wordIn(WEIGHT_OF_WORD, textOf(row, "weight"));
  if (weight === undefined) {
    return badWord("weight", textOf(row, "weight"), WEIGHT_OF_WORD);
  }
  const kindWord = textOf(row, "kind");
  const kind =
    kindWord.trim() === "" ? base?.kind : wordIn(KIND_OF_WORD, kindWord);
  if (kind === undefined) {
    return badWord("kind", kindWord, KIND_OF_WORD);
  }
  if (name === "") {
    return { column: "name", message: "У критерия нет названия. Впишите его." };
  }
  const limit = limitFor(kind, textOf(row, "limit"), base);
  if (limit === "bad") {
    return { column: "limit", message: badLimit(kind, textOf(row, "limit")) };
  }
  const mentee = fieldOf(book, "mentees", row, kind, base);
  const mentor = fieldOf(book, "mentors", row, kind, base);
  if (typeof mentee !== "string" || typeof mentor !== "string") {
    return typeof mentee !== "string" ? mentee : (mentor as Fault);
  }
  return {
    key: row.id,
    name,
    about: textOf(row, "about"),
    kind,
    menteeField: mentee,
    mentorField: mentor,
    limit,
    weight,
    code: base?.code ?? "CRITERION",
  };
}

function wordIn<T>(
  words: Readonly<Record<string, T>>,
  text: string,
): T | undefined {
  const key = choiceKey(text);
  const word = Object.keys(words).find((one) => choiceKey(one) === key);
  return word === undefined ? undefined : words[word];
}

function badWord(
  column: string,
  text: string,
  words: Readonly<Record<string, unknown>>,
): Fault {
  const choices = Object.keys(words).join(", ");
  return {
    column,
    message:
      text.trim() === ""
        ? `Ячейка пуста. Выберите: ${choices}.`
        : `Слово «${text.slice(0, 40)}» не подходит. Выберите: ${choices}.`,
  };
}

/**
 * The key of the column that a cell names: by its header in the book, its
 * official header or another usual one, else the header of a column of the
 * curator's own.
 */
function fieldOf(
  book: Book,
  bank: "mentees" | "mentors",
  row: Row,
  kind: CriterionKind,
  base: Criterion | null,
): string | Fault {
  const column = bank === "mentees" ? "menteeField" : "mentorField";
  const text = textOf(row, column).trim();
  if (PAIR_KINDS.has(kind)) {
    return "";
  }
  if (text === "") {
    return (
      base?.[column] ??
      (kind === "wishes"
        ? "wishes"
        : { column, message: "Впишите заголовок графы, которую сравнивать." })
    );
  }
  const { table } = book.tables[bank];
  if (headerKey(text) === headerKey(AGE.header)) {
    return AGE.key;
  }
  const { known, own } = columnsNamed(book.tables[bank], text);
  if (known !== undefined) {
    return known.personal === true ||
      known.closed === true ||
      known.derived === true ||
      known.hidden === true
      ? {
          column,
          message: `Графа «${text}» не сравнивается: в ней личные, закрытые или служебные сведения. Выберите другую.`,
        }
      : known.key;
  }
  return (
    own ?? {
      column,
      message: `На вкладке «${table.title}» нет графы «${text.slice(0, 60)}». Исправьте заголовок или добавьте графу.`,
    }
  );
}

/** The bank's column that a text names, or one of the curator's own called exactly or nearly so. */
function columnsNamed(
  { table, headers, ownHeaders }: TableState,
  text: string,
): { readonly known?: Column | undefined; readonly own?: string | undefined } {
  const wanted = headerKey(text);
  const isSame = (name: string | undefined) => name?.trim() === text;
  // Of signs alone («🎯») no letter is left to compare.
  const isNamed = (name: string | undefined) =>
    name !== undefined && wanted !== "" && headerKey(name) === wanted;
  const own = ownHeaders.find(isSame);
  const known =
    table.columns.find(({ key }) => isNamed(headers[key])) ??
    table.columns.find(({ header }) => isNamed(header)) ??
    table.columns.find(({ synonyms }) => synonyms?.some(isNamed));
  return own !== undefined && !isSame(headers[known?.key ?? ""])
    ? { own }
    : { known, own: own ?? ownHeaders.find(isNamed) };
}

const SIGNED = "(-?\\d+(?:[.,]\\d+)?)";
const RANGE = new RegExp(`^(?:от )?${SIGNED} ?(?:-|до|\\.{2,3}|…) ?${SIGNED}$`);
const FROM = new RegExp(`^от ${SIGNED}$`);
const UP_TO = new RegExp(`^до ${SIGNED}$`);
const ONE = new RegExp(`^${SIGNED}$`);

/** Kinds that read the column «Предел». */
const LIMITED: ReadonlySet<CriterionKind> = new Set<CriterionKind>([
  "closeness",
  "order-gap",
  "time-overlap",
]);

function limitFor(
  kind: CriterionKind,
  text: string,
  base: Criterion | null,
): Limit | null | "bad" {
  if (!LIMITED.has(kind)) {
    return null;
  }
  if (text.trim() === "") {
    const limit = base?.kind === kind ? base.limit : null;
    return limit ?? (kind === "time-overlap" ? null : "bad");
  }
  const limit = readLimit(kind, text);
  return limit === null || !isUsable(kind, limit) ? "bad" : limit;
}

/** A single number: the distance, «this much or more», the minutes needed. */
function readLimit(kind: CriterionKind, text: string): Limit | null {
  const clean = text.trim().toLowerCase().replace(/[−–—]/g, "-");
  const range = RANGE.exec(clean);
  if (range !== null) {
    return ordered(numberIn(range[1]), numberIn(range[2]));
  }
  const from = FROM.exec(clean);
  if (from !== null) {
    return { from: numberIn(from[1]), to: Number.POSITIVE_INFINITY };
  }
  const upTo = UP_TO.exec(clean);
  if (upTo !== null) {
    return { from: Number.NEGATIVE_INFINITY, to: numberIn(upTo[1]) };
  }
  const one = ONE.exec(clean);
  if (one === null) {
    return null;
  }
  const number = numberIn(one[1]);
  if (kind === "closeness") {
    return { from: 0, to: number };
  }
  if (kind === "time-overlap") {
    return { from: number, to: number };
  }
  return number < 0
    ? { from: Number.NEGATIVE_INFINITY, to: number }
    : { from: number, to: Number.POSITIVE_INFINITY };
}

function numberIn(text: string | undefined): number {
  return Number((text ?? "").replace(",", "."));
}

function ordered(a: number, b: number): Limit {
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

function isUsable(kind: CriterionKind, { from, to }: Limit): boolean {
  return kind === "order-gap" || (from >= 0 && to > 0 && Number.isFinite(to));
}

function badLimit(kind: CriterionKind, text: string): string {
  const example =
    kind === "closeness"
      ? "расстояние, на котором совпадения уже нет, например 4"
      : kind === "order-gap"
        ? "лучшую разницу, например 2–4, от 5 или −2"
        : "минуты в неделю от и до, например 30–60";
  return text.trim() === ""
    ? `Впишите предел: ${example}.`
    : `Предел «${text.slice(0, 40)}» не прочитан. Впишите ${example}.`;
}
