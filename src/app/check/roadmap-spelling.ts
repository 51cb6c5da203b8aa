/** Words of the roadmap: abbreviations spelt two ways, a form of mentoring mixed up. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import {
  abbreviationsIn,
  twoSpellings,
} from "../../domain/roadmap/abbreviations";
import type { Problem } from "../../shared/rpc";
import { type Check, remark } from "./check-type";

const TEXTS = [
  "section",
  "stage",
  "content",
  "responsible",
  "participants",
  "result",
] as const;

export const roadmapSpelling: Check = (book) => {
  const rows = rowsOf(book, "roadmap");
  return [...spellings(book, rows), ...mixedForm(book, rows)];
};

function spellings(book: Book, rows: readonly Row[]): readonly Problem[] {
  const pairs = twoSpellings(
    rows.flatMap((row) => TEXTS.map((key) => textOf(row, key))),
  );
  return pairs.flatMap(({ usual, odd }) => {
    const places = rows.flatMap((row) =>
      TEXTS.filter((key) =>
        abbreviationsIn(textOf(row, key)).includes(odd),
      ).map((key) => ({ row, key })),
    );
    const [first, ...more] = places;
    const others =
      more.length === 0
        ? ""
        : ` То же в строках: ${[...new Set(more.map(({ row }) => row.row))].join(", ")}.`;
    return first === undefined
      ? []
      : [
          remark(
            book,
            "roadmap",
            first.row,
            first.key,
            "warning",
            `Сокращение пишется по-разному: здесь «${odd}», в других местах «${usual}».${others} Оставьте одно написание.`,
          ),
        ];
  });
}

const STUDENT_PUPIL = /студент\s*[-–—]\s*ученик/iu;
const PUPIL_MENTOR =
  /учени\p{L}*\s*[-–—]\s*наставник|наставник\p{L}*\s*[-–—]\s*учени/iu;

/** Pupils who mentor make the form «ученик – ученик». */
function mixedForm(book: Book, rows: readonly Row[]): readonly Problem[] {
  const text = (row: Row) => TEXTS.map((key) => textOf(row, key)).join("\n");
  const named = rows.filter((row) => STUDENT_PUPIL.test(text(row)));
  const isMixed = rows.some((row) => PUPIL_MENTOR.test(text(row)));
  return isMixed
    ? named.map((row) =>
        remark(
          book,
          "roadmap",
          row,
          TEXTS.find((key) => STUDENT_PUPIL.test(textOf(row, key))) ??
            "content",
          "hint",
          "Названа форма «студент – ученик», а наставниками в карте указаны ученики: это форма «ученик – ученик». Проверьте.",
        ),
      )
    : [];
}
