/** Dates and numbers in Russian text. */
import { describe, expect, test } from "vitest";
import { formatDateRu, formatDateShort, schoolYearOf } from "./dates";
import { counted, plural } from "./plural";

describe("dates", () => {
  test("are written in words and in figures", () => {
    expect(formatDateRu("2026-09-01")).toBe("1 сентября 2026 г.");
    expect(formatDateShort("2026-09-01")).toBe("01.09.2026");
    expect(formatDateRu("2028-02-29")).toBe("29 февраля 2028 г.");
  });

  test.each(["2026-02-29", "2026-13-01", "2026-9-1", "01.09.2026", ""])(
    "refuse «%s»",
    (text) => {
      expect(() => formatDateRu(text)).toThrow(RangeError);
      expect(() => formatDateShort(text)).toThrow(RangeError);
      expect(() => schoolYearOf(text)).toThrow(RangeError);
    },
  );

  test("belong to a school year that begins in September", () => {
    expect(schoolYearOf("2026-08-31")).toBe("2025/2026");
    expect(schoolYearOf("2026-09-01")).toBe("2026/2027");
    expect(schoolYearOf("2027-05-25")).toBe("2026/2027");
  });
});

describe("plural", () => {
  const pairs = ["пара", "пары", "пар"] as const;

  test.each([
    [0, "0 пар"],
    [1, "1 пара"],
    [2, "2 пары"],
    [5, "5 пар"],
    [11, "11 пар"],
    [14, "14 пар"],
    [21, "21 пара"],
    [102, "102 пары"],
    [111, "111 пар"],
    [2.5, "2,5 пары"],
    [-1, "-1 пара"],
  ])("agrees with %s", (count, text) => {
    expect(counted(count, pairs)).toBe(text);
  });

  test("refuses what is no number", () => {
    expect(() => plural(Number.NaN, pairs)).toThrow(RangeError);
  });
});
