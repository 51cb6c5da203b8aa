/** Phrases labelled before the parser saw them: how many it reads rightly. */

// biome-ignore lint/style/noRestrictedImports: the lists lie in test/fixtures
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CONTEXT } from "./date-context-example";
import type { Interval, ParsedDates } from "./interval";
import { parseDatePhrase } from "./parse-date-phrase";

const FOLDER = new URL("../../../test/fixtures/roadmap/", import.meta.url);

/** Spans that the lists name: the terms above and what lies between them. */
const SPANS: Readonly<Record<string, readonly [string, string]>> = {
  SY: ["2026-09-01", "2027-05-31"],
  Q1: ["2026-09-01", "2026-10-23"],
  Q2: ["2026-11-02", "2026-12-29"],
  Q3: ["2027-01-11", "2027-03-26"],
  Q4: ["2027-04-05", "2027-05-31"],
  H1: ["2026-09-01", "2026-12-29"],
  H2: ["2027-01-11", "2027-05-31"],
  T1: ["2026-09-01", "2026-11-30"],
  T2: ["2026-12-01", "2027-02-28"],
  T3: ["2027-03-01", "2027-05-31"],
  AUTUMN: ["2026-10-24", "2026-11-01"],
  WINTER: ["2026-12-30", "2027-01-10"],
  SPRING: ["2027-03-27", "2027-04-04"],
  SUMMER: ["2027-06-01", "2027-08-31"],
};

const REPEATS: Readonly<Record<string, string>> = {
  yearly: "1/year",
  monthly: "1/month",
  weekly: "1/week",
  quarterly: "1/quarter",
  termly: "1/term",
};

type Case = {
  readonly phrase: string;
  readonly items: string;
  readonly warning: string;
};

function readCases(file: string): readonly Case[] {
  return readFileSync(new URL(file, FOLDER), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [phrase = "", items = "", warning = ""] = line.split(" | ");
      return { phrase: plainPhrase(phrase), items, warning };
    });
}

function plainPhrase(text: string): string {
  return text
    .replace(/\\n/g, "\n")
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}

function repeatOf({ repeat }: Interval): string {
  if (repeat === undefined) {
    return "";
  }
  return typeof repeat === "string"
    ? (REPEATS[repeat] ?? repeat)
    : `${repeat.times}${repeat.upTo === undefined ? "" : `-${repeat.upTo}`}/${repeat.every ?? ""}${repeat.per}`;
}

/** «START..END» with names of the calendar put into days. */
function spanOf(label: string): readonly [string, string] {
  const named = SPANS[label];
  if (named !== undefined) {
    return named;
  }
  const [start = "-", end = "-"] = label.split("..");
  return [edge(start), edge(end)];
}

function edge(label: string): string {
  const [name = "", side] = label.split(".");
  const named = SPANS[name];
  return named === undefined ? label : named[side === "start" ? 0 : 1];
}

const fits = (label: string, value: string | null) =>
  label === "-" || label === "*" || label.split("/").includes(value ?? "null");

function isRight(label: string, interval: Interval): boolean {
  const [kind = "", precision = "", span = "", repeat = ""] = label.split(" ");
  const [start, end] = spanOf(span);
  return (
    fits(kind, interval.kind) &&
    fits(precision, interval.precision) &&
    fits(start, interval.start) &&
    fits(end, interval.end) &&
    (repeat === "" || repeat === repeatOf(interval))
  );
}

function isRightCell({ items, warning }: Case, found: ParsedDates): boolean {
  const warned = found.warnings.length > 0;
  const warnedRightly = warning === "?" || warned === (warning === "warn");
  const labels = items.split(" ; ");
  const mayBeEmpty = /(?:^|\/)unknown/.test(items);
  const rightItems =
    (mayBeEmpty && found.intervals.length === 0) ||
    (labels.length === found.intervals.length &&
      labels.every((label, index) => {
        const interval = found.intervals[index];
        return interval !== undefined && isRight(label, interval);
      }));
  return rightItems && warnedRightly;
}

const shown = ({ start, end, precision, kind, ...rest }: Interval) =>
  `${kind} ${precision} ${start ?? "-"}..${end ?? "-"} ${repeatOf({ start, end, precision, kind, ...rest })}`.trim();

/** How many lists there are, numbered from 1. */
const LISTS = 19;

test.each(
  Array.from({ length: LISTS }, (_, index) => `phrases-blind-${index + 1}.txt`),
)("reads the phrases of %s", (file) => {
  const cases = readCases(file);

  const wrong = cases.flatMap((one) => {
    const found = parseDatePhrase(one.phrase, CONTEXT);
    return isRightCell(one, found)
      ? []
      : [
          `${one.phrase} | ${one.items} | ${one.warning} => ${found.intervals.map(shown).join(" ; ")} | ${found.warnings.join(" ")}`,
        ];
  });

  expect(cases.length).toBeGreaterThanOrEqual(50);
  expect(wrong).toStrictEqual([]);
});
