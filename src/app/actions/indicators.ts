/** «Показатели…»: shows the indicators and puts missing ones back. */
import { rowsOf, textOf } from "../../book/book";
import { TABLES } from "../../book/tables/tables";
import type { Action } from "../plan";
import { indicatorEdits } from "./setup-rows";

export const indicatorsAction: Action = {
  id: "indicators",
  title: "Показатели",
  intro:
    "Показатели – живые формулы на вкладке «Показатели»: меняются вместе с данными. Здесь их значения сейчас.",
  needs: ["settings", "indicators"],
  undoable: true,
  fields: () => [],
  blocked: () => null,
  plan: (book) => {
    const edits = indicatorEdits(book);
    const rows = rowsOf(book, "indicators");
    return {
      summary:
        edits.length === 0
          ? ["Все показатели на месте."]
          : [`Недостающие показатели: ${edits.length}.`],
      edits,
      effects: [],
      problems: [],
      details: [
        {
          headers: ["Показатель", "%", "Числитель и знаменатель", "Цель"],
          rows: rows.map((row) => [
            textOf(row, "name"),
            textOf(row, "value"),
            `${textOf(row, "part")} из ${textOf(row, "whole")}`,
            textOf(row, "target"),
          ]),
        },
      ],
      verb: `Вернуть показатели: ${edits.length}`,
      links: [{ label: TABLES.indicators.title, tab: TABLES.indicators.title }],
    };
  },
};
