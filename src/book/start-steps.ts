/** Steps of «Начало»: when each is done, when its turn comes, what to do. */
import {
  call,
  choose,
  type Formula,
  infix,
  settingValue,
  text,
  whole,
} from "./formula";
import { counter, minus, plus } from "./start-counters";
import type { TableId } from "./table";

const NONE = text("");
const isSome = (count: Formula) => infix(count, ">", whole(0));
const isNone = (count: Formula) => infix(count, "=", whole(0));
const both = (...conditions: readonly Formula[]) => call("AND", ...conditions);

const LACKING = plus(counter("lackMentees"), counter("lackMentors"));
const APPROVED = minus(counter("pairs"), counter("drafts"));
const IS_SET_UP = both(
  infix(call("LEN", settingValue("organization")), ">", whole(1)),
  infix(call("LEN", settingValue("headName")), ">", whole(1)),
);
const HAS_PEOPLE = both(isSome(counter("mentees")), isSome(counter("mentors")));

export type StartRow = {
  readonly id: string;
  readonly section: string;
  readonly name: string;
  readonly state?: Formula;
  readonly count?: Formula;
  readonly todo?: Formula;
  readonly tab: TableId;
};

type Step = {
  readonly id: string;
  readonly name: string;
  readonly done: Formula;
  readonly ready?: Formula;
  readonly count?: Formula;
  /** What to do when it is not done; a formula knows more. */
  readonly todo: string | Formula;
  readonly tab: TableId;
};

/** «Нет согласия: 3.», nothing when there are none. */
function reminder(words: string, count: Formula): Formula {
  return choose(
    isSome(count),
    infix(infix(text(`${words}: `), "&", count), "&", text(". ")),
    NONE,
  );
}

const STEPS: readonly Step[] = [
  {
    id: "setup",
    name: "Настроить программу",
    done: IS_SET_UP,
    todo: "Впишите название организации и руководителя",
    tab: "settings",
  },
  {
    id: "roadmap",
    name: "Дорожная карта",
    done: isSome(counter("stages")),
    count: counter("stages"),
    todo: infix(
      choose(
        isNone(counter("stages")),
        text("Загрузите карту: «Дорожная карта…»"),
        reminder("Просрочено этапов", counter("overdue")),
      ),
      "&",
      reminder("Срок на этой неделе", counter("due")),
    ),
    tab: "roadmap",
  },
  {
    id: "import",
    name: "Загрузить людей",
    done: HAS_PEOPLE,
    count: plus(counter("mentees"), counter("mentors")),
    todo: "Заполните банки: «Загрузить людей…»",
    tab: "mentees",
  },
  {
    id: "consents",
    name: "Собрать согласия",
    done: both(HAS_PEOPLE, isNone(LACKING)),
    ready: HAS_PEOPLE,
    count: LACKING,
    todo: infix(
      reminder("Нет согласия", LACKING),
      "&",
      reminder("Истекает в ближайшие 30 дней", counter("expiring")),
    ),
    tab: "consents",
  },
  {
    id: "forms",
    name: "Анкеты",
    done: isSome(counter("forms")),
    ready: HAS_PEOPLE,
    count: counter("forms"),
    todo: "Создайте анкету: «Анкеты…»",
    tab: "forms",
  },
  {
    id: "intake",
    name: "Загрузить ответы",
    done: isSome(counter("answers")),
    ready: isSome(counter("forms")),
    count: counter("answers"),
    todo: infix(
      choose(
        both(isSome(counter("forms")), isNone(counter("answers"))),
        text("Загрузите ответы: «Загрузить ответы»"),
        NONE,
      ),
      "&",
      reminder("Ответы без участника", counter("unsorted")),
    ),
    tab: "answers",
  },
  {
    id: "pair",
    name: "Подобрать пары",
    done: isSome(counter("pairs")),
    ready: HAS_PEOPLE,
    count: counter("pairs"),
    todo: "Подберите пары: «Подобрать пары…»",
    tab: "pairs",
  },
  {
    id: "approve",
    name: "Утвердить пары",
    done: both(isSome(APPROVED), isNone(counter("drafts"))),
    ready: isSome(counter("drafts")),
    count: APPROVED,
    todo: reminder("Черновики пар", counter("drafts")),
    tab: "pairs",
  },
  {
    id: "order",
    name: "Приказы и документы",
    done: both(isSome(APPROVED), isNone(counter("unordered"))),
    ready: isSome(APPROVED),
    count: counter("documents"),
    todo: infix(
      reminder("Пары без приказа", counter("unordered")),
      "&",
      reminder("Документы на подписи", counter("toSign")),
    ),
    tab: "documents",
  },
  {
    id: "indicators",
    name: "Показатели",
    done: both(isSome(counter("marks")), isSome(APPROVED)),
    ready: isSome(APPROVED),
    todo: "Проведите итоговые анкеты",
    tab: "indicators",
  },
];

function stepRow(step: Step): StartRow {
  const { id, name, done, ready, count, todo, tab } = step;
  const notYet =
    ready === undefined
      ? text("сейчас")
      : choose(ready, text("сейчас"), text("ждёт"));
  return {
    id: `step-${id}`,
    section: "Шаги",
    name,
    state: choose(done, text("готово"), notYet),
    ...(count === undefined ? {} : { count }),
    todo:
      typeof todo !== "string"
        ? todo
        : choose(
            ready === undefined
              ? call("NOT", done)
              : both(call("NOT", done), ready),
            text(todo),
            NONE,
          ),
    tab,
  };
}

export const STEP_ROWS: readonly StartRow[] = STEPS.map(stepRow);
