/** Columns of the roadmap that tick its rows off: condition, goal, progress, state. */

import { BY_HAND, NO_COUNTER, STATE } from "../../domain/roadmap/conditions";
import { call, compared, type Formula, named, text, whole } from "../formula";
import type { Column } from "../table";

type Cell = (key: string) => Formula;

/** Status as the curator set it, spaces around it left out. */
function hasStatus(cell: Cell, status: string): Formula {
  return compared(call("TRIM", cell("status")), "=", text(status));
}

/** Column of Счётчики in the row of this row's condition. */
function counter(cell: Cell, name: string): Formula {
  const at = call(
    "MATCH",
    call("TRIM", cell("condition")),
    named("counters_id"),
    whole(0),
  );
  return call("INDEX", named(name), at);
}

/**
 * Whether the school year of the row has not come: it is prepared from August.
 * What the data of this year reach is no success of the next one.
 */
function waits(cell: Cell): Formula {
  const day = call(
    "IF",
    call("ISNUMBER", cell("start")),
    cell("start"),
    call("N", cell("end")),
  ).text;
  const year = { text: `YEAR(${day})-IF(MONTH(${day})<8;1;0)` };
  return compared(call("TODAY"), "<", call("DATE", year, whole(8), whole(1)));
}

/**
 * Per cent of the goal reached, 100 only when it is. Without a condition the
 * curator's «выполнено» is 100 and anything else is blank.
 */
function progressOf(cell: Cell): Formula {
  // A counter of the curator's own may hold a text: times one it is an error.
  const now = { text: `${counter(cell, "counters_value").text}*1` };
  const goal = call(
    "IF",
    call("ISNUMBER", cell("goal")),
    cell("goal"),
    counter(cell, "counters_goal"),
  );
  const share = { text: `100*${now.text}/${goal.text}` };
  const reached = call(
    "IF",
    waits(cell),
    text(""),
    call(
      "IF",
      compared(now, ">=", goal),
      whole(100),
      call("MAX", whole(0), call("MIN", whole(99), call("INT", share))),
    ),
  );
  return call(
    "IF",
    compared(call("TRIM", cell("condition")), "=", text("")),
    call("IF", hasStatus(cell, STATE.done), whole(100), text("")),
    call("IFERROR", reached, text(NO_COUNTER)),
  );
}

/** The first answer whose question is true, else the last one. */
function firstOf(
  cases: readonly (readonly [question: Formula, answer: Formula])[],
  otherwise: Formula,
): Formula {
  return cases.reduceRight(
    (rest, [question, answer]) => call("IF", question, answer, rest),
    otherwise,
  );
}

/** One of the five words of STATE; the curator's own status goes before the data. */
function stateOf(cell: Cell): Formula {
  const today = call("TODAY");
  const isBy = (key: string, sign: "<" | "<=") =>
    call("AND", call("ISNUMBER", cell(key)), compared(cell(key), sign, today));
  const progress = call("N", cell("progress"));
  const byHand = (state: string) => text(`${state}${BY_HAND}`);
  const worksByHand = hasStatus(cell, STATE.underWay);
  return firstOf(
    [
      [
        compared(
          { text: `${cell("stage").text}&${cell("content").text}` },
          "=",
          text(""),
        ),
        text(""),
      ],
      [hasStatus(cell, STATE.cancelled), byHand(STATE.cancelled)],
      [hasStatus(cell, STATE.done), byHand(STATE.done)],
      [
        call(
          "AND",
          compared(progress, ">=", whole(100)),
          call("NOT", worksByHand),
        ),
        text(STATE.done),
      ],
      [isBy("end", "<"), text(STATE.overdue)],
      [worksByHand, byHand(STATE.underWay)],
      [
        call("OR", isBy("start", "<="), compared(progress, ">", whole(0))),
        text(STATE.underWay),
      ],
    ],
    text(STATE.notBegun),
  );
}

export const PROGRESS_COLUMNS: readonly Column[] = [
  {
    key: "condition",
    header: "Условие",
    kind: "choice",
    width: 240,
    later: true,
    refers: "counters",
    note: "По чему видно, что сделано: выберите счётчик из списка; считается с августа учебного года, в котором мероприятие начинается. Пусто – отмечает куратор в графе «Статус».",
  },
  {
    key: "goal",
    header: "Порог",
    kind: "number",
    width: 130,
    later: true,
    note: "Сколько нужно по условию, например 12 или 80. Пусто – обычный порог с вкладки «Счётчики».",
  },
  {
    key: "progress",
    header: "Выполнено, %",
    kind: "formula",
    width: 130,
    later: true,
    derived: true,
    rowFormula: progressOf,
    note: "Живая формула: какая часть порога достигнута.",
  },
  {
    key: "state",
    name: "roadmap_state",
    header: "Состояние",
    kind: "formula",
    width: 150,
    later: true,
    derived: true,
    rowFormula: stateOf,
    note: "Живая формула: не начато, в работе, просрочено, выполнено, отменено. Статус «в работе», «выполнено» или «отменено», поставленный вручную, важнее условия; пустой и «не начато» – решают условие и даты.",
  },
  {
    key: "marks",
    header: "Отметки ленты",
    kind: "longtext",
    width: 130,
    later: true,
    derived: true,
    hidden: true,
    note: "Месяцы и недели, в которых идёт мероприятие с несколькими или повторяющимися сроками: по ним строится лента. Не меняйте.",
  },
];
