/** Runs as the panel shows them: confirmed, taken up again, stopped; and what comes after each. */
import type { JsonObject, Preview, RunResult } from "../../shared/rpc";
import type { CallServer, Outcome } from "../server/call-server";
import type { Failure } from "../server/failure";
import { driveRun, type Progress, type RunEnd } from "./drive-run";
import type { Frame } from "./frame";
import type { Job } from "./view";

const OUTRUN =
  "Пока действие было прервано, данные в таблице изменились. Посмотрите предпросмотр заново.";

/** Where a run may lead. */
type Ways = {
  readonly goHome: (failure?: Failure, announcement?: string) => Promise<void>;
  readonly open: (
    action: string,
    preset?: JsonObject,
    note?: string,
  ) => Promise<void>;
  readonly showPreview: (job: Job, preview: Preview, changed: boolean) => void;
};

export type Runs = {
  readonly confirm: () => Promise<void>;
  readonly takeUp: (method: "resume" | "abandon") => Promise<void>;
  readonly stop: () => void;
};

export function createRuns(
  call: CallServer,
  frame: Frame,
  { goHome, open, showPreview }: Ways,
): Runs {
  const { update, show } = frame;

  /** Runs under the running screen; what all runs do at their end happens here. */
  async function carryOut(
    title: string,
    first: () => Promise<Outcome<RunResult>>,
  ): Promise<RunEnd> {
    show({ kind: "running", title, progress: null, stopping: false });
    const end = await driveRun(call, first, showProgress, isStopping);
    if (end.kind === "done") {
      show({ kind: "result", title, result: end.result });
    } else if (end.kind === "stopped") {
      await goHome(undefined, "Действие остановлено. Его можно продолжить.");
    } else if (end.kind === "failed" && end.failure.kind === "unreachable") {
      show({ kind: "lost", failure: end.failure, duringRun: true });
    }
    return end;
  }

  function showProgress(progress: Progress): void {
    const { screen } = frame.view();
    if (screen.kind === "running") {
      update({
        screen: { ...screen, progress },
        announcement: `Готово ${progress.done} из ${progress.total}`,
      });
    }
  }

  const isStopping = () => {
    const { screen } = frame.view();
    return screen.kind === "running" && screen.stopping;
  };

  function stop(): void {
    const { screen } = frame.view();
    if (screen.kind === "running" && !screen.stopping) {
      update({
        screen: { ...screen, stopping: true },
        announcement: "Останавливаем после текущей части…",
      });
    }
  }

  async function confirm(): Promise<void> {
    const { screen, busy } = frame.view();
    if (
      busy !== null ||
      screen.kind !== "preview" ||
      screen.preview.verb === null
    ) {
      return;
    }
    const { job, preview: plan } = screen;
    const { card } = job.draft;
    const end = await carryOut(card.title, () =>
      call("apply", {
        action: card.id,
        input: job.input,
        fingerprint: plan.fingerprint,
        today: plan.today,
        seed: plan.seed,
      }),
    );
    if (end.kind === "changed") {
      showPreview(job, end.preview, true);
    } else if (end.kind === "failed" && end.failure.kind === "refused") {
      show(screen, "", end.failure);
    }
  }

  async function takeUp(method: "resume" | "abandon"): Promise<void> {
    const { screen, busy } = frame.view();
    if (busy !== null || screen.kind !== "home") {
      return;
    }
    const { unfinished } = screen.state;
    if (unfinished === null) {
      return;
    }
    const end = await carryOut(unfinished.title, () => call(method, {}));
    if (end.kind === "changed") {
      // What the form held then is not known here, so the form comes first.
      await goHome();
      await open(unfinished.action, undefined, OUTRUN);
    } else if (end.kind === "failed" && end.failure.kind === "refused") {
      await goHome(end.failure);
    }
  }

  return { confirm, takeUp, stop };
}
