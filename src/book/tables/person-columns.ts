/** Columns that both banks have. */
import {
  CONSENT,
  MEETING_FORMAT,
  PARTICIPANT_KIND,
  QUALIFICATION,
} from "../../domain/vocabulary";
import type { Column } from "../table";

export const entered: Column = {
  key: "entered",
  header: "Дата вхождения в программу",
  kind: "date",
  width: 130,
  note: "Например 01.09.2026.",
  synonyms: ["Дата вхождения"],
};

export const birthDate: Column = {
  key: "birthDate",
  header: "Дата рождения",
  kind: "date",
  width: 130,
  personal: true,
  later: true,
  note: "Необязательно: нужна, если по году рождения неясно, кто подписывает согласие. В режиме «По кодам» не хранится.",
};

export const consent: Column = {
  key: "consent",
  header: "Согласие",
  kind: "choice",
  choices: CONSENT,
  required: true,
  width: 130,
  note: "получено, нет или отозвано: на обработку данных. У кого на вкладке «Согласия» записана подпись или отзыв, тому графу ведёт надстройка; у остальных – Вы. Без полученного согласия пара не подбирается.",
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
  note: "Через точку с запятой, словами или часами: вт после уроков; чт 15:00–16:30; пт после 14.",
};

export const kind: Column = {
  key: "kind",
  header: "Тип участника",
  kind: "choice",
  choices: PARTICIPANT_KIND,
  width: 130,
  note: "персона, группа или класс.",
  synonyms: ["Вид участника"],
};

export const headcount: Column = {
  key: "headcount",
  header: "Численность",
  kind: "integer",
  width: 130,
  note: "Сколько человек за этой строкой; для персоны 1.",
  synonyms: ["Количество человек", "Число участников", "Кол-во человек"],
};

export const subject: Column = {
  key: "subject",
  header: "Предмет или группа",
  kind: "text",
  width: 130,
  later: true,
  note: "Что преподаёт или какую группу ведёт, например: математика.",
  synonyms: [
    "Предмет",
    "Преподаваемый предмет",
    "Дисциплина",
    "Возрастная группа",
  ],
};

export const qualification: Column = {
  key: "qualification",
  header: "Квалификационная категория",
  kind: "choice",
  choices: QUALIFICATION,
  width: 130,
  later: true,
  note: "Для педагогов, по последней аттестации.",
  synonyms: ["Кв. категория", "Квалификация", "Квалиф. категория"],
};

export const grade: Column = {
  key: "grade",
  header: "Класс",
  kind: "text",
  width: 130,
  note: "Для обучающихся, например 7 «Б».",
  synonyms: ["Класс/группа"],
};

export const interests: Column = {
  key: "interests",
  header: "Интересы",
  kind: "text",
  width: 240,
  note: "Через точку с запятой.",
};

export const format: Column = {
  key: "format",
  header: "Формат встреч",
  kind: "choice",
  choices: MEETING_FORMAT,
  width: 130,
  later: true,
  note: "очно, онлайн или смешанный.",
  synonyms: ["Формат", "Формат занятий"],
};

export const district: Column = {
  key: "district",
  header: "Район встреч",
  kind: "text",
  width: 130,
  later: true,
  note: "Район или место, где удобно встречаться; можно несколько через точку с запятой.",
  synonyms: ["Район", "Микрорайон"],
};

export const language: Column = {
  key: "language",
  header: "Язык общения",
  kind: "many",
  width: 130,
  later: true,
  note: "Если важен: через точку с запятой, например русский; татарский.",
  synonyms: ["Язык", "Языки"],
};

export const wishes: Column = {
  key: "wishes",
  header: "С кем хочет работать",
  kind: "many",
  width: 240,
  later: true,
  note: "Коды по порядку после общей встречи: НМ-003; НМ-001. Или с оценкой от 1 до 5: НМ-003: 5.",
};

export const refuses: Column = {
  key: "refuses",
  header: "С кем не готов(а)",
  kind: "many",
  width: 240,
  closed: true,
  later: true,
  note: "Коды через точку с запятой. Видит только куратор: такая пара не предлагается, причина нигде не называется.",
};

export const household: Column = {
  key: "household",
  header: "Метка семьи",
  kind: "text",
  width: 130,
  closed: true,
  later: true,
  note: "Одинаковая метка у членов одной семьи, например С1: их не ставят в одну пару. Нигде не показывается.",
};

export const link: Column = {
  key: "link",
  header: "Личная ссылка на анкету",
  kind: "text",
  width: 240,
  derived: true,
  note: "Последняя открытая анкета этого участника. Передайте ссылку только ему.",
};

/** One person in both banks: the same key in both rows. */
export const personKey: Column = {
  key: "personKey",
  header: "Ключ человека",
  kind: "text",
  width: 130,
  hidden: true,
  later: true,
  note: "Одинаковый у наставника и наставляемого, если это один человек. Ставится надстройкой.",
};

export const erased: Column = {
  key: "erased",
  header: "Данные удалены",
  kind: "date",
  width: 130,
  later: true,
  note: "Когда персональные данные удалены. Строка остаётся без человека: код, форма и отметки нужны для счёта.",
};

export const token: Column = {
  key: "token",
  header: "Ключ ссылки",
  kind: "text",
  width: 130,
  hidden: true,
  note: "Случайный ключ личной ссылки. Не меняйте.",
};
