import { expect, test } from "vitest";
import { documentOfLines, linesOfCell } from "./cell-lines";

test("a text goes to the editor and back with its breaks", () => {
  const p = documentOfLines("раз\nдва\n\nтри");

  expect(p.body?.dataStream).toBe("раз\rдва\r\rтри\r\n");
  expect(p.body?.paragraphs).toEqual([
    { startIndex: 3 },
    { startIndex: 7 },
    { startIndex: 8 },
    { startIndex: 12 },
  ]);
  expect(linesOfCell({ p })).toBe("раз\nдва\n\nтри");
});

test("a text with a bold word or a link stays a document", () => {
  const p = documentOfLines("раз два");
  const bold = [{ st: 0, ed: 3, ts: { bl: 1 } }];
  const link = [{ startIndex: 0, endIndex: 2, rangeId: "1", rangeType: 0 }];

  const body = { dataStream: "раз два\r\n" };
  expect(linesOfCell({ p: { ...p, body: { ...body, textRuns: bold } } })).toBe(
    null,
  );
  expect(
    linesOfCell({ p: { ...p, body: { ...body, customRanges: link } } }),
  ).toBe(null);
  expect(linesOfCell({ v: "раз" })).toBe(null);
});
