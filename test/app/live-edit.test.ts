/** A cell of «Пары» changed by hand: its row is scored at once, pasted rows wait, nothing else moves. */
import { expect, test } from "vitest";
import { onSheetEdit } from "../../src/app/live/on-sheet-edit";
import {
  finalState,
  Killed,
  type MemoryWorld,
  memoryPorts,
} from "../support/memory-ports";
import {
  IMPORT_STEP,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { at, cell, rowWith, setCell, tabOf } from "../support/memory-tabs";
import { draftAndOther, type } from "../support/pair-edits";

/** Every mentor could take one or two more than the run gave. */
const PAIRED = withRoom(worldAfter(SETUP_STEP, IMPORT_STEP, ["pair", {}]));
const APPROVED = structuredClone(PAIRED);
run(APPROVED, "approve");

function withRoom(world: MemoryWorld): MemoryWorld {
  const mentors = tabOf(world, "Наставники");
  for (const cells of mentors.cells.slice(1)) {
    cells[at(mentors, "capacity")] = 5;
  }
  return world;
}

test("scores the row anew when another mentor is chosen, and says so in the journal", () => {
  const world = structuredClone(PAIRED);
  const { pairs, row, own, other } = draftAndOther(world);
  const mentee = cell(pairs, row, "menteeId");
  setCell(pairs, row, "score", "");
  type(world, "Пары", row, "mentorId", other);
  const journal = tabOf(world, "Журнал").cells.at(-1)?.join("|");

  expect(cell(pairs, row, "score")).toBeGreaterThanOrEqual(0);
  expect(cell(pairs, row, "source")).toBe("вручную");
  expect(cell(pairs, row, "run")).toBe("");
  expect(cell(pairs, row, "changed")).toBe(
    `Вручную: наставник ${own} → ${other}.`,
  );
  expect(cell(pairs, row, "mentor")).not.toBe("");
  expect(cell(pairs, row, "menteeId")).toBe(mentee);
  expect(journal).toContain("Правка вручную");
  expect(journal).toContain(`${own} → ${other}`);
});

test("gives the same score as «Пересчитать строки» finds", () => {
  const world = structuredClone(PAIRED);
  const { row, other } = draftAndOther(world);
  type(world, "Пары", row, "mentorId", other);

  expect(preview(world, "rescore")).toMatchObject({
    verb: null,
    summary: ["Все баллы уже верны: пересчитывать нечего."],
  });
});

test("finds the column when it was moved and renamed", () => {
  const world = structuredClone(PAIRED);
  const pairs = tabOf(world, "Пары");
  const from = at(pairs, "mentorId");
  for (const cells of [pairs.notes, ...pairs.cells]) {
    while (cells.length < pairs.notes.length) {
      cells.push("");
    }
    cells.push(...cells.splice(from, 1));
  }
  (pairs.cells[0] ?? [])[pairs.notes.length - 1] = "Кто помогает";
  const { row, other } = draftAndOther(world);
  type(world, "Пары", row, "mentorId", other);

  expect(cell(pairs, row, "source")).toBe("вручную");
});

test("takes an approval back and mends the banks when the people change", () => {
  const world = structuredClone(APPROVED);
  const { pairs, mentors, row, own, other } = draftAndOther(world);
  const load = (id: string) =>
    cell(mentors, rowWith(mentors, "id", id), "load");
  const before = Number(load(own));
  type(world, "Пары", row, "mentorId", other);

  expect(cell(pairs, row, "status")).toBe("черновик");
  expect(cell(pairs, row, "approved")).toBe("");
  expect(load(own)).toBe(before - 1);
  run(world, "approve");
  expect(cell(pairs, row, "status")).toBe("утверждена");
  expect(Number(load(other))).toBeGreaterThan(0);
});

test("warns of missing consent, and the row cannot be approved", () => {
  const world = structuredClone(PAIRED);
  const { pairs, mentors, row, other } = draftAndOther(world);
  setCell(mentors, rowWith(mentors, "id", other), "consent", "нет");
  type(world, "Пары", row, "mentorId", other);
  run(world, "approve");

  expect(cell(pairs, row, "doubt")).toMatch(/согласие не получено/);
  expect(cell(pairs, row, "status")).toBe("черновик");
});

test("lets another broken rule pass with a reason and not without", () => {
  const world = structuredClone(PAIRED);
  const { pairs, mentors, row, other } = draftAndOther(world);
  setCell(mentors, rowWith(mentors, "id", other), "form", "студент – ученик");
  type(world, "Пары", row, "mentorId", other);

  expect(cell(pairs, row, "doubt")).toMatch(/другая форма наставничества/);
  expect(
    preview(world, "approve")
      .problems.map(({ message }) => message)
      .join(),
  ).toMatch(/другая форма наставничества.*Впишите причину/);
  setCell(pairs, row, "exception", "Решение педагогического совета.");
  run(world, "approve");
  expect(cell(pairs, row, "status")).toBe("утверждена");
});

test("gives a status back that would approve what may not be", () => {
  const world = structuredClone(PAIRED);
  const { pairs, mentors, row, own } = draftAndOther(world);
  setCell(mentors, rowWith(mentors, "id", own), "consent", "отозвано");
  type(world, "Пары", row, "status", "утверждена");

  expect(cell(pairs, row, "status")).toBe("черновик");
  expect(cell(pairs, row, "doubt")).toMatch(/согласие не получено/);
});

test("approves by a typed status what may be, and fills the partners in", () => {
  const world = structuredClone(PAIRED);
  const { pairs, mentors, row, own } = draftAndOther(world);
  type(world, "Пары", row, "status", "утверждена");

  expect(cell(pairs, row, "status")).toBe("утверждена");
  expect(cell(pairs, row, "approved")).toMatchObject({ date: "2026-09-07" });
  expect(cell(mentors, rowWith(mentors, "id", own), "load")).toBe(1);
});

test("only marks the rows of a pasted range, until they are counted again", () => {
  const world = structuredClone(PAIRED);
  const { pairs, other } = draftAndOther(world);
  const scores = [2, 3, 4].map((row) => cell(pairs, row, "score"));
  for (const row of [2, 3, 4]) {
    setCell(pairs, row, "mentorId", other);
  }
  onSheetEdit(memoryPorts(world), {
    tabId: pairs.id,
    row: 2,
    column: at(pairs, "mentorId") + 1,
    rows: 3,
    columns: 1,
    oldValue: null,
    user: "",
  });

  expect([2, 3, 4].map((row) => cell(pairs, row, "source"))).toStrictEqual(
    Array(3).fill("пересчитать"),
  );
  expect([2, 3, 4].map((row) => cell(pairs, row, "score"))).toStrictEqual(
    scores,
  );
  run(world, "rescore");
  expect([2, 3, 4].map((row) => cell(pairs, row, "source"))).toStrictEqual(
    Array(3).fill("вручную"),
  );
  expect(preview(world, "rescore").verb).toBeNull();
});

test("gives a code and all that follows to a row typed by hand", () => {
  const world = structuredClone(PAIRED);
  const pairs = tabOf(world, "Пары");
  const [mentee, mentor] = [
    cell(pairs, 2, "menteeId"),
    cell(pairs, 2, "mentorId"),
  ].map(String);
  pairs.cells.splice(1, 1);
  const row = pairs.cells.length + 1;
  pairs.cells.push(pairs.notes.map(() => ""));
  type(world, "Пары", row, "menteeId", mentee ?? "");

  expect(cell(pairs, row, "id")).toMatch(/^П-\d+$/);
  expect(cell(pairs, row, "doubt")).toMatch(/Не указан код наставника/);
  type(world, "Пары", row, "mentorId", mentor ?? "");
  expect(cell(pairs, row, "status")).toBe("черновик");
  expect(Number(cell(pairs, row, "score"))).toBeGreaterThan(0);
  expect(cell(pairs, row, "doubt")).not.toMatch(/Не указан код/);
});

test("leaves other columns and other tabs alone", () => {
  const world = structuredClone(PAIRED);
  const before = finalState(world);
  world.calls = 0;
  const pairs = tabOf(world, "Пары");
  const mentors = tabOf(world, "Наставники");
  for (const [tab, key] of [
    [pairs, "topic"],
    [mentors, "id"],
  ] as const) {
    onSheetEdit(memoryPorts(world), {
      tabId: tab.id,
      row: 2,
      column: at(tab, key) + 1,
      rows: 1,
      columns: 1,
      oldValue: null,
      user: "",
    });
  }

  expect(finalState(world)).toStrictEqual(before);
  expect(world.calls).toBe(4);
});

test("never writes a name typed in place of a code into the journal", () => {
  const world = structuredClone(PAIRED);
  const { pairs, row } = draftAndOther(world);
  type(world, "Пары", row, "mentorId", "Вересова Людмила");

  expect(cell(pairs, row, "doubt")).toMatch(/нет в банке/);
  expect(JSON.stringify(tabOf(world, "Журнал").cells)).not.toMatch(/Вересова/);
});

test("keeps what was done by hand in the next run, or says what changed", () => {
  const world = structuredClone(PAIRED);
  const { pairs, row, other } = draftAndOther(world);
  const mentee = cell(pairs, row, "menteeId");
  type(world, "Пары", row, "mentorId", other);
  const freed = structuredClone(world);
  run(world, "pair");
  run(freed, "pair", { keepManual: false });
  const kept = tabOf(world, "Пары");
  const again = tabOf(freed, "Пары");
  const line = rowWith(again, "menteeId", String(mentee));

  expect(
    cell(kept, rowWith(kept, "menteeId", String(mentee)), "mentorId"),
  ).toBe(other);
  expect(cell(kept, rowWith(kept, "menteeId", String(mentee)), "source")).toBe(
    "вручную",
  );
  expect(cell(again, line, "source")).toBe("подбор");
  expect(cell(again, line, "changed")).toMatch(/Был наставник|Без изменений/);
});

test("can be mended by «Пересчитать строки» when it is killed at any call", () => {
  for (let killAt = 1; ; killAt += 1) {
    const world = structuredClone(APPROVED);
    const { row, other } = draftAndOther(world);
    Object.assign(world, { calls: 0, killAt });
    try {
      type(world, "Пары", row, "mentorId", other);
      expect(killAt).toBeGreaterThan(8);
      break;
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
    }
    world.killAt = 0;
    run(world, "rescore");

    expect(preview(world, "rescore").verb).toBeNull();
    expect(world.properties["run"] ?? "").toBe("");
  }
});
