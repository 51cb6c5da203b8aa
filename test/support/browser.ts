/** The system's Chromium for browser tests, and a page opened on a Host. */
import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Exchange } from "../../host/exchange/exchange";
import { type RunningServer, startServer } from "../../host/server";
import type { Host } from "../../host/types";

const CHROMIUM_PATH = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Why browser tests cannot run here; null when they can. */
export const NO_BROWSER: string | null = existsSync(CHROMIUM_PATH)
  ? null
  : `no Chromium at ${CHROMIUM_PATH}: install it or set CHROMIUM`;

/** @throws Error when Chromium does not start. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM_PATH, args: FLAGS });
}

export type OpenPage = {
  readonly page: Page;
  readonly server: RunningServer;
  /**
   * Another window of the same book, with its own cookies.
   *
   * @param search - Added to the address, e.g. `&user=second@example.org`.
   * @param prepare - Runs in the window before the page's own script.
   */
  readonly openWindow: (search?: string, prepare?: () => void) => Promise<Page>;
  /** Errors of scripts and failed requests of every window so far. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
};

export type OpenOptions = {
  /** Files in and out. */
  readonly exchange?: Exchange;
  readonly width?: number;
  readonly height?: number;
};

/** Waits until the book is drawn and follows the server. */
export async function ready(page: Page): Promise<void> {
  await page.locator(".book canvas").first().waitFor();
  // The grid itself, not the small canvases that Univer measures with.
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".book canvas")].some(
      (canvas) => canvas.getBoundingClientRect().height > 300,
    ),
  );
  await page.waitForFunction(
    () =>
      !document
        .querySelector(".header .status")
        ?.textContent?.includes("Нет связи"),
  );
}

/** Serves the host and opens its page, ready to be used. */
export async function openPage(
  browser: Browser,
  host: Host,
  { width = 1280, height = 720, exchange }: OpenOptions = {},
): Promise<OpenPage> {
  const server = await startServer(host, {
    port: 0,
    ...(exchange === undefined ? {} : { exchange }),
  });
  const faults: string[] = [];
  const opened: Page[] = [];

  const openWindow: OpenPage["openWindow"] = async (search = "", prepare) => {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: "ru-RU",
      timezoneId: "Europe/Moscow",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    opened.push(page);
    if (prepare !== undefined) await page.addInitScript(prepare);
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "";
      // A download is no navigation, Chromium says so in this way.
      if (reason !== "net::ERR_ABORTED")
        faults.push(`${request.url()} ${reason}`);
    });
    await page.goto(`${server.url}${search}`);
    await ready(page);
    return page;
  };

  return {
    page: await openWindow(),
    server,
    openWindow,
    faults,
    async close() {
      for (const page of opened) await page.context().close();
      await server.close();
      await host.close();
    },
  };
}

/**
 * Goes to a cell by the name box and types into it.
 *
 * @param place - A1 name of the cell.
 */
export async function typeInto(
  page: Page,
  place: string,
  text: string,
): Promise<void> {
  await goTo(page, place);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  const left = await hasLeft(page, place);
  // A list of suggestions that came late took the key, as it would a person's.
  if (!left) await page.keyboard.press("Enter");
}

/**
 * Waits until Enter has moved on from the cell: on a busy machine it does so
 * after the next keys of a program. A question that comes first ends the wait.
 */
function hasLeft(page: Page, place: string): Promise<boolean> {
  const moved = page.waitForFunction(
    (where) => {
      const { univerAPI } = window as unknown as { readonly univerAPI: Api };
      const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
      return sheet.getSelection()?.getActiveRange()?.getA1Notation() !== where;
    },
    place,
    { timeout: 5000 },
  );
  const asked = page.getByRole("dialog").first().waitFor({ timeout: 5000 });
  return Promise.any([moved, asked]).then(
    () => true,
    () => false,
  );
}

/** Pastes text that another program put on the clipboard. */
export async function pasteInto(
  page: Page,
  place: string,
  text: string,
): Promise<void> {
  await page.evaluate((given) => navigator.clipboard.writeText(given), text);
  await goTo(page, place);
  await page.keyboard.press("Control+v");
}

/** Makes a cell active through the name box. */
export async function goTo(page: Page, place: string): Promise<void> {
  const box = page.locator("[data-u-comp=defined-name] input").first();
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    await box.fill(place);
    await box.press("Enter");
    if (await isChosen(page, place)) return;
  }
}

/** A page that has just been opened may not take a place at once. */
const MOST_ATTEMPTS = 5;

/** Waits until keys are the grid's again and the cell is the chosen one. */
function isChosen(page: Page, place: string): Promise<boolean> {
  const chosen = page.waitForFunction(
    (where) => {
      const { univerAPI } = window as unknown as { readonly univerAPI: Api };
      const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
      const now = sheet.getSelection()?.getActiveRange()?.getA1Notation();
      const isGrid = document.activeElement?.id.includes("DOCS_NORMAL");
      return isGrid && (now === where || !/^[A-Z]+[0-9]+$/.test(where));
    },
    place,
    { timeout: 2000 },
  );
  return chosen.then(
    () => true,
    () => false,
  );
}

/** Univer's name of the document behind the formula bar. */
const FORMULA_BAR = "__INTERNAL_EDITOR__DOCS_FORMULA_BAR";

type Api = {
  readonly getUniverDoc: (id: string) => {
    readonly getSnapshot: () => {
      readonly body: { readonly dataStream: string };
    };
  };
  readonly getActiveWorkbook: () => {
    readonly getActiveSheet: () => {
      readonly getRange: (place: string) => {
        readonly getDisplayValue: () => string;
      };
      readonly getSelection: () => {
        readonly getActiveRange: () => {
          readonly getA1Notation: () => string;
        } | null;
      } | null;
    };
  };
};

/** What the window shows in a cell of its active tab. */
export function shownIn(page: Page, place: string): Promise<string> {
  return page.evaluate((where) => {
    const { univerAPI } = window as unknown as { readonly univerAPI: Api };
    const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
    return String(sheet.getRange(where).getDisplayValue());
  }, place);
}

/** Text of the formula bar for a cell; the bar itself is drawn on a canvas. */
export async function formulaBarText(
  page: Page,
  place: string,
): Promise<string> {
  await goTo(page, place);
  return page.evaluate((id) => {
    const { univerAPI } = window as unknown as { readonly univerAPI: Api };
    return univerAPI.getUniverDoc(id).getSnapshot().body.dataStream.trim();
  }, FORMULA_BAR);
}
