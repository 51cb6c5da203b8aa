import type { TableId } from "../../book/table";
import { UserError } from "../../domain/errors";
import type { JsonObject, Preview, RunResult } from "../../shared/rpc";
import {
  type Action,
  fingerprint,
  hasKey,
  isEmptyPlan,
  type Plan,
} from "../plan";
import type { Ports } from "../ports";
import { completePlan } from "./complete-plan";
import {
  type Memory,
  type OpenedBook,
  PROPERTY,
  readBook,
  readMemory,
} from "./read-book";
import { refuseForeignRun, rollBack, rollForward } from "./roll-back";
import { type ApplyRequest, goOn, startRun } from "./start-run";
import { readRecord } from "./undo-store";

/** Tables that every plan sees, because derived columns come from them. */
const CORE: readonly TableId[] = [
  "settings",
  "lists",
  "mentees",
  "mentors",
  "consents",
  "pairs",
  "forms",
];
const SYSTEM: readonly TableId[] = ["journal", "undo"];

export type Actions = Readonly<Record<string, Action>>;

export type Runner = {
  readonly preview: (action: string, input: JsonObject) => Preview;
  readonly apply: (request: ApplyRequest) => RunResult;
  readonly resume: () => RunResult;
  readonly abandon: () => RunResult;
};

export function makeRunner(actions: Actions, ports: Ports): Runner {
  return {
    preview: (id, input) => {
      const action = actionOf(actions, id);
      const { book } = openFor(ports, readMemory(ports), action, input);
      const context = {
        today: ports.today(),
        user: ports.user(),
        seed: ports.newSeed(),
      };
      return previewOf(completePlan(action, book, input, context), context);
    },
    apply: (request) =>
      ports.lock.hold(() => applyAction(actions, ports, request)),
    resume: () => ports.lock.hold(() => resumeRun(actions, ports)),
    abandon: () => ports.lock.hold(() => abandonRun(ports)),
  };
}

export function actionOf(actions: Actions, id: string): Action {
  const action = hasKey(actions, id) ? actions[id] : undefined;
  if (action === undefined) {
    throw new UserError(
      "NO_ACTION",
      `Действия «${id}» нет. Обновите страницу: возможно, надстройка изменилась.`,
    );
  }
  return action;
}

/** Opens the book with what an action needs, looks at and derives from. */
export function openFor(
  ports: Ports,
  memory: Memory,
  action: Action,
  input: JsonObject,
  more: readonly TableId[] = [],
): OpenedBook {
  return readBook(ports, memory, {
    tables: [...CORE, ...action.needs, ...(action.reads ?? []), ...more],
    responses: action.readsResponses === true,
    looks: action.readsLooks === true,
    ...(action.readsEverything === true
      ? { cells: true, foreign: { chosen: null, all: true } }
      : {}),
    ...(action.readsLayout === true ? { layout: true } : {}),
    ...(action.chosenTab === undefined
      ? {}
      : { foreign: { chosen: action.chosenTab(input) } }),
  });
}

export function previewOf(
  plan: Plan,
  context: { readonly today: string; readonly seed: string },
): Preview {
  return {
    summary: plan.summary,
    problems: plan.problems,
    details: plan.details ?? [],
    ...(plan.report === undefined ? {} : { report: plan.report }),
    ...(plan.adjust === undefined ? {} : { adjust: plan.adjust }),
    ...(plan.copy === undefined ? {} : { copy: plan.copy }),
    ...(plan.download === undefined ? {} : { download: plan.download }),
    verb: isEmptyPlan(plan) ? null : plan.verb,
    fingerprint: fingerprint(plan),
    today: context.today,
    seed: context.seed,
  };
}

function applyAction(
  actions: Actions,
  ports: Ports,
  request: ApplyRequest,
): RunResult {
  const action = actionOf(actions, request.action);
  let memory = readMemory(ports);
  if (memory.run !== null) {
    refuseForeignRun(ports, memory.run);
    if (goesForward(ports, memory)) {
      resumeRun(actions, ports);
    } else {
      rollBack(ports, memory, memory.run);
    }
    memory = readMemory(ports);
  }
  const opened = openFor(ports, memory, action, request.input, SYSTEM);
  const context = {
    today: request.today,
    user: ports.user(),
    seed: request.seed,
  };
  const plan = completePlan(action, opened.book, request.input, context);
  if (fingerprint(plan) !== request.fingerprint) {
    return { state: "changed", preview: previewOf(plan, context) };
  }
  if (isEmptyPlan(plan)) {
    return {
      state: "done",
      summary: plan.summary,
      problems: plan.problems,
      ...(plan.report === undefined ? {} : { report: plan.report }),
      links: plan.links ?? [],
    };
  }
  return startRun(ports, memory, opened, action, request, plan);
}

function resumeRun(actions: Actions, ports: Ports): RunResult {
  const memory = readMemory(ports);
  const { run } = memory;
  if (run === null) {
    throw new UserError(
      "NOTHING_TO_RESUME",
      "Продолжать нечего: последнее действие завершено.",
    );
  }
  refuseForeignRun(ports, run);
  const { book } = readBook(ports, memory, {
    tables: SYSTEM,
    responses: false,
  });
  const record = readRecord(book, run.run);
  if (
    record !== null &&
    (record.forward ?? null) !== null &&
    run.phase === "edits"
  ) {
    rollForward(ports, memory, record);
    return goOn(ports, { ...run, phase: "effects" }, record, []);
  }
  if (record !== null && run.phase === "effects") {
    return goOn(ports, run, record, []);
  }
  if (record === null && run.phase === "effects") {
    // Everything was done, and an undo had already dropped its own record.
    ports.properties.write({ [PROPERTY.run]: "" });
    return {
      state: "done",
      summary: ["Действие завершено."],
      problems: [],
      links: [],
    };
  }
  rollBack(ports, memory, run);
  if (record === null) {
    throw new UserError(
      "CUT_BEFORE_START",
      "Действие было прервано до первой записи: в таблице ничего не изменено. Запустите его ещё раз.",
    );
  }
  const { input } = record;
  if (input === null) {
    throw new UserError(
      "CUT_SECRET",
      "Действие было прервано. Список с именами надстройка не хранит, поэтому выполните его ещё раз с тем же списком или файлом.",
    );
  }
  return applyAction(actions, ports, { ...record, input });
}

/** Whether the cut run has begun to write what it does not take back. */
function goesForward(ports: Ports, memory: Memory): boolean {
  if (memory.run?.phase !== "edits") {
    return false;
  }
  const { book } = readBook(ports, memory, {
    tables: SYSTEM,
    responses: false,
  });
  const record = readRecord(book, memory.run.run);
  return record !== null && (record.forward ?? null) !== null;
}

function abandonRun(ports: Ports): RunResult {
  const memory = readMemory(ports);
  if (memory.run === null) {
    throw new UserError(
      "NOTHING_TO_ABANDON",
      "Отменять нечего: последнее действие завершено.",
    );
  }
  refuseForeignRun(ports, memory.run);
  if (goesForward(ports, memory)) {
    throw new UserError(
      "NO_WAY_BACK",
      "Это действие на середине не отменяется: прежнее нигде не хранится. Выберите «Продолжить».",
    );
  }
  const problems = rollBack(ports, memory, memory.run, true);
  return {
    state: "done",
    summary: [
      "Начатое действие отменено: таблица такая же, какой была до него.",
    ],
    problems,
    links: [],
  };
}
