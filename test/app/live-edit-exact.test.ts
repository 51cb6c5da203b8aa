/** What an edit by hand writes after reading few rows is what reading everything gives. */
import { expect, test } from "vitest";
import { seeded } from "../../src/domain/matching/testing/seeded";
import type { MemoryTab, MemoryWorld } from "../support/memory-ports";
import {
  IMPORT_STEP,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { at, cell, rowsOf, setCell, tabOf } from "../support/memory-tabs";
import { type } from "../support/pair-edits";

const PAIRED = worldAfter(SETUP_STEP, IMPORT_STEP, ["pair", {}]);
const APPROVED = structuredClone(PAIRED);
run(APPROVED, "approve");

const ANSWERED = ["topics", "time", "experience", "interests", "grade"];
const NEWER = ["format", "language", "district", "wishes"];

/** Blanks, words that say nothing, and columns that hardly anybody filled in. */
function shake(world: MemoryWorld, seed: number): void {
  const roll = seeded(seed);
  for (const title of ["Наставляемые", "Наставники"]) {
    const bank = tabOf(world, title);
    for (let row = 2; row <= bank.cells.length; row += 1) {
      shakeRow(bank, row, roll);
    }
  }
  addOwnCriterion(world, roll() < 0.5);
}

function shakeRow(bank: MemoryTab, row: number, roll: () => number): void {
  for (const key of ANSWERED.filter((one) => at(bank, one) >= 0)) {
    const fate = roll();
    if (fate < 0.5) {
      setCell(bank, row, key, fate < 0.15 ? "не знаю" : "");
    }
  }
  const key = NEWER[Math.floor(roll() * NEWER.length)] ?? "format";
  if (roll() < 0.05) {
    setCell(bank, row, key, key === "format" ? "очно" : "русский");
  }
}

function addOwnCriterion(world: MemoryWorld, isAsked: boolean): void {
  for (const title of ["Наставляемые", "Наставники"]) {
    const { cells, notes } = tabOf(world, title);
    cells.forEach((row, index) => {
      while (row.length < notes.length) {
        row.push("");
      }
      row.push(
        index === 0 ? "Любимый цвет" : isAsked && index === 7 ? "синий" : "",
      );
    });
    notes.push("");
  }
  tabOf(world, "Критерии").cells.push([
    "Цвет",
    "важно",
    "одинаково",
    "Любимый цвет",
    "Любимый цвет",
  ]);
}

function otherMentor(
  bank: MemoryTab,
  own: unknown,
  roll: () => number,
): string {
  const ids = rowsOf(bank, "id")
    .flat()
    .filter((id) => id !== own);
  return String(ids[Math.floor(roll() * ids.length)]);
}

test.each([
  ["drafts", PAIRED],
  ["approved pairs", APPROVED],
])("%s: nothing is left for «Пересчитать строки» to do", (_, from) => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const world = structuredClone(from);
    const roll = seeded(seed * 977);
    shake(world, seed);
    run(world, "rescore");
    const pairs = tabOf(world, "Пары");
    for (let edits = 0; edits < 4; edits += 1) {
      const row = 2 + Math.floor(roll() * (pairs.cells.length - 1));
      const own = cell(pairs, row, "mentorId");
      const other = otherMentor(tabOf(world, "Наставники"), own, roll);
      type(world, "Пары", row, "mentorId", other);
      const left = preview(world, "rescore");

      // Other rows made by hand may get another doubt: the mentor is fuller now.
      expect({
        seed,
        other,
        rows: (left.details[0]?.rows ?? []).map(([at]) => Number(at)),
      }).not.toMatchObject({ rows: expect.arrayContaining([row]) });
    }
    const before = banksOf(world);
    run(world, "rescore");
    expect(banksOf(world)).toStrictEqual(before);
  }
});

/** Partners, loads and statuses, which follow from the pairs. */
function banksOf(world: MemoryWorld) {
  return [
    rowsOf(tabOf(world, "Наставляемые"), "mentor", "mentorWork", "status"),
    rowsOf(tabOf(world, "Наставники"), "mentees", "menteeWork", "load"),
  ];
}
