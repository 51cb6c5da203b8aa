/** From «who gets which mentor» to what happens to the rows of «Пары». */
import { type Book, findRow, type Row, textOf } from "../../book/book";
import type { Edit } from "../../book/edits";
import { nextIds } from "../../book/next-id";
import type { Problem } from "../../shared/rpc";
import { isCurrent, standingRows } from "./open-scene";
import type { PairChange } from "./read-changes";
import { setEdits, startValues } from "./rescore-row";

const TAB = "Пары";

/** One change with the row it concerns. */
export type Step =
  | { readonly kind: "edit"; readonly row: Row; readonly mentor: string }
  | {
      readonly kind: "insert";
      readonly id: string;
      readonly change: PairChange;
    }
  | { readonly kind: "remove"; readonly row: Row };

/** A change that cannot be made is a problem, and the others go on. */
export function stepsOf(
  book: Book,
  changes: readonly PairChange[],
): { readonly steps: readonly Step[]; readonly problems: readonly Problem[] } {
  const ids = nextIds(book, "pairs");
  const standing = standingRows(book);
  const steps: Step[] = [];
  const problems: Problem[] = [];
  for (const change of changes) {
    const step = stepOf(book, standing, change, ids);
    if (step !== null && "kind" in step) {
      steps.push(step);
    } else if (step !== null) {
      problems.push(step);
    }
  }
  return { steps, problems };
}

/** Null when the pair is already as wished. */
function stepOf(
  book: Book,
  standing: readonly Row[],
  change: PairChange,
  ids: () => string,
): Step | Problem | null {
  const { mentee, mentor, from } = change;
  const lost = unknownCodes(book, change);
  if (lost.length > 0) {
    return error(`Кода «${lost.join("», «")}» нет в банке. Проверьте код.`);
  }
  const [row, ...more] = standing.filter(
    (one) =>
      textOf(one, "menteeId") === mentee &&
      (from === null || textOf(one, "mentorId") === from),
  );
  if (row === undefined) {
    return mentor === "" || from !== null
      ? error(
          `Пары «${from === null ? mentee : `${from} – ${mentee}`}» на вкладке нет: менять нечего.`,
        )
      : { kind: "insert", id: ids(), change };
  }
  if (more.length > 0) {
    return error(
      `У ${mentee} несколько наставников. Напишите, кого заменить: «${mentee} ${textOf(row, "mentorId")} ${mentor || "–"}».`,
      row,
    );
  }
  if (mentor !== "") {
    return mentor === textOf(row, "mentorId")
      ? null
      : { kind: "edit", row, mentor };
  }
  return isCurrent(row)
    ? error(
        `Пара ${row.id} утверждена: чтобы её закончить, поставьте статус «прекращена досрочно» на вкладке «${TAB}».`,
        row,
      )
    : { kind: "remove", row };
}

function error(message: string, row?: Row): Problem {
  return {
    severity: "error",
    tab: TAB,
    ...(row === undefined ? {} : { row: row.row }),
    message,
  };
}

function unknownCodes(
  book: Book,
  { mentee, mentor, from }: PairChange,
): readonly string[] {
  const mentors = [mentor, from ?? ""].filter((id) => id !== "");
  return [
    ...(findRow(book, "mentees", mentee) === null ? [mentee] : []),
    ...mentors.filter((id) => findRow(book, "mentors", id) === null),
  ].map((id) => id.slice(0, 40));
}

export function idOf(step: Step): string {
  return step.kind === "insert" ? step.id : step.row.id;
}

/** The people of the rows; scores come after. */
export function moveEdits(book: Book, step: Step): Edit[] {
  switch (step.kind) {
    case "remove":
      return [{ kind: "delete", table: "pairs", row: step.row.id }];
    case "edit":
      return setEdits(step.row, { mentorId: step.mentor });
    case "insert": {
      const { mentee, mentor } = step.change;
      const values = {
        ...startValues(book, [mentee, mentor]),
        menteeId: mentee,
        mentorId: mentor,
      };
      return [{ kind: "insert", table: "pairs", row: step.id, values }];
    }
  }
}

/** For «Что изменилось». */
export function changedWords(step: Step): string {
  return step.kind === "edit"
    ? `Вручную: наставник ${textOf(step.row, "mentorId") || "не указан"} → ${step.mentor}.`
    : "Вручную: новая пара.";
}

/** For the journal: codes alone. */
export function stepLine(step: Step): string {
  switch (step.kind) {
    case "remove":
      return `${step.row.id}: черновик удалён.`;
    case "edit":
      return `${step.row.id}: наставник ${textOf(step.row, "mentorId") || "не указан"} → ${step.mentor}.`;
    case "insert":
      return `${step.id}: ${step.change.mentee} – ${step.change.mentor}.`;
  }
}
