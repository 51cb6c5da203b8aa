import fc from "fast-check";
import { expect, test } from "vitest";
import { widthStrokes } from "./width-strokes";

/** Widths after the strokes; 0 where there was none. */
function painted(widths: readonly (number | null)[]): number[] {
  const result = widths.map(() => 0);
  for (const { from, to, width } of widthStrokes(widths)) {
    result.fill(width, from, to + 1);
  }
  return result;
}

test("equal columns take one stroke", () => {
  expect(widthStrokes([120, 120, 120])).toStrictEqual([
    { from: 0, to: 2, width: 120 },
  ]);
});

test("a column between equal ones is drawn over the stroke below it", () => {
  expect(widthStrokes([120, 60, 120, 60, 120])).toStrictEqual([
    { from: 0, to: 4, width: 120 },
    { from: 1, to: 1, width: 60 },
    { from: 3, to: 3, width: 60 },
  ]);
});

test("a hidden column, whose width nobody sees, parts nothing", () => {
  expect(widthStrokes([100, null, 100, null])).toStrictEqual([
    { from: 0, to: 2, width: 100 },
  ]);
});

test("no columns, no strokes", () => {
  expect(widthStrokes([])).toStrictEqual([]);
  expect(widthStrokes([null])).toStrictEqual([]);
});

test("every column gets its width, in no more strokes than runs", () => {
  const width = fc.constantFrom(60, 100, 120, 240, null);
  fc.assert(
    fc.property(fc.array(width, { maxLength: 30 }), (widths) => {
      const result = painted(widths);
      const wanted = widths.filter((one) => one !== null);
      const runs = wanted.filter((one, at) => one !== wanted[at - 1]).length;

      expect(
        widths.every((one, at) => one === null || one === result[at]),
      ).toBe(true);
      expect(widthStrokes(widths).length).toBeLessThanOrEqual(runs);
    }),
  );
});
