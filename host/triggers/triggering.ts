/** Everything of the host that runs without being called: triggers and the clock they live by. */
import type { Clock } from "../clock";
import type { Execution, Workspace } from "../services/registry";
import { triggerDocument } from "../services/trigger-store";
import type { ExecutionRequest, ExecutionResult, Host } from "../types";
import { openTriggerEngine, type TriggerEngine } from "./engine";
import { openPageTriggers, type PageTriggers } from "./page-triggers";
import { eventNow } from "./run-now";

export type Triggering = {
  readonly engine: TriggerEngine;
  readonly page: PageTriggers;
  readonly clock: Host["clock"];
  readonly runTrigger: Host["runTrigger"];
  /** Nothing fires any more; resolves when what runs has ended. */
  readonly stop: () => Promise<void>;
};

type Parts = {
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly declares: (functionName: string) => boolean;
  readonly run: (
    request: ExecutionRequest,
    makeArgs: (execution: Execution) => readonly unknown[],
  ) => Promise<ExecutionResult>;
  readonly defaultUser: string;
  /** Told when the clock was moved. */
  readonly tellMoved: () => void;
};

const TICK_MS = 60_000;

export function openTriggering(parts: Parts): Triggering {
  const { workspace, clock, tellMoved } = parts;
  let isClosing = false;
  let ticking: NodeJS.Timeout | null = null;
  const shared = { ...parts, isClosing: () => isClosing };
  const engine = openTriggerEngine(
    workspace,
    clock,
    parts.run,
    shared.isClosing,
  );
  const page = openPageTriggers({ ...shared, engine });

  const state: Host["clock"]["state"] = () => {
    const { standsAt, shiftMs } = clock.reading();
    const moved = shiftMs === 0 ? "real" : "moved";
    return {
      now: clock.now().toISOString(),
      kind: standsAt === null ? moved : "standing",
    };
  };

  async function jump(moment: Date) {
    if (Number.isNaN(moment.getTime())) {
      throw new RangeError("clock.set: this is no moment");
    }
    const result = await engine.jumpTo(moment);
    tellMoved();
    return { ...state(), ...result };
  }

  async function tick(): Promise<void> {
    await engine.tick();
    if (isClosing) return;
    ticking = setTimeout(() => void tick(), TICK_MS);
  }

  return {
    engine,
    page,
    clock: {
      now: clock.now,
      state,
      set: (iso) => jump(new Date(iso)),
      advance: (milliseconds) =>
        jump(new Date(clock.now().getTime() + milliseconds)),
      reset() {
        clock.returnToRealTime();
        engine.clockWasSet();
        tellMoved();
        return state();
      },
      tickByItself() {
        if (ticking === null) void tick();
      },
    },
    async runTrigger(id) {
      const trigger = triggerDocument(workspace.storage)
        .get()
        .find((one) => one.id === id);
      if (trigger === undefined) throw new Error(`Триггера ${id} нет.`);
      const makeEvent = await eventNow(workspace, trigger);
      const result = await engine.runOne(trigger, makeEvent);
      return result;
    },
    async stop() {
      isClosing = true;
      if (ticking !== null) clearTimeout(ticking);
      await page.idle();
    },
  };
}
