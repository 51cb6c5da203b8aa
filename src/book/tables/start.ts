/** Начало: steps of the programme, counters and the last check, all as live formulas. */
import type { Table } from "../table";

export const start: Table = {
  id: "start",
  title: "Начало",
  prefix: "",
  digits: 0,
  columns: [
    {
      key: "section",
      header: "Раздел",
      kind: "text",
      width: 100,
      note: "Шаги программы, счётчики или последняя проверка.",
    },
    {
      key: "name",
      header: "Что",
      kind: "longtext",
      width: 300,
      note: "Шаг или счётчик.",
    },
    {
      key: "state",
      header: "Состояние",
      kind: "formula",
      width: 110,
      note: "готово, сейчас или ждёт. Живая формула: меняется вместе с данными.",
    },
    {
      key: "count",
      header: "Сколько",
      name: "start_count",
      kind: "formula",
      width: 90,
      note: "Живая формула: меняется вместе с данными.",
    },
    {
      key: "todo",
      header: "Что сделать",
      kind: "formula",
      width: 340,
      note: "Пусто, если делать нечего.",
    },
    {
      key: "link",
      header: "Перейти",
      kind: "formula",
      width: 130,
      note: "Ссылка на вкладку.",
    },
    {
      key: "id",
      header: "Код",
      kind: "text",
      width: 130,
      hidden: true,
      name: "start_id",
      note: "Ключ строки. Не меняйте.",
    },
  ],
};
