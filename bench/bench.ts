/** `npm run bench`: service calls, modelled time, sizes and speed, printed as tables. */
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { runAction } from "../host/add-on";
import { type OpenHost, openHost } from "../host/host";
import { makePractice } from "../host/practice";
import { modelledMs } from "../host/runtime/published-costs";
import type { ExecutionResult } from "../host/types";
import { callOverhead } from "./call-overhead";
import { peopleCsv } from "./people";

const NOW = "2026-09-07T09:00:00+03:00";
const SETTINGS = {
  organization: "Школа № 3",
  organizationShort: "Школа № 3",
  headName: "Белозерова Анна Викторовна",
  schoolYear: 2026,
  periodFrom: "2026-09-07",
  periodTo: "2027-05-31",
  mode: "С именами",
  youngTotal: 10,
};

const ROADMAP = readFileSync(
  "test/fixtures/roadmap/003_e10a408f7c27fd8f.txt",
  "utf8",
);

type Row = Readonly<Record<string, string | number>>;

function newHost(): Promise<OpenHost> {
  return openHost({ workspace: "", persist: false, now: NOW });
}

/** Executions of one action: its preview and all its slices. */
async function measured(
  host: OpenHost,
  action: string,
  input: Readonly<Record<string, unknown>> = {},
): Promise<readonly ExecutionResult[]> {
  const before = host.executions().length;
  const answer = await runAction(host, action, input);
  if (answer.state !== "done") {
    throw new RangeError(`bench: ${action} ended as ${answer.state}`);
  }
  return host.executions().slice(before);
}

function sum(
  results: readonly ExecutionResult[],
  value: (result: ExecutionResult) => number,
): number {
  return results.reduce((total, result) => total + value(result), 0);
}

const CHAIN = [
  "setup",
  "import",
  "pair",
  "rescore",
  "variant-save",
  "criteria",
  "approve",
  "order",
  "roadmap",
  "forms",
  "intake",
  "undo",
] as const;

async function chain(mentees: number, mentors: number) {
  const host = await newHost();
  const inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    setup: SETTINGS,
    import: { file: peopleCsv(mentees, mentors), into: "auto" },
    "variant-save": { name: "Первый" },
    criteria: { "weight:topics": "неважно" },
    roadmap: { text: ROADMAP },
    order: { date: "2026-09-07", number: "1" },
    forms: { questionnaire: "mentor-profile" },
  };
  const rows = new Map<
    string,
    { calls: number; ms: number; modelled: number }
  >();
  for (const action of CHAIN) {
    const results = await measured(host, action, inputs[action] ?? {});
    rows.set(action, {
      calls: sum(results, (result) => result.meter.counted),
      ms: Math.round(sum(results, (result) => result.durationMs)),
      modelled:
        Math.round(sum(results, (result) => modelledMs(result.meter)) / 100) /
        10,
    });
  }
  const grids = await host.book.grids();
  const people = (grids["Наставляемые"]?.length ?? 0) - 1;
  const pairs = (grids["Пары"]?.length ?? 0) - 1;
  await host.close();
  // Figures of a chain that did nothing would be fine ones.
  if (people !== mentees || pairs < 0.9 * mentees) {
    throw new RangeError(`bench: ${people} mentees and ${pairs} pairs`);
  }
  return rows;
}

async function benchCalls(): Promise<Row[]> {
  const small = await chain(30, 12);
  const large = await chain(3000, 1000);
  return CHAIN.map((action) => {
    const [a, b] = [small.get(action), large.get(action)];
    return {
      action,
      "calls at 30": a?.calls ?? 0,
      "calls at 3,000": b?.calls ?? 0,
      "ms at 30": a?.ms ?? 0,
      "ms at 3,000": b?.ms ?? 0,
      "modelled s on Google": a?.modelled ?? 0,
    };
  });
}

/** Set-up alone: calls that reach the book, per tab it makes. */
async function benchSetup(): Promise<Row[]> {
  const host = await newHost();
  const results = await measured(host, "setup", SETTINGS);
  const calls = sum(results, (result) => result.meter.counted);
  const tabs = Object.keys(await host.book.grids()).length - 1;
  const inserted = results.reduce(
    (total, result) =>
      total + (result.meter.calls["Spreadsheet.insertSheet"] ?? 0),
    0,
  );
  await host.close();
  return [
    {
      tabs,
      inserted,
      calls,
      "calls per tab": Math.round((10 * calls) / tabs) / 10,
      "modelled s":
        Math.round(sum(results, (result) => modelledMs(result.meter)) / 100) /
        10,
    },
  ];
}

function benchBundle(): Row[] {
  const code = readFileSync("dist/Code.js", "utf8");
  const times = Array.from({ length: 7 }, () => {
    const realm = createContext(
      {},
      { codeGeneration: { strings: false, wasm: false } },
    );
    const start = performance.now();
    runInContext(code, realm);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return [
    {
      what: "Code.js, KB",
      value: Math.round(Buffer.byteLength(code) / 1024),
      limit: 960,
    },
    {
      what: "sidebar.html, KB",
      value: Math.round(readFileSync("dist/sidebar.html").byteLength / 1024),
      limit: 150,
    },
    {
      what: "load in a bare realm, ms (median of 7)",
      value: Math.round(times[3] ?? 0),
      limit: 30,
    },
    { what: "slowest load, ms", value: Math.round(times[6] ?? 0), limit: 60 },
  ];
}

async function benchPractice(): Promise<Row[]> {
  const start = performance.now();
  const host = await newHost();
  const opened = performance.now();
  await makePractice(host);
  const made = performance.now();
  await host.close();
  return [
    { what: "host opens, s", value: Math.round(opened - start) / 1000 },
    { what: "practice book made, s", value: Math.round(made - opened) / 1000 },
    {
      what: "peak memory of the process, MB",
      value: Math.round(process.resourceUsage().maxRSS / 1024),
    },
  ];
}

/** Nothing else runs beside it: the figure is the host's own. */
async function benchOverhead(): Promise<Row[]> {
  const { calls, medianMs, ninetiethMs } = await callOverhead();
  const [median, ninetieth] = [medianMs, ninetiethMs].map(
    (ms) => Math.round(ms * 1000) / 1000,
  );
  return [
    { what: "one call, ms: median block", value: median ?? 0, limit: 0.15 },
    { what: "one call, ms: 90th block of 100", value: ninetieth ?? 0 },
    { what: "calls made", value: calls },
  ];
}

async function main(): Promise<void> {
  console.log(
    "Service calls through the worker: getSpreadsheetLocale of an empty book, there and back, in blocks of 200 by the realm's clock",
  );
  console.table(await benchOverhead());
  console.log("Bundle");
  console.table(benchBundle());
  console.log("Set-up");
  console.table(await benchSetup());
  console.log("Practice book");
  console.table(await benchPractice());
  console.log(
    "Actions, preview and apply together; modelled time is an estimate by published costs",
  );
  console.table(await benchCalls());
}

await main();
