/** One call: JSON text there, a reply or a failure back, never a rejection. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type ServerRunner, serverCaller } from "./call-server";

type Handler = (value: unknown) => void;

type Answering = (
  method: string,
  json: string,
  succeed: Handler,
  fail: Handler,
) => void;

/** As google.script.run: every `with…` gives a new runner. */
function aRunner(
  answer: Answering,
  succeed: Handler = () => undefined,
  fail: Handler = () => undefined,
): ServerRunner {
  return {
    withSuccessHandler: (handler) => aRunner(answer, handler, fail),
    withFailureHandler: (handler) => aRunner(answer, succeed, handler),
    rpc: (method, json) => answer(method, json, succeed, fail),
  };
}

function callerThat(answer: Answering) {
  return serverCaller(() => aRunner(answer), 1000);
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("sends the method with JSON text and gives the value back", async () => {
  const sent: unknown[] = [];
  const call = callerThat((method, json, succeed) => {
    sent.push([method, json]);
    succeed('{"ok":true,"value":null}');
  });

  const outcome = await call("show", { tab: 'Пары "черновик"' });

  expect(outcome).toStrictEqual({ ok: true, value: null });
  expect(sent).toStrictEqual([["show", '{"tab":"Пары \\"черновик\\""}']]);
});

test("gives the server's own words for a refusal", async () => {
  const call = callerThat((_method, _json, succeed) =>
    succeed('{"ok":false,"code":"BUSY","message":"Сейчас работает другой."}'),
  );

  expect(await call("panel", {})).toMatchObject({
    ok: false,
    failure: { kind: "refused", text: "Сейчас работает другой." },
  });
});

test.each([
  [null],
  [undefined],
  [{ ok: true }],
  [""],
  ["null"],
  ["[1]"],
  ["{"],
])("calls the answer %s unreadable", async (answer) => {
  const call = callerThat((_method, _json, succeed) => succeed(answer));

  expect(await call("panel", {})).toMatchObject({
    ok: false,
    failure: {
      kind: "unreachable",
      technical: expect.stringContaining("Unreadable reply"),
    },
  });
});

test("explains what the failure handler gets", async () => {
  const call = callerThat((_method, _json, _succeed, fail) =>
    fail({ name: "ScriptError", message: "PERMISSION_DENIED" }),
  );

  expect(await call("panel", {})).toMatchObject({
    failure: { technical: "ScriptError: PERMISSION_DENIED" },
  });
});

test("explains a call that throws at once", async () => {
  const call = callerThat(() => {
    throw new Error("too large");
  });

  expect(await call("panel", {})).toMatchObject({
    failure: { technical: "Error: too large" },
  });
});

test("stops waiting after its patience and drops what comes later", async () => {
  let late: Handler = () => undefined;
  const call = callerThat((_method, _json, succeed) => {
    late = succeed;
  });

  const pending = call("panel", {});
  await vi.advanceTimersByTimeAsync(1000);
  late('{"ok":true,"value":{}}');

  expect(await pending).toMatchObject({
    failure: { title: "Google остановил работу по времени" },
  });
});

test("says that the page is not in a spreadsheet when there is no server", async () => {
  const call = serverCaller(() => null);

  expect(await call("panel", {})).toMatchObject({
    failure: { title: "Панель открыта не из таблицы" },
  });
});
