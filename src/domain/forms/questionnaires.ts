/** The questionnaires of this release; forms are made from them as they stand. */
import { PAIRING_QUESTIONNAIRES } from "./pairing-questionnaires";
import {
  type Question,
  type Questionnaire,
  THANKS,
  YES_NO,
} from "./questionnaire";

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

export const QUESTIONNAIRES: readonly Questionnaire[] = [
  ...PAIRING_QUESTIONNAIRES,
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
