/** Stages and roadmaps of the tab as choices of a field. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";

type Choice = { readonly value: string; readonly label: string };

const MAX_LABEL = 70;

/** «3. Отбор и обучение». */
export function stageLabel(row: Row): string {
  const label = [textOf(row, "number").replace(/\.$/, ""), textOf(row, "stage")]
    .filter(Boolean)
    .join(". ")
    .replace(/\s+/g, " ");
  return label.length > MAX_LABEL
    ? `${label.slice(0, MAX_LABEL - 1).trim()}…`
    : label;
}

export const isDated = (row: Row) =>
  textOf(row, "start") !== "" || textOf(row, "end") !== "";

/** Stages that are done every year by their own words. */
const YEARLY = /ежегодн|каждый год|каждого года|раз в год/iu;

export const isYearly = (row: Row) =>
  YEARLY.test(`${textOf(row, "repeat")} ${textOf(row, "dateText")}`);

/** Nobody has said when: «по мере необходимости» is an answer, «ежегодно» is none. */
export const lacksDate = (row: Row) =>
  !isDated(row) && (textOf(row, "dateText").trim() === "" || isYearly(row));

/** Rows of one roadmap, in the order of the tab. */
export function rowsOfSource(book: Book, source: string): readonly Row[] {
  return rowsOf(book, "roadmap").filter(
    (row) => textOf(row, "source") === source,
  );
}

/** The roadmaps of the tab, the last one first. */
export function sourceChoices(book: Book): readonly Choice[] {
  const sources = new Set(
    rowsOf(book, "roadmap").map((row) => textOf(row, "source")),
  );
  return [...sources].reverse().map((source) => ({
    value: source,
    label: source === "" ? "Строки без названия карты" : source,
  }));
}

export const NO_ROADMAP =
  "На вкладке «Дорожная карта» нет строк. Начните с «Дорожная карта…».";
