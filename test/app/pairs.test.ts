/** Pairs in the curator's hands: aims, contradictions, approval, changes by hand, criteria, variants, topics. */
import { expect, test } from "vitest";
import type { JsonObject } from "../../src/shared/rpc";
import type { MemoryTab, MemoryWorld } from "../support/memory-ports";
import {
  IMPORT_STEP,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { at, cell, rowWith, setCell, tabOf } from "../support/memory-tabs";

const PEOPLE = worldAfter(SETUP_STEP, IMPORT_STEP);
const PAIRED = structuredClone(PEOPLE);
run(PAIRED, "pair");

function rows(tab: MemoryTab, ...keys: readonly string[]): unknown[][] {
  return tab.cells
    .slice(1)
    .map((cells) => keys.map((key) => cells[at(tab, key)] ?? ""));
}

function addRule(
  world: MemoryWorld,
  values: Readonly<Record<string, unknown>>,
) {
  const tab = tabOf(world, "Правила пар");
  const cells = tab.notes.map((): string | number => "");
  for (const [key, value] of Object.entries(values)) {
    cells[at(tab, key)] = value as string | number;
  }
  tab.cells.push(cells);
}

function section(
  world: MemoryWorld,
  action: string,
  title: string,
  input: JsonObject = {},
) {
  return preview(world, action, input).details.find((one) =>
    one.title?.startsWith(title),
  );
}

test("writes score, completeness, reasons, source and the run's fingerprint", () => {
  const pairs = tabOf(PAIRED, "Пары");
  const found = rows(
    pairs,
    "score",
    "completeness",
    "source",
    "changed",
    "run",
  );

  expect(found.length).toBeGreaterThan(20);
  for (const [score, completeness, source, changed, print] of found) {
    expect(score).toBeGreaterThan(0);
    expect(completeness).toBeGreaterThan(0);
    expect(source).toBe("подбор");
    expect(changed).toBe("Новая пара.");
    expect(print).toMatch(/^[0-9a-f]{8,}$/);
  }
  expect(new Set(found.map((row) => row[4])).size).toBe(1);
});

test("changes nothing when it is run again on the same data", () => {
  expect(preview(PAIRED, "pair").verb).toBeNull();
});

test("keeps the aim and the threshold in the settings", () => {
  const world = structuredClone(PEOPLE);
  run(world, "pair", { mode: "best", minScore: 700 });
  const settings = tabOf(world, "Настройки");
  const value = (key: string) =>
    cell(settings, rowWith(settings, "id", key), "value");
  const scores = rows(tabOf(world, "Пары"), "score").map(([score]) => score);

  expect(value("pairMode")).toBe("выше баллы");
  expect(value("minScore")).toBe(700);
  expect(Math.min(...scores.map(Number))).toBeGreaterThanOrEqual(700);
});

test("refuses a threshold that no score can have", () => {
  expect(() => preview(PEOPLE, "pair", { minScore: 1001 })).toThrow(
    /от 0 до 1000/,
  );
});

test("stops before a run whose rules contradict each other, and names their rows", () => {
  const world = structuredClone(PAIRED);
  const [[mentee, mentor] = []] = rows(
    tabOf(world, "Пары"),
    "menteeId",
    "mentorId",
  );
  addRule(world, { rule: "обязательно", menteeIds: mentee, mentorIds: mentor });
  addRule(world, { rule: "никогда", menteeIds: mentee, mentorIds: mentor });
  const { summary, verb, problems } = preview(world, "pair");
  const found = problems.filter(({ severity }) => severity === "error");

  expect(summary.join()).toMatch(/правила противоречат друг другу/);
  expect(verb).toBeNull();
  expect(found).toMatchObject([{ tab: "Правила пар", row: 2 }]);
  expect(found[0]?.message).toMatch(/2, 3/);
});

test("shows how many candidate pairs each rule removes, and how many it alone", () => {
  const found = section(PEOPLE, "pair", "Правила");
  const consent = found?.rows?.find(([name]) => name === "Нет согласия");

  expect(Number(consent?.[1])).toBeGreaterThan(0);
  expect(Number(consent?.[2])).toBeLessThanOrEqual(Number(consent?.[1]));
});

test("does not lose a mentee without a word", () => {
  const { problems } = preview(PEOPLE, "pair");
  const paired = new Set(
    rows(tabOf(PAIRED, "Пары"), "menteeId").map(([id]) => id),
  );
  const left = rows(tabOf(PEOPLE, "Наставляемые"), "id")
    .flat()
    .filter((id) => !paired.has(id));
  const named = problems.filter(({ tab }) => tab === "Наставляемые");

  expect(left.length).toBeGreaterThan(0);
  expect(named.map(({ row }) => row)).toStrictEqual(
    left.map((id) => rowWith(tabOf(PEOPLE, "Наставляемые"), "id", String(id))),
  );
});

test("says what stays, what is new, what changes and what is lost", () => {
  const world = structuredClone(PAIRED);
  const [[mentee, mentor] = []] = rows(
    tabOf(world, "Пары"),
    "menteeId",
    "mentorId",
  );
  addRule(world, { rule: "никогда", menteeIds: mentee, mentorIds: mentor });
  const { summary } = preview(world, "pair");

  expect(summary.join("\n")).toMatch(
    /Осталось \d+ · новых \d+ · изменено \d+ · потеряно \d+/,
  );
});

test("approves nobody beyond the mentor's places", () => {
  const world = structuredClone(PAIRED);
  const mentors = tabOf(world, "Наставники");
  for (const cells of mentors.cells.slice(1)) {
    cells[at(mentors, "capacity")] = 1;
  }
  const { problems } = preview(world, "approve");
  run(world, "approve");
  const loads = new Map<unknown, number>();
  for (const [id, status] of rows(tabOf(world, "Пары"), "mentorId", "status")) {
    loads.set(id, (loads.get(id) ?? 0) + (status === "утверждена" ? 1 : 0));
  }

  expect(problems.map(({ message }) => message).join()).toMatch(
    /Мест у наставника/,
  );
  expect(Math.max(...loads.values())).toBe(1);
});

test("writes who approved, when, and which run", () => {
  const world = structuredClone(PAIRED);
  run(world, "approve");
  const [row] = rows(
    tabOf(world, "Пары"),
    "status",
    "approved",
    "approvedBy",
    "run",
  );
  const journal = tabOf(world, "Журнал").cells.at(-1)?.join("\n");

  expect(row?.slice(0, 3)).toStrictEqual([
    "утверждена",
    { date: "2026-09-07" },
    "kurator@example.org",
  ]);
  expect(journal).toContain(`Расчёт: ${row?.[3]}`);
});

test("changes a mentor by hand with both scores in sight", () => {
  const world = structuredClone(PAIRED);
  const pairs = tabOf(world, "Пары");
  const [first, second] = rows(pairs, "menteeId", "mentorId", "form")
    .filter(([, , form], _, all) => form === all[0]?.[2])
    .filter(([, mentor], index, all) => index === 0 || mentor !== all[0]?.[1]);
  const changes = `${first?.[0]} ${second?.[1]}\n${second?.[0]} → ${first?.[1]}`;
  run(world, "rematch", { changes, reason: "Так решили наставники." });
  const line = rowWith(pairs, "menteeId", String(first?.[0]));

  expect(cell(pairs, line, "mentorId")).toBe(second?.[1]);
  expect(cell(pairs, line, "source")).toBe("вручную");
  expect(cell(pairs, line, "exception")).toBe("Так решили наставники.");
  expect(
    cell(pairs, rowWith(pairs, "menteeId", String(second?.[0])), "mentorId"),
  ).toBe(first?.[1]);
  run(world, "undo");
  expect(cell(pairs, line, "mentorId")).toBe(first?.[1]);
});

test.each([
  ["НСТ-999 НМ-001", /нет в банке/],
  ["Иванова", /не понята/],
  ["НСТ-001 НМ-777", /нет в банке/],
])("says why «%s» cannot be done, and writes nothing", (changes, message) => {
  const { problems, verb } = preview(PAIRED, "rematch", { changes });

  expect(problems.map((one) => one.message).join()).toMatch(message);
  expect(verb).toBeNull();
});

test("shows two real people before and after other weights, and what would change", () => {
  const world = structuredClone(PAIRED);
  const [[mentee, mentor] = []] = rows(
    tabOf(world, "Пары"),
    "menteeId",
    "mentorId",
  );
  const input = {
    mentee: String(mentee),
    mentor: String(mentor),
    "weight:topics": "не учитывать",
    "weight:experience": "важно",
  };
  const example = section(world, "criteria", "Пример", input);
  const total = example?.rows?.find(([name]) => name === "Балл");
  const parts = (column: 1 | 2) =>
    (example?.rows ?? [])
      .filter(([name]) => name !== "Балл")
      .map((row) => Number(/^(\d+) из/.exec(row[column] ?? "")?.[1] ?? 0))
      .reduce((sum, points) => sum + points, 0);

  expect(parts(1)).toBe(Number(total?.[1]));
  expect(parts(2)).toBe(Number(total?.[2]));
  expect(
    section(world, "criteria", "Что изменится", input)?.lines?.[0],
  ).toMatch(/Осталось/);
  run(world, "criteria", input);
  const criteria = tabOf(world, "Критерии");
  expect(cell(criteria, rowWith(criteria, "id", "topics"), "weight")).toBe(
    "не учитывать",
  );
  expect(preview(world, "criteria", input).verb).toBeNull();
});

test("saves a variant, compares it and takes it over again", () => {
  const world = structuredClone(PAIRED);
  const before = rows(tabOf(world, "Пары"), "menteeId", "mentorId")
    .map(String)
    .sort();
  run(world, "variant-save", { name: "Все" });
  run(world, "pair", { mode: "best", minScore: 700 });
  const [id] = rows(tabOf(world, "Варианты"), "id")[0] ?? [];
  const compared = preview(world, "variant-compare", {
    first: "now",
    second: String(id),
  });
  run(world, "pair", { mode: "most", minScore: 0 });
  run(world, "pair", { mode: "best", minScore: 700 });
  const settings = tabOf(world, "Настройки");
  setCell(settings, rowWith(settings, "id", "minScore"), "value", 0);
  run(world, "variant-adopt", { variant: String(id) });
  const after = rows(tabOf(world, "Пары"), "menteeId", "mentorId")
    .map(String)
    .sort();

  expect(compared.verb).toBeNull();
  expect(compared.details.map(({ title }) => title)).toContain("Пара за парой");
  expect(after).toStrictEqual(before);
});

test("does not take pairs whose people left or lost consent, and says why", () => {
  const world = structuredClone(PAIRED);
  run(world, "variant-save", { name: "Все" });
  const [[mentee] = []] = rows(tabOf(world, "Пары"), "menteeId");
  const mentees = tabOf(world, "Наставляемые");
  setCell(
    mentees,
    rowWith(mentees, "id", String(mentee)),
    "consent",
    "отозвано",
  );
  const [id] = rows(tabOf(world, "Варианты"), "id")[0] ?? [];
  const { problems } = preview(world, "variant-adopt", { variant: String(id) });
  run(world, "variant-adopt", { variant: String(id) });

  expect(problems.map(({ message }) => message).join()).toMatch(
    /Не взята пара .*согласие не получено/,
  );
  expect(rows(tabOf(world, "Пары"), "menteeId").flat()).not.toContain(mentee);
});

test("does not save two variants under one name", () => {
  const world = structuredClone(PAIRED);
  run(world, "variant-save", { name: "Все" });

  expect(() => preview(world, "variant-save", { name: " Все " })).toThrow(
    /уже есть/,
  );
});

test("suggests topics for free words, and writes them only when confirmed", () => {
  const world = structuredClone(PEOPLE);
  const mentees = tabOf(world, "Наставляемые");
  setCell(mentees, 2, "topics", "");
  setCell(mentees, 2, "request", "Как планировать уроки и вести документы");
  const { details } = preview(world, "topics");
  expect(cell(mentees, 2, "topics")).toBe("");
  run(world, "topics");

  expect(details[0]?.rows?.[0]?.[3]).toContain("Планирование урока");
  expect(cell(mentees, 2, "topics")).toContain("Планирование урока");
  expect(preview(world, "topics").verb).toBeNull();
});
