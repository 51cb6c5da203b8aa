/** What is known of a candidate: training passed, and the sheet of the interview. */
import { INTERVIEW_DECISION } from "../../domain/vocabulary";
import type { Column } from "../table";

export const TRAINING: readonly Column[] = [
  {
    key: "trained",
    header: "Прошёл обучение наставников",
    kind: "yesno",
    width: 130,
    later: true,
    note: "да или нет.",
    synonyms: ["Обучение", "Обучен", "Прошёл обучение", "Обучение наставника"],
  },
  {
    key: "trainedAt",
    header: "Где прошёл обучение",
    kind: "text",
    width: 240,
    later: true,
    note: "Организация и программа.",
    synonyms: ["Где обучался", "Место обучения", "Программа обучения"],
  },
  {
    key: "trainedHours",
    header: "Часов обучения",
    kind: "number",
    width: 130,
    later: true,
    note: "Например 36.",
    synonyms: ["Часов", "Количество часов", "Объём обучения, ч"],
  },
  {
    key: "trainedOn",
    header: "Дата обучения",
    kind: "date",
    width: 130,
    later: true,
    note: "День окончания.",
    synonyms: ["Когда обучался", "Дата окончания обучения"],
  },
];

/** Most points for one criterion of the interview; the least is 0. */
export const MAX_POINTS = 2;

/** Criteria of the interview: column key and how the sheet calls them. */
const CRITERIA: readonly (readonly [key: string, name: string])[] = [
  ["ivMotivation", "мотивация"],
  ["ivExperience", "опыт"],
  ["ivCommunication", "коммуникативность"],
  ["ivFlexibility", "гибкость"],
  ["ivLearning", "готовность к обучению и обратной связи"],
  ["ivTime", "время"],
  ["ivConfidentiality", "отношение к конфиденциальности"],
];

export const INTERVIEW_KEYS: readonly string[] = CRITERIA.map(([key]) => key);

export const INTERVIEW: readonly Column[] = [
  {
    key: "interviewed",
    header: "Дата собеседования",
    kind: "date",
    width: 130,
    later: true,
    note: "Когда с кандидатом беседовали.",
    synonyms: ["Собеседование"],
  },
  ...CRITERIA.map(
    ([key, name]): Column => ({
      key,
      header: `Собеседование: ${name}`,
      kind: "integer",
      width: 130,
      closed: true,
      later: true,
      note: "От 0 до 2 баллов.",
      synonyms: [`${name} (0–2)`, `${name}, балл`],
    }),
  ),
  {
    key: "interviewSum",
    header: "Собеседование: сумма",
    kind: "integer",
    width: 130,
    derived: true,
    later: true,
    note: "Из 14. Считает надстройка.",
  },
  {
    key: "interviewDecision",
    header: "Собеседование: решение",
    kind: "choice",
    choices: INTERVIEW_DECISION,
    width: 240,
    closed: true,
    later: true,
    note: "рекомендован, повторное собеседование или отказано. Кому отказано, тот в подбор не попадает.",
    synonyms: [
      "Решение по собеседованию",
      "Итог собеседования",
      "Решение куратора",
      "Решение психолога",
    ],
  },
];
