/** Questionnaires by which pairs are chosen: what people offer, ask for and wish. */
import { KINDS, MEETING_FORMAT, TOPICS } from "../vocabulary";
import {
  type Question,
  type Questionnaire,
  THANKS,
  YES_NO,
} from "./questionnaire";

/** Columns that both banks have and pairs are chosen by. */
const TIME: Question = {
  key: "time",
  title: "Когда Вам удобно встречаться?",
  help: "Через точку с запятой, словами или часами: вт после уроков; чт 15:00–16:30; пт после 14.",
  kind: "text",
  required: false,
  column: "time",
};

const INTERESTS: Question = {
  key: "interests",
  title: "Чем Вы увлекаетесь?",
  help: "Через точку с запятой, например: шахматы; походы; робототехника.",
  kind: "text",
  required: false,
  column: "interests",
  list: true,
};

const MEETINGS: readonly Question[] = [
  {
    key: "format",
    title: "Как Вам удобнее встречаться?",
    kind: "choice",
    required: false,
    choices: MEETING_FORMAT,
    column: "format",
  },
  {
    key: "district",
    title: "В каком районе или здании Вам удобно встречаться?",
    help: "Если мест несколько, разделите их точкой с запятой.",
    kind: "text",
    required: false,
    column: "district",
    list: true,
  },
  {
    key: "language",
    title: "На каком языке Вам удобно общаться?",
    help: "Отвечайте, если это важно; языки через точку с запятой, например: русский; татарский.",
    kind: "text",
    required: false,
    column: "language",
    list: true,
  },
];

const EXPERIENCE: Question = {
  key: "experience",
  title: "Сколько полных лет Ваш педагогический стаж?",
  help: "Если Вы не педагог, пропустите вопрос.",
  kind: "integer",
  required: false,
  column: "experience",
};

/** Whom one would choose after the meeting, and whom not: answers by codes. */
function choiceForm(
  key: string,
  role: Questionnaire["role"],
  example: string,
): Questionnaire {
  const [title, whom] =
    role === "mentors"
      ? ["Взаимный выбор: ответ наставника", "наставляемых"]
      : ["Взаимный выбор: ответ наставляемого", "наставников"];
  return {
    key,
    title,
    description: `Ответьте после общей встречи. Вместо имён впишите коды ${whom}: они стоят на карточках участников или в списке куратора. Ответ видит только куратор.`,
    confirmation: THANKS,
    role,
    questions: [
      {
        key: "wishes",
        title: "С кем Вы хотели бы работать?",
        help: `Коды по порядку, сначала самый желанный, не больше трёх: ${example}`,
        kind: "text",
        required: false,
        column: "wishes",
        list: true,
      },
      {
        key: "refuses",
        title: "С кем Вы работать не готовы?",
        help: "Коды через точку с запятой. Такая пара предложена не будет, причина нигде не называется.",
        kind: "text",
        required: false,
        column: "refuses",
        list: true,
      },
      {
        key: "comment",
        title: "Что ещё важно знать куратору?",
        kind: "longtext",
        required: false,
      },
    ],
  };
}

export const PAIRING_QUESTIONNAIRES: readonly Questionnaire[] = [
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
      INTERESTS,
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
      TIME,
      ...MEETINGS,
      {
        key: "capacity",
        title: "Скольких наставляемых Вы готовы взять?",
        kind: "integer",
        required: true,
        column: "capacity",
      },
      {
        key: "kinds",
        title: "К каким видам наставничества Вы готовы?",
        help: "Если к любому, не отмечайте ничего.",
        kind: "many",
        required: false,
        choices: KINDS,
        column: "kinds",
      },
      {
        key: "groupMax",
        title: "Если готовы вести группу: сколько в ней человек самое большее?",
        kind: "integer",
        required: false,
        column: "groupMax",
      },
      EXPERIENCE,
      {
        key: "teaches",
        title: "Какие классы Вы ведёте?",
        help: "Через точку с запятой, например: 7 «Б»; 8 «А». Своим ученикам Вы наставником предложены не будете.",
        kind: "text",
        required: false,
        column: "teaches",
        list: true,
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
    key: "mentee-request",
    title: "Анкета-запрос наставляемого",
    description:
      "Расскажите, в чём нужна помощь и как Вам удобно встречаться: по ответам подбирают наставника. Фамилию и контакты указывать не нужно: куратор узнает Вас по личной ссылке.",
    confirmation: THANKS,
    role: "mentees",
    questions: [
      {
        key: "topics",
        title: "В чём Вам нужна помощь?",
        kind: "many",
        required: true,
        choices: TOPICS,
        column: "topics",
      },
      {
        key: "request",
        title:
          "Опишите запрос своими словами: что не получается, что уже пробовали?",
        kind: "longtext",
        required: false,
        column: "request",
      },
      {
        key: "aim",
        title: "Какого результата Вы ждёте?",
        kind: "longtext",
        required: false,
      },
      INTERESTS,
      TIME,
      ...MEETINGS,
      {
        key: "kinds",
        title: "Какой вид наставничества Вам подходит?",
        help: "Если любой, не отмечайте ничего.",
        kind: "many",
        required: false,
        choices: KINDS,
        column: "kinds",
      },
      EXPERIENCE,
    ],
  },
  choiceForm("mentor-choice", "mentors", "НСТ-012; НСТ-007; НСТ-031."),
  choiceForm("mentee-choice", "mentees", "НМ-003; НМ-001; НМ-008."),
];
