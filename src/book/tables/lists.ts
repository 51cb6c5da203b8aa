/** Справочники: one column per list; the curator edits them freely. */

import {
  CATEGORIES,
  FORMS_OF_MENTORING,
  KINDS,
  SOURCES,
  TOPICS,
} from "../../domain/vocabulary";
import type { Table } from "../table";

export const lists: Table = {
  id: "lists",
  title: "Справочники",
  prefix: "С",
  digits: 2,
  columns: [
    {
      key: "forms",
      header: "Формы наставничества",
      kind: "text",
      width: 240,
      note: "Дополняйте снизу без пропусков.",
    },
    {
      key: "kinds",
      header: "Виды наставничества",
      kind: "text",
      width: 240,
      note: "Дополняйте снизу без пропусков.",
    },
    {
      key: "topics",
      header: "Темы (запрос и компетенция)",
      kind: "text",
      width: 340,
      note: "Один список для запросов и компетенций: по нему подбираются пары.",
    },
    {
      key: "categories",
      header: "Категории наставляемых",
      kind: "text",
      width: 240,
      note: "Значение «молодой специалист» нужно для первого показателя.",
    },
    {
      key: "sources",
      header: "Источники наставников",
      kind: "text",
      later: true,
      width: 240,
      note: "Кто становится наставником. Дополняйте снизу без пропусков.",
    },
    {
      key: "id",
      header: "Код",
      kind: "text",
      width: 130,
      hidden: true,
      note: "Код строки. Не меняйте.",
    },
  ],
};

/** What set-up puts into the lists, by column key. */
export const INITIAL_LISTS: Readonly<Record<string, readonly string[]>> = {
  forms: FORMS_OF_MENTORING,
  kinds: KINDS,
  topics: TOPICS,
  categories: CATEGORIES,
  sources: SOURCES,
};
