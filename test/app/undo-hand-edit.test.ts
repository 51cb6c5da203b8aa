/** «Отменить последнее действие» takes back what was changed by hand in «Пары», one edit after another. */
import { expect, test } from "vitest";
import { Killed, type MemoryWorld } from "../support/memory-ports";
import {
  IMPORT_STEP,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { at, cell, rowWith, setCell, tabOf } from "../support/memory-tabs";
import { draftAndOther, type } from "../support/pair-edits";

const PAIRED = withRoom(worldAfter(SETUP_STEP, IMPORT_STEP, ["pair", {}]));
const APPROVED = structuredClone(PAIRED);
run(APPROVED, "approve");

/** Everything that people read; the journal only grows. */
function shown(world: MemoryWorld): string[] {
  return ["Пары", "Наставники", "Наставляемые"].map((title) => {
    const { cells } = tabOf(world, title);
    return JSON.stringify(
      cells.map((row) => Array.from(row, (one) => one ?? "")),
    );
  });
}

test.each([
  ["a draft", PAIRED],
  ["an approved pair", APPROVED],
])("puts %s back as it was before another mentor was typed", (_, from) => {
  const world = structuredClone(from);
  const before = shown(world);
  const { pairs, row, own, other } = draftAndOther(world);
  type(world, "Пары", row, "mentorId", other);
  const { summary } = preview(world, "undo");

  expect(shown(world)).not.toStrictEqual(before);
  expect(summary.join(" ")).toMatch(/Отмена действия «Правка вручную»/);
  expect(summary.join(" ")).toContain(`${own} → ${other}`);
  run(world, "undo");
  expect(cell(pairs, row, "mentorId")).toBe(own);
  expect(shown(world)).toStrictEqual(before);
});

test("says in the journal that the edit was taken back", () => {
  const world = structuredClone(PAIRED);
  const { row, other } = draftAndOther(world);
  type(world, "Пары", row, "mentorId", other);
  const journal = tabOf(world, "Журнал");
  const line = journal.cells.length;
  run(world, "undo");

  expect(cell(journal, line, "action")).toBe("Правка вручную");
  expect(cell(journal, line, "state")).toBe("отменено");
});

test("takes back edits and actions in the order they were made", () => {
  const world = structuredClone(PAIRED);
  const states = [shown(world)];
  const { row, other } = draftAndOther(world);
  type(world, "Пары", row, "mentorId", other);
  states.push(shown(world));
  run(world, "approve");
  states.push(shown(world));
  type(world, "Пары", row, "status", "на паузе");
  for (const state of states.reverse()) {
    run(world, "undo");
    expect(shown(world)).toStrictEqual(state);
  }
  expect(preview(world, "undo").summary.join()).toMatch(/«Подобрать пары»/);
});

test("clears the row that was typed by hand", () => {
  const world = structuredClone(PAIRED);
  const pairs = tabOf(world, "Пары");
  const [mentee, mentor] = ["menteeId", "mentorId"].map((key) =>
    String(cell(pairs, 2, key)),
  );
  pairs.cells.splice(1, 1);
  const before = pairs.cells.length;
  pairs.cells.push(pairs.notes.map(() => ""));
  type(world, "Пары", before + 1, "menteeId", mentee ?? "");
  type(world, "Пары", before + 1, "mentorId", mentor ?? "");
  run(world, "undo");

  expect(cell(pairs, before + 1, "mentorId")).toBe("");
  expect(cell(pairs, before + 1, "menteeId")).toBe(mentee);
  run(world, "undo");
  expect(pairs.cells.length).toBe(before);
});

test("keeps what was changed in the row since", () => {
  const world = structuredClone(PAIRED);
  const { pairs, row, own, other } = draftAndOther(world);
  type(world, "Пары", row, "mentorId", other);
  setCell(pairs, row, "changed", "Моё слово");
  const { problems } = preview(world, "undo");
  run(world, "undo");

  expect(problems).toContainEqual(
    expect.objectContaining({ row, column: "Что изменилось" }),
  );
  expect(cell(pairs, row, "mentorId")).toBe(own);
  expect(cell(pairs, row, "changed")).toBe("Моё слово");
});

test("passes over an edit of which nothing is left", () => {
  const world = structuredClone(PAIRED);
  const { pairs, row, other } = draftAndOther(world);
  type(world, "Пары", row, "mentorId", other);
  pairs.cells.splice(row - 1, 1);
  const { summary, verb } = preview(world, "undo");

  expect(summary[0]).toMatch(/«Правка вручную».*отменять уже нечего/);
  expect(summary[1]).toMatch(/«Подобрать пары»/);
  expect(verb).not.toBeNull();
  run(world, "undo");
  expect(pairs.cells).toHaveLength(1);
  expect(preview(world, "undo").summary[0]).toMatch(/«Загрузить людей»/);
});

test("forgets no mentor for the sake of a long text", () => {
  const world = structuredClone(PAIRED);
  const { pairs, row, own, other } = draftAndOther(world);
  setCell(pairs, row, "doubt", "Проверить. ".repeat(2000));
  type(world, "Пары", row, "mentorId", other);
  const { problems } = preview(world, "undo");
  run(world, "undo");

  expect(cell(pairs, row, "mentorId")).toBe(own);
  expect(problems).toContainEqual(
    expect.objectContaining({
      column: "Сомнение",
      message: expect.stringMatching(/слишком длинный/),
    }),
  );
  for (const value of Object.values(world.properties)) {
    expect(Buffer.byteLength(value)).toBeLessThan(9 * 1024);
  }
});

test("remembers ten edits at the most, and the newest always", () => {
  const world = structuredClone(PAIRED);
  const { pairs, row, own, other } = draftAndOther(world);
  for (let index = 0; index < 24; index += 1) {
    type(world, "Пары", row, "mentorId", index % 2 === 0 ? other : own);
  }
  const mentors: unknown[] = [];
  for (let index = 0; index < 10; index += 1) {
    run(world, "undo");
    mentors.push(cell(pairs, row, "mentorId"));
  }

  expect(mentors).toStrictEqual(
    Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? other : own)),
  );
  expect(preview(world, "undo").summary[0]).toMatch(/«Подобрать пары»/);
});

test("does not remember an edit whose former cell is not known", () => {
  const world = structuredClone(PAIRED);
  const { row, other } = draftAndOther(world);
  type(world, "Пары", row, "mentorId", other, null);

  expect(preview(world, "undo").summary[0]).toMatch(/«Подобрать пары»/);
});

test("takes back what was written when the edit was killed at any call", () => {
  for (let killAt = 1; ; killAt += 1) {
    const world = structuredClone(APPROVED);
    const { pairs, row, own, other } = draftAndOther(world);
    Object.assign(world, { calls: 0, killAt });
    try {
      type(world, "Пары", row, "mentorId", other);
      expect(killAt).toBeGreaterThan(8);
      break;
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
    }
    world.killAt = 0;
    const known = Object.keys(world.properties).some((key) =>
      key.startsWith("hand"),
    );
    run(world, "undo");

    expect(cell(pairs, row, "mentorId")).toBe(known ? own : other);
    expect(
      cell(
        tabOf(world, "Наставники"),
        rowWith(tabOf(world, "Наставники"), "id", own),
        "load",
      ),
    ).toBe(
      pairs.cells.filter(
        (cells) =>
          cells[at(pairs, "mentorId")] === own &&
          cells[at(pairs, "status")] === "утверждена",
      ).length,
    );
  }
});

test("keeps no trace of somebody whose data are erased", () => {
  const world = structuredClone(PAIRED);
  const { pairs, row, other } = draftAndOther(world);
  const mentors = tabOf(world, "Наставники");
  const line = rowWith(mentors, "id", other);
  const name = String(cell(mentors, line, "fio"));
  setCell(mentors, line, "consent", "нет");
  type(world, "Пары", row, "mentorId", other);
  expect(String(cell(pairs, row, "doubt"))).toContain(name);
  expect(JSON.stringify(world.properties)).toContain(name);
  run(world, "erase", { codes: other });

  expect(JSON.stringify(world.properties)).not.toContain(name);
});

test("by codes does not remember a name that was typed in place of a code", () => {
  const codes = [
    SETUP_STEP[0],
    { ...SETUP_STEP[1], mode: "По кодам" },
  ] as const;
  const world = worldAfter(codes, IMPORT_STEP, ["pair", {}]);
  const { row, own } = draftAndOther(withRoom(world));
  type(world, "Пары", row, "mentorId", "Вересова Людмила");
  type(world, "Пары", row, "mentorId", own);

  expect(JSON.stringify(world.properties)).not.toMatch(/Вересова/);
});

function withRoom(world: MemoryWorld): MemoryWorld {
  const mentors = tabOf(world, "Наставники");
  for (const cells of mentors.cells.slice(1)) {
    cells[at(mentors, "capacity")] = 5;
  }
  return world;
}
