/** «Утвердить карту…»: the number and date of the order on every row of a roadmap. */
import * as z from "zod/mini";
import { type Book, rowsOf } from "../../book/book";
import { TABLES } from "../../book/tables/tables";
import { UserError } from "../../domain/errors";
import { counted } from "../../domain/language/plural";
import type { JsonObject } from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import { approvalText, earlierThan } from "../roadmap/approval";
import {
  NO_ROADMAP,
  rowsOfSource,
  sourceChoices,
} from "../roadmap/stage-choices";
import { optionalDate, optionalText, readInput } from "./read-input";

const schema = z.object({
  source: optionalText,
  number: optionalText,
  date: optionalDate,
});

const LABELS = {
  source: "Карта",
  number: "Номер приказа",
  date: "Дата приказа",
};

const TAB = TABLES.roadmap.title;
const ROWS = ["строка", "строки", "строк"] as const;

export const roadmapApprove: Action = {
  id: "roadmapApprove",
  title: "Утвердить карту",
  intro:
    "Запишет номер и дату приказа в каждую строку карты и назовёт этапы, которые стоят раньше приказа.",
  needs: ["roadmap"],
  undoable: true,
  fields: (book, today) => [
    {
      key: "source",
      label: LABELS.source,
      kind: "choice",
      compact: true,
      choices: sourceChoices(book),
      value: sourceChoices(book)[0]?.value ?? "",
    },
    {
      key: "number",
      label: LABELS.number,
      kind: "text",
      hint: "Как в журнале регистрации, например 45-о.",
    },
    { key: "date", label: LABELS.date, kind: "date", value: today },
  ],
  blocked: (book) => {
    const { positions } = book.tables.roadmap;
    if (rowsOf(book, "roadmap").length === 0) {
      return NO_ROADMAP;
    }
    return positions["approvedBy"] === undefined
      ? "На вкладке «Дорожная карта» ещё нет графы «Утверждено приказом». Выберите «Проверить и исправить», потом повторите."
      : null;
  },
  plan: planApprove,
};

function planApprove(book: Book, input: JsonObject): Plan {
  const { source, number, date } = readInput(schema, input, LABELS);
  const stamp = approvalText(number, date);
  const rows = rowsOfSource(book, source);
  if (stamp === "") {
    throw new UserError("INPUT", "Укажите номер или дату приказа.");
  }
  if (rows.length === 0) {
    throw new UserError(
      "INPUT",
      "Этой карты на вкладке уже нет. Откройте «Утвердить карту…» ещё раз.",
    );
  }
  return {
    summary: [`Приказ ${stamp}: ${counted(rows.length, ROWS)}.`],
    edits: rows.map((row) => ({
      kind: "set",
      table: "roadmap",
      row: row.id,
      column: "approvedBy",
      value: stamp,
    })),
    effects: [],
    problems: rows.flatMap((row) =>
      date === "" ? [] : (earlierThan(row, date) ?? []),
    ),
    verb: `Отметить ${counted(rows.length, ROWS)}`,
    links: [{ label: TAB, tab: TAB }],
  };
}
