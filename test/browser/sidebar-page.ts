/** Opens the panel, built as for Google, in the system's Chromium before a server of fixtures. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Reply, RpcMethod, RpcMethods } from "../../src/shared/rpc";

const EXECUTABLE = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Why the tests of this folder cannot run here; null when they can. */
export const SKIP_REASON = existsSync(EXECUTABLE)
  ? null
  : `Chromium is not found at ${EXECUTABLE}; set CHROMIUM to its path.`;

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
}

/** The same steps as build/build.mjs, without the rest of the project. */
export async function buildPanelPage(): Promise<string> {
  const result = await build({
    entryPoints: ["src/sidebar/main.tsx"],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2019",
    charset: "utf8",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
  });
  const script = result.outputFiles[0]?.text ?? "";
  const style = await readFile("src/sidebar/sidebar.css", "utf8");
  const template = await readFile("src/sidebar/sidebar.html", "utf8");
  return template
    .replace("<!-- style -->", () => `<style>${style}</style>`)
    .replace(
      "<!-- script -->",
      () => `<script>${script.replace(/<\/script/gi, "<\\/script")}</script>`,
    );
}

/** Thrown by a handler: the failure handler of google.script.run gets it. */
export class TransportError extends Error {}

type Answer<T> = T | Reply<T> | Promise<T | Reply<T>>;

/** Method → answer; a bare value is wrapped as `ok`. Unlisted methods fail the call. */
export type Handlers = {
  readonly [Method in RpcMethod]?: (
    input: RpcMethods[Method]["input"],
  ) => Answer<RpcMethods[Method]["output"]>;
};

export type Call = { readonly method: string; readonly input: unknown };

export type OpenPanel = {
  readonly page: Page;
  /** Calls that reached the server, oldest first. */
  readonly calls: Call[];
  /** Errors of the page; a good test ends with none. */
  readonly errors: string[];
  readonly close: () => Promise<void>;
};

function isReply(value: unknown): boolean {
  return typeof value === "object" && value !== null && "ok" in value;
}

/**
 * Runs in the page: google.script.run as Google documents it, each call of a
 * `with…` giving a runner of its own.
 */
function installGoogle(): void {
  type Handler = (value: unknown) => void;
  type Gate = (method: string, json: string) => Promise<[string, string]>;
  const gate = (window as unknown as { __rpc: Gate }).__rpc;
  const runner = (onValue: Handler, onError: Handler): object => ({
    withSuccessHandler: (handler: Handler) => runner(handler, onError),
    withFailureHandler: (handler: Handler) => runner(onValue, handler),
    rpc: (method: string, json: string) => {
      gate(method, json).then(([kind, text]) =>
        kind === "value" ? onValue(text) : onError(new Error(text)),
      );
    },
  });
  const none = () => undefined;
  Object.assign(window, { google: { script: { run: runner(none, none) } } });
}

/** A panel of 300 by 720 pixels before the given server. */
export async function openPanel(
  browser: Browser,
  html: string,
  handlers: Handlers,
  size: { width: number; height: number } = { width: 300, height: 720 },
): Promise<OpenPanel> {
  const context = await browser.newContext({
    viewport: size,
    locale: "ru-RU",
    timezoneId: "Europe/Moscow",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const calls: Call[] = [];
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") {
      errors.push(message.text());
    }
  });
  await page.exposeFunction(
    "__rpc",
    async (method: RpcMethod, json: string) => {
      const input = JSON.parse(json);
      calls.push({ method, input });
      try {
        const handler = handlers[method] as
          | ((input: unknown) => unknown)
          | undefined;
        if (handler === undefined) {
          throw new Error(`The test's server does not know «${method}»`);
        }
        const answer = await handler(input);
        const reply = isReply(answer) ? answer : { ok: true, value: answer };
        return ["value", JSON.stringify(reply)];
      } catch (error) {
        if (!(error instanceof TransportError)) {
          errors.push(String(error));
        }
        return ["error", (error as Error).message];
      }
    },
  );
  await page.addInitScript(installGoogle);
  await page.route("https://panel.example/**", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: html }),
  );
  await page.goto("https://panel.example/");
  return { page, calls, errors, close: () => context.close() };
}

/** True when something makes the page wider than its window. */
export function hasSidewaysScroll(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      document.documentElement.scrollWidth >
      document.documentElement.clientWidth,
  );
}

/** A promise to be resolved by the test when it is ready. */
export function later<T>(): {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
} {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((accept) => {
    resolve = accept;
  });
  return { promise, resolve };
}

/**
 * Texts whose colour is too near to what lies behind them, by WCAG 2.2, 1.4.3:
 * 4.5:1 (all texts of the panel are small). Disabled controls are exempt.
 */
export function paleTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const channels = (colour: string) =>
      (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
        const share = value / 255;
        return share <= 0.04045
          ? share / 12.92
          : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const isClear = (colour: string) => channels(colour)[3] === 0;
    const backgroundOf = (element: Element): string => {
      const colour = getComputedStyle(element).backgroundColor;
      const parent = element.parentElement;
      return isClear(colour) && parent !== null ? backgroundOf(parent) : colour;
    };
    const hasText = (element: Element) =>
      Array.from(element.childNodes).some(
        (node) => node.nodeType === 3 && node.textContent?.trim() !== "",
      );
    const ratioOf = (element: Element) => {
      const pair = [
        luminance(getComputedStyle(element).color),
        luminance(backgroundOf(element)),
      ].sort((one, other) => other - one);
      return ((pair[0] ?? 0) + 0.05) / ((pair[1] ?? 0) + 0.05);
    };
    return Array.from(document.querySelectorAll("main *"))
      .filter((element) => hasText(element) && !element.closest(":disabled"))
      .filter((element) => ratioOf(element) < 4.5)
      .map((element) => `${element.textContent}: ${ratioOf(element)}`);
  });
}
