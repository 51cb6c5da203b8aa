/** People of the banks: consent, year of birth, numbers that cannot be. */

import { BANKS, type Bank } from "../../book/banks";
import { type Book, numberOf, type Row, rowsOf, textOf } from "../../book/book";
import { isGroup } from "../../book/consents";
import { personName } from "../../book/derive";
import { plural } from "../../domain/language/plural";
import { CURRENT_PAIR } from "../../domain/vocabulary";
import type { Problem } from "../../shared/rpc";
import { type Check, remark } from "./check-type";

export const withoutConsent: Check = (book) =>
  BANKS.flatMap((bank) =>
    rowsOf(book, bank)
      .filter(
        (row) =>
          textOf(row, "consent") !== "получено" &&
          !["выбыл", "завершил"].includes(textOf(row, "status")),
      )
      .map((row) =>
        remark(
          book,
          bank,
          row,
          "consent",
          "warning",
          `${personName(row)}: согласие ${textOf(row, "consent") === "отозвано" ? "отозвано" : "не получено"}. В подбор и приказы не попадёт, пока согласия нет.`,
        ),
      ),
  );

/** The oldest and the youngest anybody in the programme can be. */
const OLDEST = 100;
const YOUNGEST = 2;

export const peopleFacts: Check = (book, { today }) => {
  const load = currentPairs(book);
  return BANKS.flatMap((bank) =>
    rowsOf(book, bank).flatMap((row) => [
      ...birth(book, bank, row, Number(today.slice(0, 4))),
      ...counts(book, bank, row),
      ...(bank === "mentors" ? crowded(book, row, load.get(row.id) ?? 0) : []),
    ]),
  );
};

function currentPairs(book: Book): ReadonlyMap<string, number> {
  const load = new Map<string, number>();
  for (const row of rowsOf(book, "pairs")) {
    if (CURRENT_PAIR.includes(textOf(row, "status"))) {
      const id = textOf(row, "mentorId");
      load.set(id, (load.get(id) ?? 0) + 1);
    }
  }
  return load;
}

function birth(
  book: Book,
  bank: Bank,
  row: Row,
  thisYear: number,
): readonly Problem[] {
  const year = numberOf(row, "birthYear");
  const date = textOf(row, "birthDate");
  const inDate = date === "" ? null : Number(date.slice(0, 4));
  const isAbsurd = (one: number | null) =>
    one !== null && (one < thisYear - OLDEST || one > thisYear - YOUNGEST);
  const at = (key: string, message: string) =>
    remark(book, bank, row, key, "error", message);
  return [
    ...(isAbsurd(year)
      ? [at("birthYear", `Год рождения ${year} невозможен. Исправьте его.`)]
      : []),
    ...(isAbsurd(inDate)
      ? [
          at(
            "birthDate",
            `Дата рождения с годом ${inDate} невозможна. Исправьте её.`,
          ),
        ]
      : []),
    ...(year !== null && inDate !== null && year !== inDate
      ? [
          at(
            "birthDate",
            `Год в дате рождения (${inDate}) и год рождения (${year}) не совпадают. Исправьте одно из двух.`,
          ),
        ]
      : []),
  ];
}

const AT_LEAST: Readonly<Record<string, number>> = {
  headcount: 1,
  capacity: 0,
  wanted: 0,
  groupMax: 1,
  experience: 0,
};

function counts(book: Book, bank: Bank, row: Row): readonly Problem[] {
  const wrong = Object.entries(AT_LEAST).flatMap(([key, least]) => {
    const value = numberOf(row, key);
    return value !== null && value < least
      ? [
          remark(
            book,
            bank,
            row,
            key,
            "error",
            `Число ${String(value).replace(".", ",")} здесь невозможно: нужно не меньше ${least}. Исправьте его.`,
          ),
        ]
      : [];
  });
  const people = numberOf(row, "headcount");
  const isOne = people !== null && people > 1 && !isGroup(row);
  return [
    ...wrong,
    ...(isOne && textOf(row, "kind") === "персона"
      ? [
          remark(
            book,
            bank,
            row,
            "headcount",
            "warning",
            `Тип участника – персона, а численность ${people}. Выберите тип «группа» или «класс» либо поставьте 1.`,
          ),
        ]
      : []),
  ];
}

/** More pairs than the mentor has places for. */
function crowded(book: Book, row: Row, pairs: number): readonly Problem[] {
  const places = Math.max(0, numberOf(row, "capacity") ?? 1);
  return pairs > places
    ? [
        remark(
          book,
          "mentors",
          row,
          "capacity",
          "error",
          `${personName(row)}: мест ${places}, а действующих пар ${pairs}. Увеличьте число мест или передайте ${pairs - places} ${plural(pairs - places, ["пару", "пары", "пар"])} другому наставнику.`,
        ),
      ]
    : [];
}
