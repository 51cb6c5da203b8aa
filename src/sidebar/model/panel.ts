/** The course of the panel: which call follows which press, and what is shown after it. */
import type { JsonObject, PanelState, Preview } from "../../shared/rpc";
import type { CallServer } from "../server/call-server";
import type { Failure } from "../server/failure";
import { type FieldValue, findErrors, initialValues, toInput } from "./form";
import { createFrame } from "./frame";
import { type CellPlace, EXPLAIN, type Panel } from "./panel-type";
import { createRuns } from "./runs";
import type { Job } from "./view";

/**
 * @param call - Asks the server; never rejects.
 * @returns A panel on its loading screen; nothing is called until `goHome`.
 */
export function createPanel(call: CallServer): Panel {
  const frame = createFrame();
  const { update, show, ask } = frame;
  const runs = createRuns(call, frame, { goHome, open, showPreview });
  let known: PanelState | null = null;
  let isReading = false;

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
    const { busy, screen, serial } = frame.view();
    if (isReading || busy !== null || screen.kind !== "home") {
      return;
    }
    isReading = true;
    const outcome = await call("panel", { again: true });
    isReading = false;
    // Nobody asked for this reading: a failure waits for the next press, and
    // an answer that comes after another screen was opened is out of date.
    if (!outcome.ok || frame.view().serial !== serial) {
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
    if (frame.view().busy !== null) {
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
    if (frame.view().busy !== null) {
      return;
    }
    if (frame.view().screen.kind !== "explain") {
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
    const { screen } = frame.view();
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
    const { screen, busy } = frame.view();
    if (busy !== null || screen.kind !== "action") {
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
    const { screen, busy } = frame.view();
    if (busy !== null || screen.kind !== "preview") {
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
    const { screen, busy } = frame.view();
    if (busy !== null) {
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

  async function showPlace(place: CellPlace): Promise<void> {
    if (frame.view().busy === null) {
      const { serial } = frame.view();
      const { tab, row } = place;
      const shown = await ask(`Открываем вкладку «${tab}»…`, async () => {
        const outcome = await call("show", place);
        return outcome.ok ? { ok: true, value: true } : outcome;
      });
      if (shown !== null && frame.view().serial === serial) {
        const cell = row === undefined ? "" : `, строка ${row}`;
        update({ announcement: `Открыта вкладка «${tab}»${cell}.` });
      }
    }
  }

  return {
    view: frame.view,
    subscribe: frame.subscribe,
    goHome,
    refresh,
    open: (action, preset) => open(action, preset),
    explain,
    setValue,
    preview,
    previewAgain,
    back,
    confirm: runs.confirm,
    stop: runs.stop,
    resume: () => runs.takeUp("resume"),
    abandon: () => runs.takeUp("abandon"),
    show: showPlace,
  };
}
