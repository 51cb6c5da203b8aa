/** Conditions by which an activity of the roadmap ticks itself off. */

export type ConditionCode =
  | "mentors"
  | "mentees"
  | "consents"
  | "menteeConsents"
  | "mentorConsents"
  | "pairsDrafted"
  | "pairsApproved"
  | "pairsApprovedShare"
  | "menteesPaired"
  | "orderMade"
  | "orderSigned"
  | "formsMade"
  | "answers"
  | "answersShare"
  | "finalAnswersShare"
  | "reportMade";

export type Condition = {
  /** As it stands in the cell and in the list of the column. */
  readonly caption: string;
  /** What counts as reached when the row names no goal of its own. */
  readonly goal: number;
  /** Where the number comes from. */
  readonly about: string;
};

/** In the order of the programme's year. */
export const CONDITIONS: Readonly<Record<ConditionCode, Condition>> = {
  mentors: {
    caption: "наставников в банке",
    goal: 1,
    about:
      "Строки вкладки «Наставники», кроме статусов «выбыл» и «завершил». Порог – сколько наставников нужно.",
  },
  mentees: {
    caption: "наставляемых в банке",
    goal: 1,
    about:
      "Строки вкладки «Наставляемые», кроме статусов «выбыл» и «завершил». Порог – сколько наставляемых нужно.",
  },
  consents: {
    caption: "согласия получены, %",
    goal: 100,
    about:
      "Доля людей обоих банков с согласием «получено»; выбывшие и завершившие не считаются.",
  },
  menteeConsents: {
    caption: "согласия наставляемых, %",
    goal: 100,
    about:
      "Доля наставляемых с согласием «получено»; выбывшие и завершившие не считаются. Пустой банк – 0.",
  },
  mentorConsents: {
    caption: "согласия наставников, %",
    goal: 100,
    about:
      "Доля наставников с согласием «получено»; выбывшие и завершившие не считаются. Пустой банк – 0.",
  },
  formsMade: {
    caption: "анкет создано",
    goal: 1,
    about: "Строки вкладки «Анкеты».",
  },
  answers: {
    caption: "ответов на анкеты",
    goal: 1,
    about: "Ответы со состоянием «учтён» на вкладке «Ответы».",
  },
  answersShare: {
    caption: "анкеты отвечены, %",
    goal: 80,
    about:
      "Учтённые ответы от числа ожидаемых: каждую созданную анкету заполняют все наставники или все наставляемые.",
  },
  pairsDrafted: {
    caption: "пар подобрано",
    goal: 1,
    about: "Пары вкладки «Пары», кроме прекращённых досрочно.",
  },
  pairsApproved: {
    caption: "пар утверждено",
    goal: 1,
    about:
      "Пары со статусом «утверждена», «активна», «приостановлена» или «завершена».",
  },
  pairsApprovedShare: {
    caption: "пары утверждены, %",
    goal: 100,
    about: "Утверждённые пары от всех, кроме прекращённых досрочно.",
  },
  menteesPaired: {
    caption: "наставляемых в паре, %",
    goal: 100,
    about:
      "Наставляемые со статусом «в паре» от всех, кроме выбывших и завершивших.",
  },
  orderMade: {
    caption: "приказов подготовлено",
    goal: 1,
    about: "Документы вида «приказ», кроме отменённых.",
  },
  orderSigned: {
    caption: "приказов подписано",
    goal: 1,
    about:
      "Документы вида «приказ» со статусом «подписан» на вкладке «Документы».",
  },
  finalAnswersShare: {
    caption: "итоговые анкеты наставляемых, %",
    goal: 80,
    about:
      "Учтённые ответы итоговой анкеты наставляемого от числа наставляемых, у которых есть или была пара.",
  },
  reportMade: {
    caption: "отчётов сделано",
    goal: 1,
    about: "Документы вида «отчёт», кроме отменённых.",
  },
};

export const CONDITION_CODES = Object.keys(
  CONDITIONS,
) as readonly ConditionCode[];

/** Words of «Состояние»; «(вручную)» follows where the curator's status decides. */
export const STATE = {
  notBegun: "не начато",
  underWay: "в работе",
  overdue: "просрочено",
  done: "выполнено",
  cancelled: "отменено",
} as const;

export const BY_HAND = " (вручную)";

/** Stands in «Выполнено, %» when the condition is none of the counters. */
export const NO_COUNTER = "условие не найдено";

/** Stage of a ready roadmap → what ticks it off; others wait for the curator. */
const USUAL: readonly (readonly [stage: RegExp, code: ConditionCode])[] = [
  [/(?:банка|базы) наставляемых/iu, "menteeConsents"],
  [/(?:банка|базы) наставников/iu, "mentorConsents"],
  [/^подготовка условий для реализации|нормативной базы/iu, "orderSigned"],
  [/^формирование наставнических (?:пар|групп)/iu, "pairsApprovedShare"],
  [/^завершение/iu, "finalAnswersShare"],
];

/** Caption of the condition that a stage of a ready roadmap begins with; empty without one. */
export function usualCondition(stage: string): string {
  const code = USUAL.find(([pattern]) => pattern.test(stage))?.[1];
  return code === undefined ? "" : CONDITIONS[code].caption;
}
