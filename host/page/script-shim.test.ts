/** google.script as panels see it. */
import { expect, test, vi } from "vitest";
import {
  type FrameMessage,
  type FrameReply,
  installGoogleScript,
  withGoogleScript,
} from "./script-shim";

type Runner = {
  withSuccessHandler: (
    handler: (value: unknown, userObject?: unknown) => void,
  ) => Runner;
  withFailureHandler: (
    handler: (error: Error, userObject?: unknown) => void,
  ) => Runner;
  withUserObject: (value: unknown) => Runner;
  [name: string]: (...args: never[]) => unknown;
};
type Google = {
  script: {
    run: Runner;
    host: {
      close: () => void;
      setWidth: (pixels: number) => void;
      setHeight: (pixels: number) => void;
      editor: { focus: () => void };
    };
  };
};

function frame() {
  const sent: FrameMessage[] = [];
  const errors: string[] = [];
  let listener: (event: { data: unknown; source: unknown }) => void = () =>
    undefined;
  const parent = {
    postMessage: (message: unknown) => sent.push(message as FrameMessage),
  };
  const target = {
    google: undefined as unknown,
    parent,
    console: { error: (text: string) => errors.push(text) },
    FormData: Map as never,
    addEventListener: (_: "message", added: typeof listener) => {
      listener = added;
    },
  };
  installGoogleScript(target);
  const runs = () =>
    sent.filter((message) => message.script === "run") as Extract<
      FrameMessage,
      { script: "run" }
    >[];
  return {
    google: target.google as Google,
    sent,
    runs,
    errors,
    reply: (data: FrameReply, source: unknown = parent) =>
      listener({ data, source }),
  };
}

test("a call crosses as JSON text and its value comes back", () => {
  const { google, runs, reply } = frame();
  const success = vi.fn();
  google.script.run
    .withUserObject("mine")
    .withSuccessHandler(success)
    ["rpc"]?.("panel" as never, '{"a":1}' as never);
  expect(runs()).toEqual([
    {
      script: "run",
      call: 1,
      functionName: "rpc",
      args: '["panel","{\\"a\\":1}"]',
    },
  ]);
  reply({ scriptCall: 1, value: "ok" });
  expect(success).toHaveBeenCalledExactlyOnceWith("ok", "mine");
});

test("each setting gives a new runner and leaves the old one alone", () => {
  const { google, reply } = frame();
  const first = vi.fn();
  const second = vi.fn();
  const one = google.script.run.withSuccessHandler(first);
  one.withSuccessHandler(second);
  one["rpc"]?.();
  reply({ scriptCall: 1, value: null });
  expect(first).toHaveBeenCalledOnce();
  expect(second).not.toHaveBeenCalled();
});

test("a failure gives an Error with the message", () => {
  const { google, reply } = frame();
  const failure = vi.fn();
  google.script.run.withFailureHandler(failure)["rpc"]?.();
  reply({ scriptCall: 1, error: { name: "Exception", message: "нет прав" } });
  const error = failure.mock.calls[0]?.[0] as Error;
  expect(error).toBeInstanceOf(Error);
  expect([error.name, error.message]).toEqual(["Exception", "нет прав"]);
});

test("a failure nobody handles is written to the console", () => {
  const { google, reply, errors } = frame();
  google.script.run["rpc"]?.();
  reply({ scriptCall: 1, error: { name: "Error", message: "сломалось" } });
  expect(errors).toEqual(["google.script.run: сломалось"]);
});

test("the eleventh call waits for a place", () => {
  const { google, runs, reply } = frame();
  for (let call = 0; call < 12; call += 1) google.script.run["rpc"]?.();
  expect(runs()).toHaveLength(10);
  reply({ scriptCall: 3, value: null });
  expect(runs()).toHaveLength(11);
});

test("a handler is called once, however often the answer comes", () => {
  const { google, reply } = frame();
  const success = vi.fn();
  google.script.run.withSuccessHandler(success)["rpc"]?.();
  reply({ scriptCall: 1, value: 1 });
  reply({ scriptCall: 1, value: 2 });
  expect(success).toHaveBeenCalledExactlyOnceWith(1, undefined);
});

test("an answer from elsewhere is not listened to", () => {
  const { google, reply } = frame();
  const success = vi.fn();
  google.script.run.withSuccessHandler(success)["rpc"]?.();
  reply({ scriptCall: 1, value: 1 }, {});
  expect(success).not.toHaveBeenCalled();
});

const circle: Record<string, unknown> = {};
circle["self"] = circle;

test.each([
  ["a date", new Date(0)],
  ["a function", () => undefined],
  ["a date inside", { when: [new Date(0)] }],
  ["a circle", circle],
  ["a map", new Map()],
  ["a symbol", Symbol("x")],
])("%s is refused as an argument", (_, value) => {
  const { google, runs } = frame();
  expect(() => google.script.run["rpc"]?.(value as never)).toThrow(
    /illegal value in property: 0/,
  );
  expect(runs()).toEqual([]);
});

test("undefined in a list becomes null, in an object it is left out", () => {
  const { google, runs } = frame();
  google.script.run["rpc"]?.(
    [1, undefined] as never,
    { a: undefined } as never,
  );
  expect(runs()[0]?.args).toBe("[[1,null],{}]");
});

test("the same object twice is no circle", () => {
  const { google, runs } = frame();
  const shared = { a: 1 };
  google.script.run["rpc"]?.([shared, shared] as never);
  expect(runs()[0]?.args).toBe('[[{"a":1},{"a":1}]]');
});

test("a name ending in _ is private", () => {
  const { google } = frame();
  expect(google.script.run["secret_"]).toBeUndefined();
});

test("host functions reach the page", () => {
  const { google, sent } = frame();
  google.script.host.setHeight(200);
  google.script.host.setWidth(300);
  google.script.host.editor.focus();
  google.script.host.close();
  expect(sent).toEqual([
    { script: "size", side: "height", pixels: 200 },
    { script: "size", side: "width", pixels: 300 },
    { script: "focus" },
    { script: "close" },
  ]);
});

test.each([
  ["<!DOCTYPE html><html lang=ru><head><title>A</title>", "<title>"],
  ["<!-- <head> --><!DOCTYPE html><html><head><title>A</title>", "<!-- <head>"],
  ["<p>только часть</p>", "<p>"],
  ["<header><head><script>x</script>", "<header>"],
])("the shim stands before everything of the page's own: %s", (html, own) => {
  const result = withGoogleScript(html);
  const shim = result.indexOf("<script>(");
  expect(shim).toBeGreaterThanOrEqual(0);
  expect(shim).toBeLessThan(result.indexOf(own));
  expect(result.replace(/<script>\(.*?\)\(window\)<\/script>/s, "")).toBe(html);
});
