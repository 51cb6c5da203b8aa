/** «Утвердить пары»: several mentors for one, several mentees for one mentor, and every refusal with its reason. */
import { expect, test } from "vitest";
import type { MemoryWorld } from "../support/memory-ports";
import { preview, run, SETUP_STEP, worldAfter } from "../support/memory-runs";
import { at, rowsOf, rowWith, setCell, tabOf } from "../support/memory-tabs";
import { type } from "../support/pair-edits";

const MENTORS = Array.from(
  { length: 4 },
  (_, index) =>
    `Проба Анна ${"абвг"[index]};наставник;педагог – педагог;получено;3`,
);
const MENTEES = Array.from(
  { length: 5 },
  (_, index) =>
    `Учебный Пётр ${"абвгд"[index]};наставляемый;педагог – педагог;получено;`,
);

/** The first wants as many mentors as said; the last is a class of 25. */
function worldWith(wanted: number): MemoryWorld {
  const file = [
    "ФИО;Роль;Форма наставничества;Согласие;Мест",
    ...MENTORS,
    ...MENTEES,
  ].join("\n");
  const world = worldAfter(SETUP_STEP, ["import", { file, into: "auto" }]);
  const mentees = tabOf(world, "Наставляемые");
  setCell(mentees, 2, "wanted", wanted);
  setCell(mentees, 6, "kind", "класс");
  setCell(mentees, 6, "headcount", 25);
  setCell(mentees, 6, "wanted", wanted);
  return world;
}

function statuses(world: MemoryWorld, key: string, id: string): unknown[] {
  return rowsOf(tabOf(world, "Пары"), key, "status")
    .filter(([one]) => one === id)
    .map(([, status]) => status);
}

function messages(world: MemoryWorld): string {
  return preview(world, "approve")
    .problems.map(({ message }) => message)
    .join("\n");
}

/** A draft typed at the end of the tab, code by code. */
function add(world: MemoryWorld, mentee: string, mentor: string): number {
  const pairs = tabOf(world, "Пары");
  pairs.cells.push(pairs.notes.map(() => ""));
  const row = pairs.cells.length;
  type(world, "Пары", row, "menteeId", mentee);
  type(world, "Пары", row, "mentorId", mentor);
  return row;
}

test.each([2, 3])(
  "approves %i mentors for one person and for a class",
  (wanted) => {
    const world = worldWith(wanted);
    run(world, "pair");

    expect(statuses(world, "menteeId", "НСТ-001")).toHaveLength(wanted);
    expect(messages(world)).toBe("");
    run(world, "approve");
    expect(statuses(world, "menteeId", "НСТ-001")).toStrictEqual(
      Array(wanted).fill("утверждена"),
    );
    expect(statuses(world, "menteeId", "НСТ-005")).toStrictEqual(
      Array(wanted).fill("утверждена"),
    );
    const mentees = tabOf(world, "Наставляемые");
    const names = String(mentees.cells[1]?.[at(mentees, "mentor")]);
    expect(names.split("; ")).toHaveLength(wanted);
  },
);

test.each([2, 3])(
  "refuses one mentor beyond %i, and says how many there are",
  (wanted) => {
    const world = worldWith(wanted);
    run(world, "pair");
    run(world, "approve");
    const own = new Set(
      rowsOf(tabOf(world, "Пары"), "menteeId", "mentorId").flatMap(
        ([mentee, mentor]) => (mentee === "НСТ-001" ? [mentor] : []),
      ),
    );
    const other = ["НМ-001", "НМ-002", "НМ-003", "НМ-004"].find(
      (id) => !own.has(id),
    );
    const row = add(world, "НСТ-001", other ?? "");
    const [problem] = preview(world, "approve").problems;

    expect(problem).toMatchObject({ row, column: "Код наставляемого" });
    expect(problem?.message).toMatch(
      new RegExp(
        `НСТ-001 нужно наставников: ${wanted}, уже есть: ${wanted} \\(НМ-00\\d(, НМ-00\\d)+\\)`,
      ),
    );
  },
);

test("approves a mentor's pairs up to the places, drafts of one press included", () => {
  const world = worldWith(1);
  for (const mentee of ["НСТ-001", "НСТ-002", "НСТ-003", "НСТ-004"]) {
    add(world, mentee, "НМ-002");
  }
  const told = messages(world);
  run(world, "approve");

  expect(statuses(world, "mentorId", "НМ-002")).toStrictEqual([
    "утверждена",
    "утверждена",
    "утверждена",
    "черновик",
  ]);
  expect(told).toBe(
    "Мест у наставника НМ-002: 3, других пар: 3. Увеличьте графу «Мест» или выберите другого наставника.",
  );
});

test("asks a reason for a place in reserve, and takes it", () => {
  const world = worldWith(1);
  const rules = tabOf(world, "Правила пар");
  rules.cells.push(rules.notes.map(() => ""));
  setCell(rules, 2, "rule", "резерв");
  setCell(rules, 2, "mentorIds", "НМ-002");
  setCell(rules, 2, "number", 2);
  add(world, "НСТ-001", "НМ-002");
  const second = add(world, "НСТ-002", "НМ-002");
  const told = messages(world);
  setCell(tabOf(world, "Пары"), second, "exception", "Договорились.");
  run(world, "approve");

  expect(told).toMatch(/только места в резерве \(всего 3, в резерве 2\)/);
  expect(statuses(world, "mentorId", "НМ-002")).toStrictEqual([
    "утверждена",
    "утверждена",
  ]);
});

test("says that somebody wants no mentor, and that a group is too large", () => {
  const world = worldWith(1);
  const mentees = tabOf(world, "Наставляемые");
  const mentors = tabOf(world, "Наставники");
  setCell(mentees, rowWith(mentees, "id", "НСТ-002"), "wanted", 0);
  setCell(mentors, rowWith(mentors, "id", "НМ-001"), "groupMax", 10);
  add(world, "НСТ-002", "НМ-003");
  add(world, "НСТ-005", "НМ-001");
  const told = messages(world);

  expect(told).toMatch(
    /^Наставляемому НСТ-002 наставник не нужен: в графе «Нужно наставников» стоит 0/,
  );
  expect(told.split("\n")).toHaveLength(2);
  expect(told).toMatch(/нарушает правило:.*групп/);
});

test("does not approve the same two people twice", () => {
  const world = worldWith(3);
  add(world, "НСТ-001", "НМ-001");
  add(world, "НСТ-001", "НМ-001");

  expect(messages(world)).toMatch(/^Эта же пара уже стоит в строке 2/);
});
