/** Carries a run from its first call to its end, slice by slice. */
import type { Preview, RunResult } from "../../shared/rpc";
import type { CallServer, Outcome } from "../server/call-server";
import type { Failure } from "../server/failure";
import type { DoneResult } from "./view";

export type Progress = { readonly done: number; readonly total: number };

export type RunEnd =
  | { readonly kind: "done"; readonly result: DoneResult }
  | { readonly kind: "changed"; readonly preview: Preview }
  /** The curator asked to stop; the rest can be resumed later. */
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly failure: Failure };

/**
 * Slices in a row without progress after which no further one is asked for;
 * one or two may be spent waiting for another execution's lock.
 */
const MAX_IDLE_SLICES = 5;

const STALLED: Failure = {
  kind: "refused",
  title: "Действие не движется",
  text: "Несколько попыток подряд ничего не добавили. Сделанное до этого сохранено.",
  advice: ["Подождите минуту и нажмите «Продолжить»."],
};

/**
 * Calls `resume` after each slice until the run ends, fails, stands still or
 * is asked to stop.
 *
 * @param first - The call that starts the run: `apply`, `resume` or `abandon`.
 * @param onProgress - Told after each slice that is not the last.
 * @param isStopping - Asked after each slice.
 */
export async function driveRun(
  call: CallServer,
  first: () => Promise<Outcome<RunResult>>,
  onProgress: (progress: Progress) => void,
  isStopping: () => boolean,
): Promise<RunEnd> {
  let outcome = await first();
  let furthest = -1;
  let idleSlices = 0;
  for (;;) {
    if (!outcome.ok) {
      return { kind: "failed", failure: outcome.failure };
    }
    const { value } = outcome;
    if (value.state === "done") {
      return { kind: "done", result: value };
    }
    if (value.state === "changed") {
      return { kind: "changed", preview: value.preview };
    }
    const { done, total } = value;
    onProgress({ done, total });
    if (isStopping()) {
      return { kind: "stopped" };
    }
    idleSlices = done > furthest ? 0 : idleSlices + 1;
    furthest = Math.max(furthest, done);
    if (idleSlices >= MAX_IDLE_SLICES) {
      return { kind: "failed", failure: STALLED };
    }
    outcome = await call("resume", {});
  }
}
