/** `npm run bench:page`: a tab of 10,000 people in a real browser over a host process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { runAction } from "../host/add-on";
import { openHost } from "../host/host";
import { goTo, launchBrowser } from "../test/support/browser";
import { SETUP } from "../test/support/steps";
import { peopleCsv } from "./people";

/** `npm run bench:page -- 500` for a quicker look. */
const ROWS = Number(process.argv[2] ?? 10_000);
const EDITS = 9;

type Row = Readonly<Record<string, string | number>>;

type Api = {
  readonly getActiveWorkbook: () => {
    readonly getSheetByName: (name: string) => {
      readonly getRange: (place: string) => {
        readonly getDisplayValue: () => unknown;
        readonly getValue: () => unknown;
      };
    };
  };
};

/** Sheet row of the n-th edit: people of the other category. */
const rowOf = (edit: number): number => 3 + 2 * edit;

/** A workspace with the people, those to be edited in pairs; the column of categories. */
async function prepare(): Promise<{
  readonly folder: string;
  readonly category: string;
}> {
  const folder = mkdtempSync(join(tmpdir(), "big-tab-"));
  const host = await openHost({ workspace: folder });
  await runAction(host, ...SETUP);
  const file = peopleCsv(ROWS, 10);
  await runAction(host, "import", { file, into: "auto" });
  const header = (await host.book.grids())["Наставляемые"]?.[0] ?? [];
  const paired = header.indexOf("В программе");
  const rows = Array.from({ length: EDITS }, (_, index) => rowOf(index) - 1);
  host.book.applyMutation(
    {
      id: "sheet.mutation.set-range-values",
      params: {
        unitId: host.book.id,
        subUnitId: host.workspace.book.workbook
          .getSheetBySheetName("Наставляемые")
          ?.getSheetId(),
        cellValue: Object.fromEntries(
          rows.map((row) => [row, { [paired]: { v: 1, t: 2 } }]),
        ),
      },
    },
    "",
  );
  await host.close();
  const category = String.fromCharCode(65 + header.indexOf("Категория"));
  return { folder, category };
}

async function serve(
  folder: string,
): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(
    process.execPath,
    ["out/host/cli.js", "serve", "--workspace", folder, "--no-open"].concat(
      "--port",
      "0",
    ),
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const url = await new Promise<string>((resolve) => {
    child.stdout?.on("data", (text) => {
      const found = /http:\S+/.exec(String(text));
      if (found !== null) resolve(found[0].replace(/&open=\w+/, ""));
    });
  });
  return { child, url };
}

/** Milliseconds from the key to the first frame in which the cell shows the text. */
async function edit(
  page: Page,
  place: string,
  text: string,
  watched: readonly [tab: string, place: string],
): Promise<{ readonly shown: number; readonly computed: number }> {
  await page.evaluate(
    ({ place, text, watched }) => {
      const { univerAPI } = window as unknown as { readonly univerAPI: Api };
      const book = univerAPI.getActiveWorkbook();
      const read = (tab: string, cell: string) =>
        String(book.getSheetByName(tab).getRange(cell).getDisplayValue());
      const before = read(...watched);
      const times = { start: 0, shown: 0, computed: 0 };
      (window as unknown as { times: typeof times }).times = times;
      window.addEventListener(
        "keydown",
        (event) => {
          // The first one is that of the name box.
          if (event.key === "Enter" && times.shown === 0)
            times.start = performance.now();
        },
        { capture: true },
      );
      const look = () => {
        if (times.start > 0) {
          if (times.shown === 0 && read("Наставляемые", place) === text)
            times.shown = performance.now() - times.start;
          if (read(...watched) !== before)
            times.computed = performance.now() - times.start;
        }
        if (times.computed === 0) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    { place, text, watched },
  );
  await goTo(page, place);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  const handle = await page.waitForFunction(() => {
    const { times } = window as unknown as {
      readonly times: { readonly shown: number; readonly computed: number };
    };
    return times.computed > 0 && times.shown > 0 ? times : null;
  });
  return (await handle.jsonValue()) as {
    readonly shown: number;
    readonly computed: number;
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}

function memoryMb(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]) / 1024);
}

async function measure(): Promise<Row[]> {
  const { folder, category } = await prepare();
  const started = performance.now();
  const { child, url } = await serve(folder);
  const served = performance.now();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    // The bundler keeps names of functions by a helper the page lacks.
    await page.addInitScript("window.__name = (named) => named");
    const opening = performance.now();
    await page.goto(url);
    page.setDefaultTimeout(120_000);
    await page.locator(".book canvas").first().waitFor();
    await page.getByText("Наставляемые", { exact: true }).first().click();
    await page.waitForFunction(
      (last) => {
        const { univerAPI } = window as unknown as { readonly univerAPI?: Api };
        const sheet = univerAPI
          ?.getActiveWorkbook()
          .getSheetByName("Наставляемые");
        return sheet?.getRange(last).getValue() !== null;
      },
      `A${ROWS + 1}`,
    );
    const opened = performance.now();
    const watched = ["Показатели", "C2"] as const;
    const shown: number[] = [];
    const computed: number[] = [];
    for (let index = 0; index < EDITS; index++) {
      const place = `${category}${rowOf(index)}`;
      const times = await edit(page, place, "молодой специалист", watched);
      shown.push(times.shown);
      computed.push(times.computed);
    }
    return [
      { what: "host starts, s", value: Math.round(served - started) / 1000 },
      {
        what: "page opens the tab, s",
        value: Math.round(opened - opening) / 1000,
        limit: 3,
      },
      {
        what: "an edited cell shows, ms (median)",
        value: median(shown),
        limit: 50,
      },
      {
        what: "an indicator that depends on it, ms (median)",
        value: median(computed),
        limit: 500,
      },
      {
        what: "slowest indicator, ms",
        value: Math.round(Math.max(...computed)),
      },
      {
        what: "peak memory of the host, MB",
        value: memoryMb(child.pid),
        limit: 600,
      },
    ];
  } finally {
    await browser.close();
    child.kill("SIGTERM");
    await new Promise((resolve) => child.once("exit", resolve));
    rmSync(folder, { recursive: true });
  }
}

console.log(`A tab of ${ROWS} rows in the page`);
console.table(await measure());
