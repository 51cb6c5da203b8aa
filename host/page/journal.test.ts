/** The execution log as the page holds it. */
import { expect, test } from "vitest";
import type { JournalEntry } from "../server/protocol";
import { hasError, mergeJournal, methodsIn, titleOf } from "./journal";

const entry = (id: string, more: Partial<JournalEntry> = {}): JournalEntry => ({
  id,
  functionName: "rpc",
  kind: "rpc",
  user: "curator@example.org",
  startedAt: "2026-09-01T09:00:00.000Z",
  durationMs: 1,
  outcome: "done",
  meter: { counted: 1, calls: { "Range.getValues": 1 }, light: {} },
  log: [],
  ...more,
});
const ids = (entries: readonly JournalEntry[]) => entries.map(({ id }) => id);

test("news come first, once, and push out the oldest", () => {
  const held = [entry("2"), entry("1")];
  const news = { isWhole: false, entries: [entry("3"), entry("2")] };
  const thousand = Array.from({ length: 1_000 }, (_, i) => entry(`old${i}`));

  expect(ids(mergeJournal(held, news))).toEqual(["3", "2", "1"]);
  expect(mergeJournal(held, { isWhole: false, entries: [] })).toBe(held);
  expect(ids(mergeJournal(held, { ...news, isWhole: true }))).toEqual(
    ids(news.entries),
  );
  expect(ids(mergeJournal(thousand, news)).slice(-2)).toEqual([
    "old996",
    "old997",
  ]);
});

test("kills, refusals and formulas the engine lacks are errors", () => {
  expect(hasError(entry("1"))).toBe(false);
  expect(hasError(entry("1", { outcome: "killed" }))).toBe(true);
  expect(hasError(entry("1", { refusal: "Сначала настройте." }))).toBe(true);
  expect(hasError(entry("1", { unknownFunctions: ["QUERY"] }))).toBe(true);
  expect(hasError(entry("1", { unknownFunctions: [] }))).toBe(false);
});

test("an entry is called by its menu item, its method or its function", () => {
  expect(titleOf(entry("1", { caption: "Проверить данные" }))).toBe(
    "«Проверить данные»",
  );
  expect(titleOf(entry("1", { method: "apply import" }))).toBe(
    "rpc: apply import",
  );
  expect(titleOf(entry("1", { functionName: "onOpen" }))).toBe("onOpen");
});

test("methods are suggested in order, each once", () => {
  const other = { counted: 1, calls: { "Cache.get": 2 }, light: {} };
  expect(
    methodsIn([entry("1"), entry("2"), entry("3", { meter: other })]),
  ).toEqual(["Cache.get", "Range.getValues"]);
});
