/** Pairs in the curator's hands: aims, contradictions, approval, changes by hand. */
import { expect, test } from "vitest";
import type { MemoryWorld } from "../support/memory-ports";
import {
  IMPORT_STEP,
  preview,
  run,
  SETUP_STEP,
  section,
  worldAfter,
} from "../support/memory-runs";
import {
  at,
  cell,
  rowsOf,
  rowWith,
  setCell,
  tabOf,
} from "../support/memory-tabs";

const PEOPLE = worldAfter(SETUP_STEP, IMPORT_STEP);
const PAIRED = structuredClone(PEOPLE);
run(PAIRED, "pair");

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

test("writes score, completeness, reasons, source and the run's fingerprint", () => {
  const pairs = tabOf(PAIRED, "Пары");
  const found = rowsOf(
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
  const scores = rowsOf(tabOf(world, "Пары"), "score").map(([score]) => score);

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
  const [[mentee, mentor] = []] = rowsOf(
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

test("shows a pair locked by a rule as locked, as long as the rule stands", () => {
  const world = structuredClone(PAIRED);
  const pairs = tabOf(world, "Пары");
  const rules = tabOf(world, "Правила пар");
  const [[mentee, mentor, form] = []] = rowsOf(
    pairs,
    "menteeId",
    "mentorId",
    "form",
  );
  const mentors = tabOf(world, "Наставники");
  const other = rowsOf(mentors, "id", "form", "consent").find(
    ([id, own, consent]) =>
      id !== mentor && own === form && consent === "получено",
  )?.[0];
  addRule(world, { rule: "закрепить", menteeIds: mentee, mentorIds: other });
  const found = () => {
    const row = rowWith(pairs, "menteeId", String(mentee));
    return ["mentorId", "source"].map((key) => cell(pairs, row, key));
  };
  run(world, "pair");

  expect(found()).toStrictEqual([other, "закреплена"]);
  expect(preview(world, "pair").verb).toBeNull();
  rules.cells.pop();
  run(world, "pair");
  expect(found()[1]).toBe("подбор");
});

test("keeps a lock of the curator's own without any rule", () => {
  const world = structuredClone(PAIRED);
  const pairs = tabOf(world, "Пары");
  const [[mentee, mentor] = []] = rowsOf(pairs, "menteeId", "mentorId");
  setCell(pairs, 2, "source", "закреплена");
  const mentees = tabOf(world, "Наставляемые");
  setCell(mentees, rowWith(mentees, "id", String(mentee)), "topics", "шахматы");
  run(world, "pair");
  const row = rowWith(pairs, "menteeId", String(mentee));

  expect(cell(pairs, row, "mentorId")).toBe(mentor);
  expect(cell(pairs, row, "source")).toBe("закреплена");
});

test("does not lose a mentee without a word", () => {
  const { problems } = preview(PEOPLE, "pair");
  const paired = new Set(
    rowsOf(tabOf(PAIRED, "Пары"), "menteeId").map(([id]) => id),
  );
  const left = rowsOf(tabOf(PEOPLE, "Наставляемые"), "id")
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
  const [[mentee, mentor] = []] = rowsOf(
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
  for (const [id, status] of rowsOf(
    tabOf(world, "Пары"),
    "mentorId",
    "status",
  )) {
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
  const [row] = rowsOf(
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
  const [first, second] = rowsOf(pairs, "menteeId", "mentorId", "form")
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
