/** Columns that both banks have. */
import type { Column } from "../table";

export const entered: Column = {
  key: "entered",
  header: "Дата вхождения в программу",
  kind: "date",
  width: 130,
  note: "Например 01.09.2026.",
  synonyms: ["Дата вхождения"],
};

export const finished: Column = {
  key: "finished",
  header: "Дата завершения программы",
  kind: "date",
  width: 130,
  note: "Не раньше даты вхождения.",
  synonyms: ["Дата завершения"],
};

export const results: Column = {
  key: "results",
  header: "Результаты программы",
  kind: "longtext",
  width: 240,
  note: "Заполняет куратор на этапе завершения.",
};

export const position: Column = {
  key: "position",
  header: "Должность",
  kind: "text",
  width: 240,
  note: "Для работников, как в штатном расписании.",
};

export const experience: Column = {
  key: "experience",
  header: "Педагогический стаж, лет",
  kind: "number",
  width: 130,
  note: "Полных лет на начало учебного года.",
  synonyms: ["Стаж", "Педстаж", "Стаж, лет"],
};

export const time: Column = {
  key: "time",
  header: "Удобное время",
  kind: "many",
  width: 240,
  note: "Через точку с запятой, например: вт после уроков; чт 5 урок.",
};

export const link: Column = {
  key: "link",
  header: "Личная ссылка на анкету",
  kind: "text",
  width: 240,
  derived: true,
  note: "Последняя открытая анкета этого участника. Передайте ссылку только ему.",
};

export const token: Column = {
  key: "token",
  header: "Ключ ссылки",
  kind: "text",
  width: 130,
  hidden: true,
  note: "Случайный ключ личной ссылки. Не меняйте.",
};
