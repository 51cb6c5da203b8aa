/** What the preview of an erasure tells besides the places. */

import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import { personName } from "../../book/derive";
import type { ErasureDue } from "../../book/retention";
import { masked, type Seeker } from "../../domain/erasure/traces";
import { russianDate } from "../../domain/language/dates";
import { CURRENT_PAIR } from "../../domain/vocabulary";
import type { Section } from "../../shared/rpc";

/** The people, with the last day of keeping where it is known. */
export function peopleSection(people: readonly ErasureDue[]): Section {
  const isDated = people.some(({ until }) => until !== null);
  return {
    title: "Чьи данные удаляются",
    headers: ["Код", "Кто", ...(isDated ? ["Хранить до"] : [])],
    rows: people.map(({ row, until }) => [
      row.id,
      personName(row),
      ...(isDated ? [until === null ? "" : russianDate(until)] : []),
    ]),
  };
}

/** Pairs that cannot go on without the person. */
export function endedPairs(
  book: Book,
  people: readonly Row[],
): readonly string[] {
  const codes = new Set(people.map(({ id }) => id));
  const ended = rowsOf(book, "pairs").filter(
    (pair) =>
      (codes.has(textOf(pair, "menteeId")) ||
        codes.has(textOf(pair, "mentorId"))) &&
      CURRENT_PAIR.includes(textOf(pair, "status")),
  );
  return ended.length === 0
    ? []
    : [
        `Действующие пары станут прекращёнными досрочно: ${ended.map(({ id }) => id).join(", ")}. Если они есть в приказе, издайте приказ о прекращении.`,
      ];
}

/** Where the curator wrote that the paper is kept. */
export function papersKept(
  book: Book,
  people: readonly Row[],
  seek: Seeker,
): readonly string[] {
  const codes = new Set(people.map(({ id }) => id));
  const places = rowsOf(book, "consents")
    .filter((row) => codes.has(textOf(row, "person")))
    .map((row) => textOf(row, "kept"))
    .filter((text) => text !== "")
    .map((text) => masked(text, seek(text)));
  return [...new Set(places)].map((place) => `бумажный оригинал: ${place}`);
}
