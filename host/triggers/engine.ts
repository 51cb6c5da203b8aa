/** Fires triggers: keeps what became of them, and moves the clock through what is due. */
import type { Clock } from "../clock";
import type { Execution, Trigger, Workspace } from "../services/registry";
import type { ExecutionRequest, ExecutionResult, TriggerView } from "../types";
import { clockEvent } from "./events";
import { isOnce, nextDue } from "./schedule";

/**
 * Most firings of one jump of the clock; chosen: a month of an hourly
 * trigger. What is due beyond is skipped, as Google skips what it misses.
 */
export const MAX_FIRINGS = 750;

/** What became of a trigger; trigger-runs.json holds them by trigger id. */
type TriggerRun = {
  /** ISO instant up to which firings are done with. */
  readonly from: string;
  readonly lastAt?: string;
  readonly lastOutcome?: ExecutionResult["outcome"];
};

type Runs = Readonly<Record<string, TriggerRun>>;

export type TriggerEngine = {
  readonly views: () => readonly TriggerView[];
  /**
   * Runs every trigger of this event that is still installed when its turn
   * comes, each as its owner.
   */
  readonly fire: (
    event: Trigger["event"],
    makeEvent: MakeTriggerEvent,
    isMeant?: (trigger: Trigger) => boolean,
  ) => Promise<readonly ExecutionResult[]>;
  /** Runs one trigger out of turn. */
  readonly runOne: (
    trigger: Trigger,
    makeEvent: MakeTriggerEvent,
  ) => Promise<ExecutionResult>;
  /**
   * Moves the clock, stopping at each moment at which a trigger is due.
   * Backwards nothing fires.
   */
  readonly jumpTo: (
    moment: Date,
  ) => Promise<{ readonly fired: number; readonly skipped: boolean }>;
  /** Fires what is due by now, each trigger once however often it was. */
  readonly tick: () => Promise<void>;
  /** To be called after the clock was set without a jump. */
  readonly clockWasSet: () => void;
};

/** Builds the event of one firing. */
type MakeTriggerEvent = (execution: Execution, trigger: Trigger) => unknown;

type Run = (
  request: ExecutionRequest,
  makeArgs: (execution: Execution) => readonly unknown[],
) => Promise<ExecutionResult>;

/**
 * @param run - Runs an execution and keeps its record.
 * @param isClosing - True when nothing may start any more.
 */
export function openTriggerEngine(
  workspace: Workspace,
  clock: Clock,
  run: Run,
  isClosing: () => boolean,
): TriggerEngine {
  const document = workspace.storage.document<Runs>("trigger-runs", {});
  const openedAt = workspace.now();
  let turn: Promise<unknown> = Promise.resolve();

  const isInstalled = (trigger: Trigger): boolean =>
    workspace.triggers().some(({ id }) => id === trigger.id);
  const createdAt = (trigger: Trigger): Date =>
    new Date(trigger.createdAt ?? openedAt);

  function fromOf(trigger: Trigger): Date {
    const from = document.get()[trigger.id]?.from;
    if (from !== undefined) return new Date(from);
    // A moment that had passed when it was chosen is due at once.
    return isOnce(trigger) ? new Date(0) : createdAt(trigger);
  }

  function dueOf(trigger: Trigger): Date | null {
    if (trigger.event !== "CLOCK") return null;
    const { timeZone } = workspace.manifest;
    return nextDue(trigger, createdAt(trigger), fromOf(trigger), timeZone);
  }

  /** Forgets triggers that are gone. */
  function keep(id: string, change: Partial<TriggerRun>): void {
    const installed = new Set(workspace.triggers().map((one) => one.id));
    const kept = Object.entries(document.get()).filter(([key]) =>
      installed.has(key),
    );
    const before = document.get()[id] ?? { from: openedAt.toISOString() };
    document.set({
      ...Object.fromEntries(kept),
      ...(installed.has(id) ? { [id]: { ...before, ...change } } : {}),
    });
  }

  async function runOne(
    trigger: Trigger,
    makeEvent: MakeTriggerEvent,
  ): Promise<ExecutionResult> {
    const result = await run(
      {
        functionName: trigger.functionName,
        user: trigger.user,
        kind: "trigger",
      },
      (execution) => [makeEvent(execution, trigger)],
    );
    keep(trigger.id, {
      from: fromOf(trigger).toISOString(),
      lastAt: result.startedAt,
      lastOutcome: result.outcome,
    });
    return result;
  }

  /** The trigger due first, up to a moment; of equals the older. */
  function firstDue(
    until: Date,
  ): { readonly trigger: Trigger; readonly at: Date } | null {
    let first: { trigger: Trigger; at: Date } | null = null;
    for (const trigger of workspace.triggers()) {
      const at = dueOf(trigger);
      if (at === null || at > until) continue;
      if (first === null || at < first.at) first = { trigger, at };
    }
    return first;
  }

  async function fireDue(
    until: Date,
    next: (due: { trigger: Trigger; at: Date }) => Date,
  ): Promise<{ fired: number; skipped: boolean }> {
    for (let fired = 0; ; fired += 1) {
      const due = isClosing() ? null : firstDue(until);
      if (due === null) return { fired, skipped: false };
      if (fired === MAX_FIRINGS) return { fired, skipped: true };
      keep(due.trigger.id, { from: next(due).toISOString() });
      await runOne(due.trigger, clockEvent(clock.now()));
    }
  }

  /** What is past by now counts as done with; what was set back, as ahead. */
  function clockWasSet(): void {
    const now = clock.now();
    for (const trigger of workspace.triggers()) {
      if (trigger.event !== "CLOCK") continue;
      const from = fromOf(trigger);
      const due = dueOf(trigger);
      const isPast = due !== null && due <= now && !isOnce(trigger);
      const isAhead = from > now && !isOnce(trigger);
      if (isPast || isAhead) keep(trigger.id, { from: now.toISOString() });
    }
  }

  /** One jump or tick after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  }

  return {
    runOne,
    clockWasSet,
    async fire(event, makeEvent, isMeant = () => true) {
      const results: ExecutionResult[] = [];
      for (const trigger of workspace.triggers()) {
        if (trigger.event !== event || !isInstalled(trigger)) continue;
        if (!isMeant(trigger)) continue;
        if (isClosing()) break;
        results.push(await runOne(trigger, makeEvent));
      }
      return results;
    },
    jumpTo: (moment) =>
      inTurn(async () => {
        const result = await fireDue(moment, ({ at }) => {
          if (at > clock.now()) clock.moveTo(at);
          return at;
        });
        clock.moveTo(moment);
        clockWasSet();
        return result;
      }),
    tick: () =>
      inTurn(async () => {
        const now = clock.now();
        await fireDue(now, () => now);
      }),
    views: () =>
      workspace.triggers().map((trigger) => {
        const { lastAt, lastOutcome } = document.get()[trigger.id] ?? {};
        const nextAt = dueOf(trigger)?.toISOString();
        const { id, functionName, event, user, schedule } = trigger;
        return {
          id,
          functionName,
          event,
          user,
          schedule,
          ...(lastAt === undefined ? {} : { lastAt }),
          ...(lastOutcome === undefined ? {} : { lastOutcome }),
          ...(nextAt === undefined ? {} : { nextAt }),
        };
      }),
  };
}
