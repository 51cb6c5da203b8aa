/** The screen «Разбор»: what is to be told about one row of «Пары» or of a bank. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import type { TableId } from "../../book/table";
import { TABLES } from "../../book/tables/tables";
import { UserError } from "../../domain/errors";
import { explainPair } from "../../domain/matching/explain/explain-pair";
import { explainUnmatched } from "../../domain/matching/explain/explain-unmatched";
import type {
  FreeMentorExplanation,
  Move,
  PairExplanation,
  Resolved,
  UnmatchedExplanation,
} from "../../domain/matching/explain/explanation";
import { explainFreeMentor } from "../../domain/matching/explain/free-mentor";
import type { IdPair } from "../../domain/matching/participant";
import type { Scene } from "../../domain/matching/scene";
import type { Deed, Explanation, Section } from "../../shared/rpc";
import { nameOf, namesIn } from "./name-of";
import { openScene, pairOf, standingRows } from "./open-scene";

/** Tabs whose rows can be explained. */
const EXPLAINED: readonly TableId[] = ["pairs", "mentees", "mentors"];

const CHOOSE =
  "Выберите ячейку в строке вкладки «Пары», «Наставляемые», «Наставники» или «Дорожная карта» и повторите.";

/** What is known when a row is explained. */
type Question = {
  readonly book: Book;
  readonly scene: Scene;
  /** Pairs that stand in the tab. */
  readonly pairs: readonly IdPair[];
};

/**
 * @param row - 1-based sheet row.
 * @throws UserError when there is nothing to explain in that row.
 */
export function explainRow(
  book: Book,
  table: TableId | null,
  row: number,
): Explanation {
  const found =
    table === null || !EXPLAINED.includes(table)
      ? undefined
      : rowsOf(book, table).find((one) => one.row === row);
  if (table === null || found === undefined) {
    throw new UserError("NOTHING_SELECTED", CHOOSE);
  }
  const { scene } = openScene(book);
  const question = { book, scene, pairs: standingRows(book).map(pairOf) };
  const place = `${TABLES[table].title}, строка ${row}`;
  return { ...explanationOf(question, table, found), place };
}

type Told = Omit<Explanation, "place">;

function explanationOf(question: Question, table: TableId, row: Row): Told {
  if (table === "pairs") {
    return pairTold(question, pairOf(row), textOf(row, "exception"));
  }
  return table === "mentees"
    ? menteeTold(question, row.id)
    : mentorTold(question, row.id);
}

function requireKnown({ scene }: Question, [mentee, mentor]: IdPair): void {
  const lost = [
    ...(scene.menteeOf.has(mentee) ? [] : [mentee]),
    ...(scene.mentorOf.has(mentor) ? [] : [mentor]),
  ];
  if (lost.length > 0) {
    throw new UserError(
      "UNKNOWN_CODE",
      lost[0] === ""
        ? "В строке не указан код наставника или наставляемого. Впишите оба кода и повторите."
        : `Кода «${lost[0]}» нет в банке. Исправьте код в строке и повторите.`,
    );
  }
}

function pairTold(question: Question, pair: IdPair, exception: string): Told {
  requireKnown(question, pair);
  const { book, scene, pairs } = question;
  const [mentee, mentor] = pair;
  const told = explainPair(scene, pairs, mentee, mentor, namesIn(book));
  return {
    title: `${nameOf(book, mentor)} – ${nameOf(book, mentee)}`,
    summary: [
      `Балл ${told.score} из 1000, сравнено ${told.completeness} % критериев.`,
      told.rankWords,
      ...told.reasons,
      ...(told.doubt === null ? [] : [told.doubt]),
    ],
    sections: pairSections(told, exception),
    deeds: pairDeeds(told),
  };
}

function pairSections(told: PairExplanation, exception: string): Section[] {
  const { parts, missing, broken, betterWords, changeWords, standing } = told;
  const rules = broken.map(({ words }) => words);
  return filled([
    {
      title: "Нарушенные правила",
      lines:
        rules.length > 0 && exception !== ""
          ? [...rules, `Решение куратора: ${exception}`]
          : rules,
    },
    { title: "Из чего сложился балл", lines: parts.map(({ words }) => words) },
    { title: "Не сравнивалось", lines: missing },
    { title: "Почему не лучше", lines: betterWords },
    {
      title: standing ? "Если разорвать пару" : "Если создать пару",
      lines: changeWords,
    },
  ]);
}

/** Sections that have something to say. */
function filled(
  sections: readonly { title: string; lines: readonly string[] }[],
): Section[] {
  return sections.filter(({ lines }) => lines.length > 0);
}

function pairDeeds({
  menteeId,
  mentorId,
  change,
  standing,
}: PairExplanation): Deed[] {
  return [
    ...(change === null || change.moves.length === 0
      ? []
      : [
          {
            label: standing ? "Принять эту замену…" : "Создать эту пару…",
            action: "rematch",
            input: { changes: movesText(change) },
          },
        ]),
    {
      label: "Назначить другого наставника…",
      action: "rematch",
      input: { changes: `${menteeId} ` },
    },
    {
      label: "Критерии на примере этой пары…",
      action: "criteria",
      input: { mentee: menteeId, mentor: mentorId },
    },
  ];
}

/** As «Сменить наставника…» reads it: those who leave first. */
function movesText({ moves }: Resolved): string {
  const line = ({ menteeId, from, to }: Move) =>
    [menteeId, from?.mentorId, to?.mentorId ?? "–"]
      .filter((word) => word !== undefined)
      .join(" ");
  return moves.map(line).join("\n");
}

function menteeTold(question: Question, mentee: string): Told {
  const { book, scene, pairs } = question;
  const own = pairs.filter(([one]) => one === mentee);
  const [first] = own;
  const wanted = scene.mentees[scene.menteeOf.get(mentee) ?? -1]?.capacity ?? 1;
  if (first !== undefined && own.length >= wanted) {
    return pairTold(question, first, "");
  }
  const told = explainUnmatched(scene, pairs, mentee, namesIn(book));
  return {
    title: nameOf(book, mentee),
    summary: [
      told.has === 0
        ? "Пары нет."
        : `Наставников ${told.has} из ${told.wants}.`,
      told.words,
    ],
    sections: unmatchedSections(told),
    deeds: [
      {
        label: "Назначить наставника…",
        action: "rematch",
        input: { changes: `${mentee} ` },
      },
      { label: "Подобрать пары заново…", action: "pair", input: {} },
    ],
  };
}

function unmatchedSections(told: UnmatchedExplanation): Section[] {
  const { changes, changesWords } = told;
  const isHeaded =
    changes.length === 0 || changes.some(({ kind }) => kind === "two");
  return filled([
    { title: "Кто отсеялся", lines: [told.funnelWords] },
    {
      title: "Что поможет",
      lines: [
        ...(isHeaded ? [changesWords] : []),
        ...changes.map(({ words }) => words),
      ],
    },
  ]);
}

function mentorTold(question: Question, mentor: string): Told {
  const { book, scene, pairs } = question;
  const own = pairs.filter(([, one]) => one === mentor);
  const told = explainFreeMentor(scene, pairs, mentor, namesIn(book));
  return {
    title: nameOf(book, mentor),
    summary: [`Мест занято: ${told.taken} из ${told.places}.`, told.words],
    sections: [...mentorSections(told), ...ownPairs(question, own)],
    deeds: [],
  };
}

function mentorSections({ funnelWords }: FreeMentorExplanation): Section[] {
  return filled([{ title: "Кто отсеялся", lines: [funnelWords] }]);
}

function ownPairs(
  { book, scene }: Question,
  own: readonly IdPair[],
): Section[] {
  const rows = own.flatMap(([menteeId, mentorId]): string[][] => {
    const mentee = scene.menteeOf.get(menteeId);
    const mentor = scene.mentorOf.get(mentorId);
    return mentee === undefined || mentor === undefined
      ? []
      : [[nameOf(book, menteeId), String(scene.score(mentee, mentor))]];
  });
  return rows.length === 0
    ? []
    : [
        {
          title: "Пары этого наставника",
          headers: ["Наставляемый", "Балл"],
          rows,
        },
      ];
}
