/** Starts a run: intent, edits, effects, in the order that survives a kill. */
import { countersAfter, type Edit } from "../../book/edits";
import { invert } from "../../book/invert";
import { rowId } from "../../book/table";
import { TABLES } from "../../book/tables/tables";
import type { JsonObject, Problem, RunResult } from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import type { Ports } from "../ports";
import type { TabIds } from "./choice-places";
import { runEffects } from "./effects";
import { finishRun } from "./finish";
import {
  type Memory,
  type OpenedBook,
  type OpenRun,
  writeRun,
} from "./read-book";
import { ensureSystemTabs } from "./system-tabs";
import {
  forgetEdits,
  type RunRecord,
  recordEdits,
  surplusRuns,
} from "./undo-store";
import { writeEdits } from "./write-edits";

/** How long nobody else takes an unfinished run over, milliseconds. */
const LEASE_MS = 5 * 60 * 1000;

/** What the panel sends to apply a plan. */
export type ApplyRequest = {
  readonly action: string;
  readonly input: JsonObject;
  readonly fingerprint: string;
  readonly today: string;
  readonly seed: string;
};

/** Intent first, then edits, then effects. */
export function startRun(
  ports: Ports,
  memory: Memory,
  opened: OpenedBook,
  action: Action,
  request: ApplyRequest,
  plan: Plan,
): RunResult {
  const started = ports.now();
  const system = ensureSystemTabs(ports, memory, opened);
  const journal = system.book.tables.journal;
  const number =
    Math.max(
      memory.counters.journal ?? 0,
      ...journal.rows.map((row) => Number(/-(\d+)$/.exec(row.id)?.[1] ?? 0)),
    ) + 1;
  const run: OpenRun = {
    run: rowId(TABLES.journal, number),
    action: action.id,
    user: ports.user(),
    started,
    phase: "intent",
    done: 0,
    until: ports.clock() + LEASE_MS,
  };
  writeRun(ports, run);
  const record: RunRecord = {
    run: run.run,
    action: action.id,
    title: action.title,
    input: plan.secretInput === true ? null : request.input,
    today: request.today,
    seed: request.seed,
    user: run.user,
    started,
    fingerprint: request.fingerprint,
    undoable: action.undoable,
    summary: plan.summary,
    links: plan.links ?? [],
    inverse:
      plan.irrevocable !== undefined ? [] : invert(system.book, plan.edits),
    effects: plan.effects,
    forgets: plan.forgets ?? [],
    forward: plan.irrevocable === "forward" ? plan.edits : null,
    ...(plan.erases === undefined ? {} : { erases: [...plan.erases, run.run] }),
  };
  const leaving = [...record.forgets, ...(record.erases ?? [])];
  const intent: Edit[] = [
    ...(action.undoable
      ? forgetEdits(system.book, surplusRuns(system.book, leaving))
      : []),
    ...recordEdits(record),
    journalEntry(run, action.title, plan.summary),
  ];
  let tabIds: TabIds = writeEdits(ports, system.book, intent, system.tabIds);
  writeRun(ports, { ...run, phase: "edits" });
  tabIds = writeEdits(ports, system.book, plan.edits, tabIds);
  const counters = countersAfter(system.book, [...plan.edits, ...intent]);
  writeRun(ports, { ...run, phase: "effects" }, { counters, tabIds });
  const result = goOn(
    ports,
    { ...run, phase: "effects" },
    record,
    plan.problems,
  );
  return result.state === "done" && plan.report === true
    ? { ...result, report: true }
    : result;
}

function journalEntry(
  run: OpenRun,
  title: string,
  summary: readonly string[],
): Edit {
  return {
    kind: "insert",
    table: "journal",
    row: run.run,
    values: {
      when: run.started,
      who: run.user,
      action: title,
      state: "начато",
      summary: summary.join("\n"),
    },
  };
}

/** Effects from where they stopped; the run is finished when none is left. */
export function goOn(
  ports: Ports,
  run: OpenRun,
  record: RunRecord,
  problems: readonly Problem[],
): RunResult {
  const slice = runEffects(ports, run, record);
  if (slice.done < record.effects.length) {
    writeRun(ports, {
      ...run,
      done: slice.done,
      until: ports.clock() + LEASE_MS,
    });
    ports.workbook.flush();
    return { state: "more", done: slice.done, total: record.effects.length };
  }
  const links = finishRun(ports, record);
  return {
    state: "done",
    summary: record.summary,
    problems: [...problems, ...slice.problems],
    links,
  };
}
