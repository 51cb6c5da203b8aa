import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readDate,
  readInteger,
  readNumber,
  readYear,
  readYesNo,
} from "./cells";

describe("readDate", () => {
  test.each([
    "05.09.2026",
    "5.9.26",
    "5/9/2026",
    "05-09-2026",
    "2026-09-05",
    "2026-09-05T10:00:00.000Z",
    "05.09.2026 10:30",
    "05.09.2026 10:30:00",
    "05.09. 2026г.",
    "05.09.2026 года",
    "5 сентября 2026 г.",
    "5 СЕНТЯБРЯ 2026 года",
    "«5» сентября 2026 г.",
    "5-го сентября 2026",
    "5 сент. 2026",
    "5\u00a0сен 26",
    "46270",
    "46270,5",
    "05 09 2026",
    "5.IX.2026",
    "5-сен-26",
    "5-Sep-2026",
    "05,09,2026 г.",
    "05.09.2026 (суббота)",
    "с 05.09.2026",
    "сб 05.09.2026",
  ])("reads «%s»", (text) => {
    expect(readDate(text)).toBe("2026-09-05");
  });

  test.each(["", "  ", "-", "—", "н/д", "нет данных"])(
    "takes «%s» for blank",
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );

  test.each([
    "31.02.2026",
    "29.02.2025",
    "2026-13-01",
    "00.01.2026",
    "сентябрь 2026",
    "5 сентябрь",
    "2026",
    "скоро",
    "01.01.1812",
    "5 мартобря 2026",
    "=TODAY()",
    "123456",
    "1-2-3-4",
  ])("refuses «%s»", (text) => {
    expect(readDate(text)).toBe("invalid");
  });

  test.each([
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
  ])("knows the month %s", (month) => {
    expect(readDate(`14 ${month} 2026`)).toMatch(/^2026-\d\d-14$/);
  });

  test("takes two-digit years up to 49 for this century", () => {
    expect(readDate("1.1.49")).toBe("2049-01-01");
    expect(readDate("1.1.50")).toBe("1950-01-01");
  });

  test("reads back every day however it is written", () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date("1930-01-01"),
          max: new Date("2099-12-31"),
          noInvalidDate: true,
        }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year = "", month = "", day = ""] = iso.split("-");
          const serial = Math.round(
            (Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000,
          );

          expect(readDate(`${day}.${month}.${year}`)).toBe(iso);
          expect(readDate(`${Number(day)}.${Number(month)}.${year} г.`)).toBe(
            iso,
          );
          expect(readDate(String(serial))).toBe(iso);
        },
      ),
    );
  });
});

describe("readNumber and readInteger", () => {
  test.each([
    ["3", 3],
    ["3 чел.", 3],
    ["5 лет", 5],
    ["1 год", 1],
    ["1 234", 1234],
    ["1\u00a0234", 1234],
    ["3,0", 3],
    ["+3", 3],
    ["−3", -3],
    ["0", 0],
    ["2 наставляемых", 2],
  ])("reads «%s» as %d", (text, value) => {
    expect(readInteger(text)).toBe(value);
  });

  test.each(["два", "2-3", "≈3", "1e9", "5 А", "12,5", "=1+1", "1 2", "3,,0"])(
    "refuses «%s» as a whole number",
    (text) => {
      expect(readInteger(text)).toBe("invalid");
    },
  );

  test("reads decimal commas and points", () => {
    expect(readNumber("12,5")).toBe(12.5);
    expect(readNumber("1 234.5 ч.")).toBe(1234.5);
    expect(readNumber("")).toBeNull();
    expect(readNumber("1,234,5")).toBe("invalid");
  });

  test("never gives minus nought", () => {
    expect(Object.is(readInteger("-0"), 0)).toBe(true);
  });
});

describe("readYear", () => {
  test("reads a year out of a month, and with an age or words beside it", () => {
    expect(
      [
        "март 2011",
        "03.2011",
        "2011 (15 лет)",
        "12.03.2011, 15 лет",
        "род. 12.03.2011",
        "12 марта 2011 года рождения",
      ].map(readYear),
    ).toStrictEqual([2011, 2011, 2011, 2011, 2011, 2011]);
    expect(
      ["15 лет", "(15 лет)", "13.2011", "32.13.2011", "2011-2012"].map(
        readYear,
      ),
    ).toStrictEqual(["invalid", "invalid", "invalid", "invalid", "invalid"]);
  });

  test("reads a year alone, with its words, and out of a date", () => {
    expect(readYear("2011")).toBe(2011);
    expect(readYear("2011 г.р.")).toBe(2011);
    expect(readYear("2011 года")).toBe(2011);
    expect(readYear("14.03.2011")).toBe(2011);
  });

  test("refuses what is no year of birth", () => {
    expect(readYear("11")).toBe("invalid");
    expect(readYear("20111")).toBe("invalid");
    expect(readYear("взрослый")).toBe("invalid");
    expect(readYear("")).toBeNull();
  });
});

describe("readYesNo", () => {
  test.each(["да", "Да.", "+", "1", "TRUE", "✓", "есть"])(
    "reads «%s» as yes",
    (text) => {
      expect(readYesNo(text)).toBe(true);
    },
  );

  test.each(["нет", "-", "—", "0", "ЛОЖЬ", "отсутствует"])(
    "reads «%s» as no",
    (text) => {
      expect(readYesNo(text)).toBe(false);
    },
  );

  test("tells blank from unclear", () => {
    expect(readYesNo(" ")).toBeNull();
    expect(readYesNo("возможно")).toBe("invalid");
  });
});

test("no reader throws on any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const read of [
        readDate,
        readNumber,
        readInteger,
        readYear,
        readYesNo,
      ]) {
        expect(read(text)).not.toBeUndefined();
      }
    }),
  );
});
