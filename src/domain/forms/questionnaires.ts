/** The questionnaires of this release; forms are made from them as they stand. */
import { TOPICS } from "../vocabulary";
import type { Question, Questionnaire } from "./questionnaire";

const OPEN: readonly Question[] = [
  {
    key: "valuable",
    title: "Что в программе оказалось для Вас особенно ценным?",
    kind: "longtext",
    required: false,
  },
  {
    key: "missing",
    title: "Чего не хватило? Что Вы изменили бы?",
    kind: "longtext",
    required: false,
  },
];

const YES_NO = ["да", "нет"] as const;

/** Scale of the methodology: 1 is the lowest mark, 10 the highest. */
function scale(key: string, title: string, satisfaction = false): Question {
  return {
    key,
    title,
    kind: "scale",
    required: true,
    ends: ["низшая оценка", "высшая оценка"],
    ...(satisfaction ? { satisfaction } : {}),
  };
}

const THANKS =
  "Спасибо! Ответ записан. По этой же ссылке можно ответить ещё раз: учитывается последний ответ.";

export const QUESTIONNAIRES: readonly Questionnaire[] = [
  {
    key: "mentor-profile",
    title: "Анкета наставника",
    description:
      "Расскажите, чем Вы готовы поделиться и сколько времени у Вас есть. Фамилию и контакты указывать не нужно: куратор узнает Вас по личной ссылке.",
    confirmation: THANKS,
    role: "mentors",
    questions: [
      {
        key: "topics",
        title: "В чём Вы сильны и готовы помочь?",
        kind: "many",
        required: true,
        choices: TOPICS,
        column: "topics",
      },
      {
        key: "achievements",
        title: "Какие Ваши достижения важны для программы?",
        kind: "longtext",
        required: false,
        column: "achievements",
      },
      {
        key: "interests",
        title: "Чем Вы увлекаетесь?",
        kind: "text",
        required: false,
        column: "interests",
      },
      {
        key: "ageWish",
        title: "С кем Вам было бы удобнее работать (возраст или класс)?",
        kind: "text",
        required: false,
        column: "ageWish",
      },
      {
        key: "timeBudget",
        title: "Сколько времени Вы готовы уделять программе?",
        help: "Например: 2 часа в неделю.",
        kind: "text",
        required: true,
        column: "timeBudget",
      },
      {
        key: "time",
        title: "Когда Вам удобно встречаться?",
        help: "Через точку с запятой, например: вт после уроков; чт 5 урок.",
        kind: "text",
        required: false,
        column: "time",
      },
      {
        key: "capacity",
        title: "Скольких наставляемых Вы готовы взять?",
        kind: "integer",
        required: true,
        column: "capacity",
      },
      {
        key: "ready",
        title: "Готовы ли Вы пройти обучение наставников?",
        kind: "choice",
        required: true,
        choices: YES_NO,
      },
    ],
  },
  {
    key: "mentor-after",
    title: "Итоговая анкета наставника",
    description:
      "Оцените работу в программе от 1 до 10, где 1 – низшая оценка, 10 – высшая. Фамилию указывать не нужно.",
    confirmation: THANKS,
    role: "mentors",
    questions: [
      scale("comfort", "Насколько комфортным было общение с наставляемым?"),
      scale("plan", "Насколько удалось выполнить намеченное?"),
      scale(
        "together",
        "Насколько Вы довольны вашей совместной работой?",
        true,
      ),
      scale("role", "Насколько Вам понравилась роль наставника?", true),
      {
        key: "training",
        title: "Хватило ли Вам обучения?",
        kind: "choice",
        required: true,
        choices: YES_NO,
      },
      ...OPEN,
      {
        key: "again",
        title: "Хотели бы Вы продолжить?",
        kind: "choice",
        required: true,
        choices: YES_NO,
      },
    ],
  },
  {
    key: "mentee-after",
    title: "Итоговая анкета наставляемого",
    description:
      "Оцените работу в программе от 1 до 10, где 1 – низшая оценка, 10 – высшая. Фамилию указывать не нужно.",
    confirmation: THANKS,
    role: "mentees",
    questions: [
      scale("comfort", "Насколько комфортным было общение с наставником?"),
      scale("support", "Насколько Вы чувствовали поддержку наставника?"),
      scale(
        "together",
        "Насколько Вы довольны вашей совместной работой?",
        true,
      ),
      scale("outcome", "Насколько Вы довольны результатом?", true),
      ...OPEN,
      {
        key: "again",
        title: "Хотели бы Вы продолжить?",
        kind: "choice",
        required: true,
        choices: YES_NO,
      },
    ],
  },
];

/** @throws RangeError for an unknown key. */
export function questionnaireOf(key: string): Questionnaire {
  const found = QUESTIONNAIRES.find((candidate) => candidate.key === key);
  if (found === undefined) {
    throw new RangeError(`questionnaireOf: no questionnaire ${key}`);
  }
  return found;
}
