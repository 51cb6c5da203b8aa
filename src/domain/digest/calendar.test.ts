import fc from "fast-check";
import { expect, test } from "vitest";
import { type CalendarEvent, calendarLink, icsText } from "./calendar";

const EVENT: CalendarEvent = {
  id: "Э-01",
  title: "Педсовет; выбор, формы",
  details: "Строка 1\nстрока 2",
  first: "2026-12-31",
  last: "2026-12-31",
  cancelled: false,
};
const NOW = Date.UTC(2026, 8, 7, 6, 5, 4);

const ics = (event: Partial<CalendarEvent>, now = NOW) =>
  icsText([{ ...EVENT, ...event }], { book: "книга/1", name: "Карта", now });

/** Lines with the folds taken out. */
const lines = (text: string) => text.replace(/\r\n /g, "").split("\r\n");

const line = (text: string, start: string) =>
  lines(text).find((one) => one.startsWith(start));

test("an event is a day that ends on the next one, with its texts escaped", () => {
  const text = ics({});

  expect(line(text, "DTSTART")).toBe("DTSTART;VALUE=DATE:20261231");
  expect(line(text, "DTEND")).toBe("DTEND;VALUE=DATE:20270101");
  expect(line(text, "SUMMARY")).toBe("SUMMARY:Педсовет\\; выбор\\, формы");
  expect(line(text, "DESCRIPTION")).toBe("DESCRIPTION:Строка 1\\nстрока 2");
  expect(line(text, "DTSTAMP")).toBe("DTSTAMP:20260907T060504Z");
});

test("a moved event keeps its UID, and its sequence rises", () => {
  const before = ics({});
  const after = ics({ first: "2027-02-01", last: "2027-02-02" }, NOW + 60_000);
  const sequence = (text: string) =>
    Number(line(text, "SEQUENCE")?.split(":")[1]);

  expect(line(after, "UID")).toBe(line(before, "UID"));
  expect(sequence(after)).toBeGreaterThan(sequence(before));
  expect(sequence(after)).toBeLessThan(2 ** 31);
});

test("events of other rows and other books are others, and a dropped one is cancelled", () => {
  const uid = line(ics({}), "UID");

  expect(line(ics({ id: "Э-02" }), "UID")).not.toBe(uid);
  expect(
    line(icsText([EVENT], { book: "2", name: "", now: NOW }), "UID"),
  ).not.toBe(uid);
  expect(line(ics({ cancelled: true }), "STATUS")).toBe("STATUS:CANCELLED");
});

test("no line is longer than 75 octets, and unfolding gives the text back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (title) => {
      const text = ics({ title });
      const octets = text
        .split("\r\n")
        .map((one) => new TextEncoder().encode(one).length);

      expect(Math.max(...octets)).toBeLessThanOrEqual(75);
      expect(lines(text).filter((one) => one === "BEGIN:VEVENT")).toHaveLength(
        1,
      );
      expect(() => encodeURIComponent(text)).not.toThrow();
    }),
  );
});

test("the link is a filled-in event of Google Calendar, of bounded length", () => {
  const { searchParams } = new URL(
    calendarLink({ ...EVENT, last: "2027-01-02" }),
  );
  const long = calendarLink({
    ...EVENT,
    title: "Ж".repeat(5000),
    details: "\ud800",
  });

  expect(Object.fromEntries(searchParams)).toStrictEqual({
    action: "TEMPLATE",
    text: "Педсовет; выбор, формы",
    dates: "20261231/20270103",
    details: "Строка 1 строка 2",
  });
  expect(long.length).toBeLessThan(2000);
});
