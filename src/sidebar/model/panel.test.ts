/** Answers that come late or together never lead the panel astray. */
import { expect, test } from "vitest";
import type { PanelState, Preview, RpcMethods } from "../../shared/rpc";
import type { CallServer } from "../server/call-server";
import { createPanel } from "./panel";

const HOME: PanelState = {
  title: "Наставник",
  steps: [],
  more: [],
  today: [],
  requested: null,
  unfinished: null,
};

const CARD: RpcMethods["describe"]["output"] = {
  id: "match",
  title: "Подобрать пары",
  intro: "",
  fields: [],
};

/** A server whose `panel` answers wait until they are let go, in any order. */
function aSlowServer() {
  const waiting: ((state: PanelState) => void)[] = [];
  const methods: string[] = [];
  const inputs: unknown[] = [];
  const answer = (method: string, input: unknown): Promise<unknown> => {
    methods.push(method);
    inputs.push(input);
    return method === "panel"
      ? new Promise((resolve) =>
          waiting.push((value) => resolve({ ok: true, value })),
        )
      : Promise.resolve({ ok: true, value: CARD });
  };
  return {
    methods,
    inputs,
    call: answer as unknown as CallServer,
    /** Lets the oldest waiting `panel` call answer. */
    answerPanel: async (state: PanelState = HOME) => {
      waiting.shift()?.(state);
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

async function aPanelAtHome() {
  const server = aSlowServer();
  const panel = createPanel(server.call);
  void panel.goHome();
  await server.answerPanel();
  return { server, panel };
}

test("reads the panel once however often home is asked for", async () => {
  const server = aSlowServer();
  const panel = createPanel(server.call);

  void panel.goHome();
  void panel.goHome();
  void panel.refresh();

  expect(server.methods).toStrictEqual(["panel"]);
});

test("drops a background reading that ends on another screen", async () => {
  const { server, panel } = await aPanelAtHome();

  void panel.refresh();
  await panel.open("match");
  await server.answerPanel({ ...HOME, title: "Позже" });

  expect(panel.view().screen).toMatchObject({ kind: "action" });
  expect(server.methods).toStrictEqual(["panel", "panel", "describe"]);
});

test("leaves what the menu asks for to the panel it opens", async () => {
  const { server, panel } = await aPanelAtHome();

  void panel.refresh();
  await server.answerPanel();

  expect(server.inputs).toStrictEqual([{}, { again: true }]);
});

test("keeps focus where it is when a background reading changes the list", async () => {
  const { server, panel } = await aPanelAtHome();
  const { serial } = panel.view();

  void panel.refresh();
  await server.answerPanel({ ...HOME, title: "Октябрь" });

  expect(panel.view()).toMatchObject({
    serial,
    screen: { kind: "home", state: { title: "Октябрь" } },
  });
});

test("does nothing when asked for what the screen does not offer", async () => {
  const { server, panel } = await aPanelAtHome();
  const before = panel.view();

  await panel.confirm();
  await panel.preview(new Set());
  await panel.resume();
  await panel.abandon();
  panel.stop();
  panel.back();

  expect(panel.view()).toStrictEqual(before);
  expect(server.methods).toStrictEqual(["panel"]);
});

const PREVIEW: Preview = {
  summary: [],
  problems: [],
  details: [],
  adjust: {
    title: "Графы",
    note: "",
    open: true,
    fields: [
      {
        key: "c0",
        label: "«Имя»",
        kind: "choice",
        choices: [
          { value: "none", label: "не загружать" },
          { value: "fio", label: "ФИО" },
        ],
        value: "none",
      },
    ],
  },
  verb: "Записать",
  fingerprint: "f",
  today: "2026-09-07",
  seed: "s",
};

test("what is corrected in a preview goes into the next one and into the run", async () => {
  const asked: [string, unknown][] = [];
  const answers: Readonly<Record<string, unknown>> = {
    panel: HOME,
    describe: CARD,
    preview: PREVIEW,
    apply: { state: "done", summary: [], problems: [], links: [] },
  };
  const call = (method: string, input: unknown) => {
    asked.push([method, input]);
    return Promise.resolve({ ok: true, value: answers[method] });
  };
  const panel = createPanel(call as unknown as CallServer);
  await panel.goHome();
  await panel.open("match");
  await panel.preview(new Set());
  panel.setValue("c0", "fio");
  await panel.previewAgain();
  await panel.confirm();

  expect(asked.slice(2)).toStrictEqual([
    ["preview", { action: "match", input: {} }],
    ["preview", { action: "match", input: { c0: "fio" } }],
    [
      "apply",
      {
        action: "match",
        input: { c0: "fio" },
        fingerprint: "f",
        today: "2026-09-07",
        seed: "s",
      },
    ],
  ]);
});
