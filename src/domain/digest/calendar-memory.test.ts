/** SEQUENCE rises only for what changed; what has gone is cancelled once. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CalendarEvent, octetsIn } from "./calendar";
import { nextCalendar, packTold, unpackTold } from "./calendar-memory";

const NOW = Date.UTC(2026, 8, 7, 6);
const WEEK = 7 * 86_400_000;

const event = (id: string, more: Partial<CalendarEvent> = {}) => ({
  id,
  title: `Дело ${id}`,
  details: "",
  first: "2026-10-01",
  last: "2026-10-02",
  cancelled: false,
  ...more,
});

/** Files of several weeks, each after the memory of the one before went through its text. */
function weeks(...files: readonly (readonly CalendarEvent[])[]) {
  let told = unpackTold([]);
  return files.map((events, at) => {
    const next = nextCalendar(events, told, NOW + at * WEEK);
    told = unpackTold(packTold(next.told));
    expect(told).toStrictEqual(next.told);
    return Object.fromEntries(next.events.map((one) => [one.id, one]));
  });
}

test("the sequence stays where nothing moved, and rises with days or title", () => {
  const moved = { first: "2026-11-01", last: "2026-11-01" };
  const [one, two, three] = weeks(
    [event("Э-01"), event("Э-02"), event("Э-03")],
    [event("Э-01"), event("Э-02", moved), event("Э-03", { details: "Кто" })],
    [event("Э-01", { title: "Иначе" }), event("Э-02", moved), event("Э-03")],
  );
  const rises = (id: string) =>
    [two, three].map((file, at) => {
      const before = [one, two][at];
      return Math.sign(
        (file?.[id]?.sequence ?? 0) - (before?.[id]?.sequence ?? 0),
      );
    });

  expect(rises("Э-01")).toStrictEqual([0, 1]);
  expect(rises("Э-02")).toStrictEqual([1, 0]);
  expect(rises("Э-03")).toStrictEqual([0, 0]);
  expect(two?.["Э-02"]?.sequence).toBeLessThan(2 ** 31);
});

test("what is removed or cancelled is told so once; a row that comes back rises again", () => {
  const files = weeks(
    [event("Э-01"), event("Э-02"), event("Э-03", { cancelled: true })],
    [event("Э-02", { cancelled: true })],
    [event("Э-02", { cancelled: true })],
    [event("Э-01"), event("Э-02")],
  );

  expect(files.map((file) => Object.keys(file).sort())).toStrictEqual([
    ["Э-01", "Э-02"],
    ["Э-01", "Э-02"],
    [],
    ["Э-01", "Э-02"],
  ]);
  expect(files[1]).toMatchObject({
    "Э-01": { cancelled: true, title: "Мероприятие убрано из дорожной карты" },
    "Э-02": { cancelled: true, title: "Дело Э-02", first: "2026-10-01" },
  });
  expect(files[3]?.["Э-01"]?.cancelled).toBe(false);
  expect(files[3]?.["Э-01"]?.sequence).toBeGreaterThan(
    files[1]?.["Э-01"]?.sequence ?? Number.POSITIVE_INFINITY,
  );
});

test("rises within the same minute, and when the memory was lost", () => {
  const first = nextCalendar([event("Э-01")], [], NOW);
  const moved = [event("Э-01", { last: "2026-10-09" })];
  const again = nextCalendar(moved, first.told, NOW + 1000);
  const lost = nextCalendar(moved, [], NOW + WEEK);
  const sequences = [first, again, lost].map((one) => one.events[0]?.sequence);

  expect(sequences[1]).toBe((sequences[0] ?? 0) + 1);
  expect(sequences[2]).toBeGreaterThan(sequences[1] ?? 0);
});

test("500 activities take two properties of Google, each under 9 KB", () => {
  const events = Array.from({ length: 500 }, (_, at) => event(`Э-${at + 1}`));
  const packed = packTold(nextCalendar(events, [], NOW).told);

  expect(packed.map((part) => octetsIn(part) <= 9 * 1024)).toStrictEqual([
    true,
    true,
  ]);
});

test("any code of a row survives the memory", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1 }), {
        minLength: 1,
      }),
      (ids) => {
        const { told } = nextCalendar(
          ids.map((id) => event(id)),
          [],
          NOW,
        );

        expect(unpackTold(packTold(told))).toStrictEqual(told);
      },
    ),
  );
});

test("a damaged memory is a smaller one", () => {
  const { told } = nextCalendar([event("Э-01"), event("Э-02")], [], NOW);
  const [text = ""] = packTold(told);

  expect(
    unpackTold([`мусор\n%zz zzzzzzzz.1.a.b\n${text.slice(6)}`]),
  ).toHaveLength(1);
});

test("what was cancelled over a year ago is forgotten", () => {
  const { told } = nextCalendar([event("Э-01")], [], NOW);
  const cancelled = nextCalendar([], told, NOW + WEEK).told;

  expect(cancelled).toHaveLength(1);
  expect(nextCalendar([], cancelled, NOW + 70 * WEEK).told).toStrictEqual([]);
});
