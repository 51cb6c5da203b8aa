/** The course of the panel: which call follows which press, and what is shown after it. */
import type {
  JsonObject,
  PanelState,
  Preview,
  RunResult,
} from "../../shared/rpc";
import type { CallServer, Outcome } from "../server/call-server";
import type { Failure } from "../server/failure";
import { driveRun, type Progress, type RunEnd } from "./drive-run";
import { type FieldValue, findErrors, initialValues, toInput } from "./form";
import { type CellPlace, EXPLAIN, type Panel } from "./panel-type";
import { FIRST_VIEW, type Job, type Screen, type View } from "./view";

const OUTRUN =
  "Пока действие было прервано, данные в таблице изменились. Посмотрите предпросмотр заново.";

/**
 * @param call - Asks the server; never rejects.
 * @returns A panel on its loading screen; nothing is called until `goHome`.
 */
export function createPanel(call: CallServer): Panel {
  let view = FIRST_VIEW;
  let known: PanelState | null = null;
  let isReading = false;
  const listeners = new Set<() => void>();

  function update(change: Partial<View>): void {
    view = { ...view, ...change };
    for (const listener of listeners) {
      listener();
    }
  }

  function show(screen: Screen, announcement = "", failure?: Failure): void {
    update({
      screen,
      serial: view.serial + 1,
      busy: null,
      failure: failure ?? null,
      announcement,
    });
  }

  /** Waits for one call; on failure the screen stays and says why. */
  async function ask<T>(
    busy: string,
    request: () => Promise<Outcome<T>>,
  ): Promise<T | null> {
    update({ busy, failure: null, announcement: busy });
    const outcome = await request();
    update(
      outcome.ok
        ? { busy: null, announcement: "" }
        : { busy: null, announcement: "", failure: outcome.failure },
    );
    return outcome.ok ? outcome.value : null;
  }

  async function goHome(failure?: Failure, announcement = ""): Promise<void> {
    if (isReading) {
      return;
    }
    isReading = true;
    show({ kind: "loading" });
    const outcome = await call("panel", {});
    isReading = false;
    if (!outcome.ok) {
      show({ kind: "lost", failure: outcome.failure, duringRun: false });
      return;
    }
    known = outcome.value;
    show({ kind: "home", state: known }, announcement, failure);
    if (known.requested !== null) {
      await open(known.requested);
    }
  }

  async function refresh(): Promise<void> {
    if (isReading || view.busy !== null || view.screen.kind !== "home") {
      return;
    }
    isReading = true;
    const { serial } = view;
    const outcome = await call("panel", { again: true });
    isReading = false;
    // Nobody asked for this reading: a failure waits for the next press, and
    // an answer that comes after another screen was opened is out of date.
    if (!outcome.ok || view.serial !== serial) {
      return;
    }
    known = outcome.value;
    update({ screen: { kind: "home", state: known } });
  }

  async function open(
    action: string,
    preset?: JsonObject,
    note?: string,
  ): Promise<void> {
    if (view.busy !== null) {
      return;
    }
    if (action === EXPLAIN) {
      await explain();
      return;
    }
    const input = preset === undefined ? { action } : { action, input: preset };
    const card = await ask("Открываем…", () => call("describe", input));
    if (card !== null) {
      const values = initialValues(card.fields);
      show({
        kind: "action",
        draft: { card, values, errors: new Map(), attempt: 0 },
        ...(note === undefined ? {} : { note }),
      });
    }
  }

  async function explain(): Promise<void> {
    if (view.busy !== null) {
      return;
    }
    if (view.screen.kind !== "explain") {
      show({ kind: "explain", explanation: null });
    }
    const explanation = await ask("Разбираем выбранную строку…", () =>
      call("explain", {}),
    );
    if (explanation !== null) {
      const { title, place } = explanation;
      show({ kind: "explain", explanation }, `Разбор: ${title}, ${place}.`);
    }
  }

  function setValue(key: string, value: FieldValue): void {
    const { screen } = view;
    if (screen.kind === "preview") {
      const adjust = new Map(screen.adjust).set(key, value);
      update({ screen: { ...screen, adjust } });
    }
    if (screen.kind === "action") {
      const values = new Map(screen.draft.values).set(key, value);
      const errors = new Map(screen.draft.errors);
      errors.delete(key);
      update({
        screen: { ...screen, draft: { ...screen.draft, values, errors } },
      });
    }
  }

  async function preview(broken: ReadonlySet<string>): Promise<void> {
    const { screen } = view;
    if (view.busy !== null || screen.kind !== "action") {
      return;
    }
    const { card, values } = screen.draft;
    const errors = findErrors(card.fields, values, broken);
    if (errors.size > 0) {
      const attempt = screen.draft.attempt + 1;
      const draft = { card, values, errors, attempt };
      update({ screen: { ...screen, draft } });
      return;
    }
    const input = toInput(card.fields, values);
    const plan = await ask("Готовим предпросмотр…", () =>
      call("preview", { action: card.id, input }),
    );
    if (plan !== null) {
      const draft = { card, values, errors, attempt: 0 };
      showPreview({ draft, input }, plan, false);
    }
  }

  function showPreview(job: Job, preview: Preview, changed: boolean): void {
    const adjust = initialValues(preview.adjust?.fields ?? []);
    show({ kind: "preview", job, preview, adjust, changed });
  }

  async function previewAgain(): Promise<void> {
    const { screen } = view;
    if (view.busy !== null || screen.kind !== "preview") {
      return;
    }
    const { draft, input: before } = screen.job;
    const { fields = [] } = screen.preview.adjust ?? {};
    const input = { ...before, ...toInput(fields, screen.adjust) };
    const plan = await ask("Готовим предпросмотр…", () =>
      call("preview", { action: draft.card.id, input }),
    );
    if (plan !== null) {
      showPreview({ draft, input }, plan, false);
    }
  }

  function back(): void {
    const { screen } = view;
    if (view.busy !== null) {
      return;
    }
    if (screen.kind === "preview") {
      show({ kind: "action", draft: screen.job.draft });
    } else if (
      (screen.kind === "action" || screen.kind === "explain") &&
      known !== null
    ) {
      show({ kind: "home", state: known });
      void refresh();
    }
  }

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
    const { screen } = view;
    if (screen.kind === "running") {
      update({
        screen: { ...screen, progress },
        announcement: `Готово ${progress.done} из ${progress.total}`,
      });
    }
  }

  const isStopping = () =>
    view.screen.kind === "running" && view.screen.stopping;

  function stop(): void {
    const { screen } = view;
    if (screen.kind === "running" && !screen.stopping) {
      update({
        screen: { ...screen, stopping: true },
        announcement: "Останавливаем после текущей части…",
      });
    }
  }

  async function confirm(): Promise<void> {
    const { screen } = view;
    if (
      view.busy !== null ||
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
    const { screen } = view;
    if (view.busy !== null || screen.kind !== "home") {
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

  async function showPlace(place: CellPlace): Promise<void> {
    if (view.busy === null) {
      const { serial } = view;
      const { tab, row } = place;
      const shown = await ask(`Открываем вкладку «${tab}»…`, async () => {
        const outcome = await call("show", place);
        return outcome.ok ? { ok: true, value: true } : outcome;
      });
      if (shown !== null && view.serial === serial) {
        const cell = row === undefined ? "" : `, строка ${row}`;
        update({ announcement: `Открыта вкладка «${tab}»${cell}.` });
      }
    }
  }

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    goHome,
    refresh,
    open: (action, preset) => open(action, preset),
    explain,
    setValue,
    preview,
    previewAgain,
    back,
    confirm,
    stop,
    resume: () => takeUp("resume"),
    abandon: () => takeUp("abandon"),
    show: showPlace,
  };
}
