/** The screen «Разбор» for a row of the roadmap: dates, state, condition, order; into the calendar. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import type { TableId } from "../../book/table";
import { TABLES } from "../../book/tables/tables";
import { UserError } from "../../domain/errors";
import type { Deed, Explanation } from "../../shared/rpc";
import { isDated } from "./stage-choices";
import { daysOf, isOpen, stageLink, TO_CALENDAR, titleOf } from "./stage-event";

export const STAGE_TABLES: readonly TableId[] = ["settings", "roadmap"];

/**
 * @param row - 1-based sheet row.
 * @throws UserError when no activity stands in that row.
 */
export function explainStage(book: Book, row: number): Explanation {
  const found = rowsOf(book, "roadmap").find((one) => one.row === row);
  if (found === undefined) {
    throw new UserError(
      "NOTHING_SELECTED",
      "В этой строке дорожной карты нет мероприятия. Выберите другую строку и повторите.",
    );
  }
  const url = stageLink(book, found);
  return {
    title: titleOf(found),
    place: `${TABLES.roadmap.title}, строка ${row}`,
    summary: summaryOf(found),
    sections: [],
    links: url === null || !isOpen(found) ? [] : [{ label: TO_CALENDAR, url }],
    deeds: deedsOf(found),
  };
}

function summaryOf(row: Row): readonly string[] {
  const written = textOf(row, "dateText").trim();
  const days = daysOf(row) || "не назначен";
  const told: readonly (readonly [text: string, known: boolean])[] = [
    [`Срок: ${days}${written === "" ? "" : `; написано: «${written}»`}.`, true],
    [
      "Даты вписаны вручную: по тексту они не пересчитываются.",
      row.values["byHand"] === true,
    ],
    ...(
      [
        ["Состояние", "state"],
        ["Условие", "condition"],
        ["Ответственные", "responsible"],
        ["Утверждено приказом", "approvedBy"],
      ] as const
    ).map(([name, key]): readonly [string, boolean] => {
      const text = textOf(row, key).trim();
      return [`${name}: ${text}.`, text !== ""];
    }),
  ];
  return told.filter(([, known]) => known).map(([text]) => text);
}

function deedsOf(row: Row): readonly Deed[] {
  if (!isOpen(row)) {
    return [];
  }
  return isDated(row)
    ? [
        {
          label: "Сдвинуть",
          action: "roadmapShift",
          input: { stage: row.id },
        },
      ]
    : [{ label: "Назначить срок", action: "roadmapAssign", input: {} }];
}
