/** Счётчики: what the roadmap's conditions count, one row each. */
import type { Table } from "../table";

export const counters: Table = {
  id: "counters",
  title: "Счётчики",
  prefix: "",
  digits: 0,
  columns: [
    {
      key: "id",
      header: "Условие",
      kind: "text",
      width: 240,
      name: "counters_id",
      note: "Что считается. Эти слова выбирают в графе «Условие» дорожной карты. Ниже можно добавить свой счётчик: слова, формула, порог.",
    },
    {
      key: "value",
      header: "Сейчас",
      kind: "formula",
      width: 130,
      name: "counters_value",
      note: "Живая формула: меняется вместе с данными.",
    },
    {
      key: "goal",
      header: "Обычный порог",
      kind: "number",
      width: 130,
      name: "counters_goal",
      note: "Сколько нужно, если в строке дорожной карты не указан свой порог.",
    },
    {
      key: "about",
      header: "Как считается",
      kind: "longtext",
      width: 340,
      note: "Откуда берётся число.",
    },
  ],
};
