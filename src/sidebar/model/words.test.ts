/** Numbers, nouns and moments as a Russian reader expects them. */
import { expect, test } from "vitest";
import { countOf, formatMoment, formatNumber, formatSize } from "./words";

test("groups digits from five on", () => {
  expect([7, 1200, 12345, 1234567, -12345].map(formatNumber)).toStrictEqual([
    "7",
    "1200",
    "12\u00a0345",
    "1\u00a0234\u00a0567",
    "-12\u00a0345",
  ]);
});

test("chooses the noun by the last digits, teens included", () => {
  const rows = [0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 111, 112, 1001].map(
    (value) => countOf(value, ["строка", "строки", "строк"]).split("\u00a0")[1],
  );

  expect(rows).toStrictEqual([
    "строк",
    "строка",
    "строки",
    "строки",
    "строк",
    "строк",
    "строк",
    "строк",
    "строка",
    "строки",
    "строк",
    "строк",
    "строк",
    "строка",
  ]);
});

test("shows an ISO moment in local time and leaves other text alone", () => {
  expect(formatMoment("2025-09-12T11:05:00.000Z")).toBe("12.09.2025 в 14:05");
  expect(formatMoment("2025-09-12")).toBe("12.09.2025");
  expect(formatMoment("вчера")).toBe("вчера");
  expect(formatMoment("2025-99-99Tlater")).toBe("2025-99-99Tlater");
});

test("writes file sizes with a decimal comma", () => {
  expect([1, 1536, 20_480, 5 * 1024 * 1024].map(formatSize)).toStrictEqual([
    "0,1\u00a0КБ",
    "1,5\u00a0КБ",
    "20\u00a0КБ",
    "5\u00a0МБ",
  ]);
});
