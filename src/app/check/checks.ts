/** Every check of «Проверить данные»; a new one is a file of its own and a line here. */
import type { Book } from "../../book/book";
import type { TableId } from "../../book/table";
import { TABLE_IDS } from "../../book/tables/tables";
import type { Problem } from "../../shared/rpc";
import { consentProblems } from "../consents/register-problems";
import { modeProblems } from "../personal/mode-problems";
import { beforeOrder } from "../roadmap/approval";
import type { Check } from "./check-type";
import { dateOrder } from "./date-order";
import { documentNumbers } from "./documents";
import { doubledPeople } from "./doubled-people";
import { emptyCells } from "./empty-cells";
import { formSides } from "./form-sides";
import { labourPapers } from "./labour-papers";
import { legalActs } from "./legal-acts";
import { listValues } from "./list-values";
import { markup } from "./markup";
import { pairCourse } from "./pair-course";
import { pairProblems } from "./pair-rules";
import { peopleFacts, withoutConsent } from "./people";
import { references } from "./references";
import { roadmapNumbers } from "./roadmap-numbers";
import { roadmapRows } from "./roadmap-rows";
import { roadmapSpelling } from "./roadmap-spelling";
import { outdated, screening } from "./screening";
import { brokenFormulas, lostNames, lostTabs, unreadCells } from "./structure";
import { weeklyLetter } from "./weekly-letter";

const CHECKS: readonly Check[] = [
  lostTabs,
  unreadCells,
  lostNames,
  brokenFormulas,
  emptyCells,
  dateOrder,
  peopleFacts,
  doubledPeople,
  withoutConsent,
  (book, { today }) => consentProblems(book, today),
  references,
  listValues,
  pairProblems,
  pairCourse,
  labourPapers,
  screening,
  outdated,
  formSides,
  roadmapRows,
  beforeOrder,
  roadmapNumbers,
  roadmapSpelling,
  documentNumbers,
  markup,
  legalActs,
  weeklyLetter,
  modeProblems,
];

const RANKS: readonly Problem["severity"][] = ["error", "warning", "hint"];

/** What all checks say, tab by tab in the order of the book, worst first. */
export function allProblems(book: Book, today: string): readonly Problem[] {
  const seen = new Set<string>();
  const problems = CHECKS.flatMap((check) => check(book, { today })).filter(
    ({ tab, row, column, message }) => {
      const key = JSON.stringify([tab, row, column, message]);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    },
  );
  const places = new Map(
    TABLE_IDS.map((id: TableId, at) => [book.tables[id].table.title, at]),
  );
  const place = ({ tab }: Problem) => places.get(tab ?? "") ?? -1;
  return problems.sort(
    (a, b) =>
      place(a) - place(b) ||
      RANKS.indexOf(a.severity) - RANKS.indexOf(b.severity) ||
      (a.row ?? 0) - (b.row ?? 0),
  );
}
