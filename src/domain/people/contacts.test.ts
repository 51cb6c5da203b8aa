import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findEmails,
  findPhones,
  normalizeEmail,
  normalizePhone,
} from "./contacts";

describe("normalizePhone", () => {
  test.each([
    ["+7 900 000-00-12", "+79000000012"],
    ["8(900)000.00.12", "+79000000012"],
    ["8-900-000-00-12 (мама)", "+79000000012"],
    ["89000000012", "+79000000012"],
    ["9000000012", "+79000000012"],
    ["тел.: 8 900 00 000 12", "+79000000012"],
    ["8 (90000) 0-00-12", "+79000000012"],
    ["+375 29 000-00-12", "+375290000012"],
  ])("reads «%s» as %s", (text, phone) => {
    expect(normalizePhone(text)).toBe(phone);
  });

  test.each(["", "2-34-56", "12.05.2011", "123-456-789 00", "9,0E+09", "2011"])(
    "finds no number in «%s»",
    (text) => {
      expect(normalizePhone(text)).toBeNull();
    },
  );

  test("finds every number of a cell", () => {
    expect(
      findPhones("8 900 000 00 12, 8 900 000 00 13 8 900 000 00 12"),
    ).toStrictEqual(["+79000000012", "+79000000013"]);
  });

  test("finds a number however its digits are parted", () => {
    const separator = fc.constantFrom("", " ", "-", ".", "\u00a0");
    fc.assert(
      fc.property(
        fc.constantFrom("8", "+7", "7"),
        separator,
        separator,
        fc.integer({ min: 0, max: 9_999_999 }),
        (prefix, first, second, tail) => {
          const digits = String(tail).padStart(7, "0");
          const text = `${prefix}${first}900${second}${digits.slice(0, 3)}${first}${digits.slice(3, 5)}${second}${digits.slice(5)}`;

          expect(normalizePhone(text)).toBe(`+7900${digits}`);
        },
      ),
    );
  });
});

describe("normalizeEmail", () => {
  test("reads an address out of its surroundings in lower case", () => {
    expect(normalizeEmail("mailto:Anna.K@Example.ORG.")).toBe(
      "anna.k@example.org",
    );
    expect(normalizeEmail("почта: лев@школа.рф")).toBe("лев@школа.рф");
  });

  test("answers null for none and for several", () => {
    expect(normalizeEmail("anna(at)example.org")).toBeNull();
    expect(normalizeEmail("a@b")).toBeNull();
    expect(normalizeEmail("a@example.org, b@example.org")).toBeNull();
  });

  test("finds each address once", () => {
    expect(
      findEmails("8 900 000 00 12, a@example.org; B@example.org A@example.org"),
    ).toStrictEqual(["a@example.org", "b@example.org"]);
  });
});
