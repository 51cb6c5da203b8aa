/** What follows when a row of «Дорожная карта» is typed or changed by hand: dates of its text, formulas, marks of the timeline. */
import { type Book, rowsOf } from "../../book/book";
import { applyEdits, type Edit } from "../../book/edits";
import { missingFormulas } from "../../book/row-formulas";
import { hasSchoolYear } from "../../book/school-year";
import { yearOfBook } from "../../book/year-context";
import type { Ports } from "../ports";
import { markEdits } from "../roadmap/marks";
import { recompute } from "../roadmap/recompute";
import { completeDerived } from "../run/complete-plan";
import { type OpenedBook, readBook, readMemory } from "../run/read-book";
import { idEdits } from "./hand-edit-row";
import type { SheetEdit } from "./on-sheet-edit";

/** Columns that the dates, the state and the timeline of a row depend on. */
export const ROADMAP_FOLLOWED: readonly string[] = [
  "stage",
  "content",
  "section",
  "dateText",
  "start",
  "end",
  "repeat",
  "byHand",
];

/** The book as it stands, and the edits that make the changed rows whole. */
export function roadmapFollowers(
  ports: Ports,
  edit: SheetEdit,
): [OpenedBook, readonly Edit[]] {
  const opened = readBook(ports, readMemory(ports), {
    tables: ["settings", "roadmap"],
    responses: false,
  });
  const { book } = opened;
  const edits = rowEdits(book, edit);
  const formulas: Edit[] =
    missingFormulas(book.tables.roadmap).length > 0
      ? [{ kind: "formulas", table: "roadmap" }]
      : [];
  const marks = markEdits(applyEdits(book, edits));
  return [opened, completeDerived(book, [...edits, ...marks, ...formulas])];
}

/** Codes of new rows, and the dates of their texts; without a school year codes alone. */
function rowEdits(book: Book, edit: SheetEdit): readonly Edit[] {
  const rows = rowsOf(book, "roadmap").filter(
    ({ row }) => row >= edit.row && row < edit.row + edit.rows,
  );
  const changed = new Set(rows.map(({ id }) => id));
  const dates = hasSchoolYear(book)
    ? recompute(book, yearOfBook(book).context).edits
    : [];
  return [
    ...rows.flatMap((row) => idEdits(book, row, "roadmap")),
    ...dates.filter((one) => one.kind === "set" && changed.has(one.row)),
  ];
}
