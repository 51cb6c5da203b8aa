/** «Утвердить карту…»: the number and date of the order on every row of a roadmap. */
import * as z from "zod/mini";
import { type Book, findRow, type Row, rowsOf, textOf } from "../../book/book";
import { TABLES } from "../../book/tables/tables";
import { UserError } from "../../domain/errors";
import { counted } from "../../domain/language/plural";
import type { Field, JsonObject } from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import { approvalText, earlierThan, stampEdits } from "../roadmap/approval";
import {
  NO_ROADMAP,
  rowsOfSource,
  sourceChoices,
} from "../roadmap/stage-choices";
import { optionalDate, optionalText, readInput } from "./read-input";

const schema = z.object({
  source: optionalText,
  document: optionalText,
  number: optionalText,
  date: optionalDate,
});

const LABELS = {
  source: "Карта",
  document: "Приказ из «Документов»",
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
  reads: ["documents"],
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
    ...documentFields(book),
    {
      key: "number",
      label: LABELS.number,
      kind: "text",
      hint: "Как в журнале регистрации, например 45-о. Если приказ выбран выше, оставьте пустым.",
    },
    {
      key: "date",
      label: LABELS.date,
      kind: "date",
      ...(registered(book).length === 0 ? { value: today } : {}),
    },
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

/** Orders and annexes with a number or date, the last one first. */
function registered(book: Book): readonly Row[] {
  return rowsOf(book, "documents")
    .filter(
      (row) =>
        ["приказ", "приложение"].includes(textOf(row, "kind")) &&
        textOf(row, "status") !== "отменён" &&
        stampOf(row) !== "",
    )
    .reverse();
}

const stampOf = (row: Row) =>
  approvalText(textOf(row, "number"), textOf(row, "date"));

function documentFields(book: Book): Field[] {
  const rows = registered(book);
  return rows.length === 0
    ? []
    : [
        {
          key: "document",
          label: LABELS.document,
          kind: "choice",
          compact: true,
          choices: rows.map((row) => ({
            value: row.id,
            label: `${stampOf(row)} – ${textOf(row, "title")}`,
          })),
        },
      ];
}

/** The chosen order, or the number and date that were written. */
function orderOf(
  book: Book,
  given: {
    readonly document: string;
    readonly number: string;
    readonly date: string;
  },
): { readonly number: string; readonly date: string } {
  if (given.document === "") {
    return given;
  }
  const row = findRow(book, "documents", given.document);
  if (row === null) {
    throw new UserError(
      "INPUT",
      "Выбранного приказа на вкладке «Документы» уже нет. Откройте «Утвердить карту…» ещё раз.",
    );
  }
  return {
    number: given.number || textOf(row, "number"),
    date: given.date || textOf(row, "date"),
  };
}

function planApprove(book: Book, input: JsonObject): Plan {
  const given = readInput(schema, input, LABELS);
  const { source } = given;
  const { number, date } = orderOf(book, given);
  const stamp = approvalText(number, date);
  const rows = rowsOfSource(book, source);
  if (stamp === "") {
    throw new UserError(
      "INPUT",
      "Выберите приказ или укажите его номер или дату.",
    );
  }
  if (rows.length === 0) {
    throw new UserError(
      "INPUT",
      "Этой карты на вкладке уже нет. Откройте «Утвердить карту…» ещё раз.",
    );
  }
  return {
    summary: [`Приказ ${stamp}: ${counted(rows.length, ROWS)}.`],
    edits: stampEdits(book, rows, stamp),
    effects: [],
    problems: rows.flatMap((row) =>
      date === "" ? [] : (earlierThan(row, date) ?? []),
    ),
    verb: `Отметить ${counted(rows.length, ROWS)}`,
    links: [{ label: TAB, tab: TAB }],
  };
}
