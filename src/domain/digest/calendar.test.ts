import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { calendarLink, type IcsEvent, icsText } from "./calendar";

const EVENT: IcsEvent = {
  id: "Э-01",
  title: "Педсовет; выбор, формы",
  details: "Строка 1\nстрока 2",
  first: "2026-12-31",
  last: "2026-12-31",
  sequence: 3,
  changed: Date.UTC(2026, 8, 1),
  cancelled: false,
};
const NOW = Date.UTC(2026, 8, 7, 6, 5, 4);

const ics = (event: Partial<IcsEvent>, now = NOW) =>
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
  expect(line(text, "LAST-MODIFIED")).toBe("LAST-MODIFIED:20260901T000000Z");
  expect(line(text, "SEQUENCE")).toBe("SEQUENCE:3");
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

/** What a calendar program gets out of the file. */
function parsed(text: string) {
  const root = new ICAL.Component(ICAL.parse(text));
  return root.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
}

test("a calendar library reads every text, day and stamp back", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({ unit: "grapheme", maxLength: 300 }),
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 0, max: 400 }),
      (title, details, from, days) => {
        const day = (number: number) =>
          new Date(number * 86_400_000).toISOString().slice(0, 10);
        const [event, ...more] = parsed(
          ics({
            title: `.${title}`,
            details: `.${details}`,
            first: day(from),
            last: day(from + days),
          }),
        );

        expect(more).toStrictEqual([]);
        expect(event?.summary).toBe(`.${cleaned(title)}`);
        expect(event?.description).toBe(`.${cleaned(details)}`);
        expect(event?.startDate.isDate).toBe(true);
        expect(event?.startDate.toString()).toBe(day(from));
        // The day after the last one: DTEND is not part of the event.
        expect(event?.endDate.toString()).toBe(day(from + days + 1));
        expect(
          event?.component.getFirstPropertyValue("dtstamp")?.toString(),
        ).toBe("2026-09-07T06:05:04Z");
        expect(event?.sequence).toBe(3);
      },
    ),
  );
});

/** Line breaks of every kind are one; controls and torn pairs cannot be written. */
function cleaned(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
    .replace(
      /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      "\ufffd",
    );
}
