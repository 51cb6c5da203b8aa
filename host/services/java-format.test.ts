/** Utilities.formatDate patterns. */
import { expect, test } from "vitest";
import { formatJavaDate } from "./java-format";

const MOMENT = new Date("2026-09-05T06:07:08.009Z");

test.each([
  ["yyyy-MM-dd", "2026-09-05"],
  ["dd.MM.yyyy HH:mm:ss", "05.09.2026 09:07:08"],
  ["d MMMM yy", "5 September 26"],
  ["EEE, d MMM yyyy", "Sat, 5 Sep 2026"],
  ["EEEE", "Saturday"],
  ["yyyy-MM-dd'T'HH:mm:ss.SSSZ", "2026-09-05T09:07:08.009+0300"],
  ["XXX X", "+03:00 +03"],
  ["h:mm a", "9:07 AM"],
  ["'о''клок' HH", "о'клок 09"],
  ["D w u", "248 36 6"],
  ["HH:mm z", "09:07 MSK"],
  ["", ""],
])("pattern %s gives %s", (pattern, text) => {
  expect(formatJavaDate(MOMENT, "Europe/Moscow", pattern)).toBe(text);
});

test("the days before a New Year on Friday belong to week 1 of it", () => {
  const eve = new Date("2026-12-31T12:00:00Z");

  expect(formatJavaDate(eve, "Etc/GMT", "YYYY w")).toBe("2027 1");
});

test("a letter Java does not know is refused by name", () => {
  expect(() => formatJavaDate(MOMENT, "Etc/GMT", "yyyy q")).toThrow(
    "Illegal pattern character 'q'",
  );
});

test("an invalid date is refused", () => {
  expect(() => formatJavaDate(new Date(Number.NaN), "Etc/GMT", "yyyy")).toThrow(
    "valid date",
  );
});
