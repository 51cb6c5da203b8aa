/** Rules of pairing asked anew about the pairs that stand; of the others only the codes. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import type { Problem } from "../../shared/rpc";
import { type Judgement, judgePair, loadsOf } from "../pairs/judge-pair";
import { isDraft, openScene, SOURCE, standingRows } from "../pairs/open-scene";
import { type Check, remark } from "./check-type";

export const pairProblems: Check = (book) => {
  const { scene, problems } = openScene(book);
  const loads = loadsOf(book);
  const standing = new Set(standingRows(book));
  return [
    ...problems,
    ...rowsOf(book, "pairs").flatMap((row) => {
      const judgement = judgePair(book, scene, loads, row);
      return standing.has(row) || judgement.score === null
        ? rowProblems(book, row, judgement)
        : [];
    }),
  ];
};

function rowProblems(
  book: Book,
  row: Row,
  { score, rules, refusals }: Judgement,
): readonly Problem[] {
  const at = (severity: Problem["severity"], key: string, message: string) =>
    remark(book, "pairs", row, key, severity, message);
  const isStale =
    textOf(row, "source") === SOURCE.stale ||
    (isDraft(row) &&
      score !== null &&
      textOf(row, "score") !== String(score.score));
  return [
    ...refusals.map(({ column, message }) => at("error", column, message)),
    ...(rules.length > 0 && textOf(row, "exception").trim() === ""
      ? [
          at(
            "warning",
            "exception",
            `Нарушено: ${rules.join("; ")}. Впишите причину, по которой пара остаётся, или выберите «Сменить наставника».`,
          ),
        ]
      : []),
    ...(isStale
      ? [
          at(
            "warning",
            "score",
            "Балл устарел. Выберите «Пересчитать строки пар» или «Подобрать пары…».",
          ),
        ]
      : []),
  ];
}
