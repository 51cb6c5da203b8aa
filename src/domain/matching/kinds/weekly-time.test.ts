import fc from "fast-check";
import { expect, test } from "vitest";
import { commonMinutes, mergeSpans, weekSpansOf } from "./weekly-time";

const DAY = 24 * 60;

/** «1 15:00–16:30» per span, Tuesday being 1. */
function shown(spans: readonly number[] | null): string | null {
  if (spans === null) {
    return null;
  }
  const clock = (minute: number) => {
    const rest = minute % DAY;
    return `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, "0")}`;
  };
  const parts: string[] = [];
  for (let at = 0; at < spans.length; at += 2) {
    const [start, end] = [spans[at] ?? 0, spans[at + 1] ?? 0];
    parts.push(`${Math.floor(start / DAY)} ${clock(start)}–${clock(end)}`);
  }
  return parts.join(", ");
}

test.each([
  ["вт 15:00–16:30", "1 15:00–16:30"],
  ["Вт. 15.00 - 16.30", "1 15:00–16:30"],
  ["вторник с 15 до 17", "1 15:00–17:00"],
  ["по вторникам 15–16", "1 15:00–16:00"],
  ["чт после 14", "3 14:00–22:00"],
  ["чт, после 14:30", "3 14:30–22:00"],
  ["сб до 12", "5 7:00–12:00"],
  ["пн–ср 9-10", "0 9:00–10:00, 1 9:00–10:00, 2 9:00–10:00"],
  ["вт/чт 15:00–16:00", "1 15:00–16:00, 3 15:00–16:00"],
  ["понедельник - среда с 20", "0 20:00–22:00, 1 20:00–22:00, 2 20:00–22:00"],
  ["вт, чт 15:00–16:00", "1 15:00–16:00, 3 15:00–16:00"],
  ["по средам и пятницам с 16 ч. до 17 ч.", "2 16:00–17:00, 4 16:00–17:00"],
  ["выходные 10–11", "5 10:00–11:00, 6 10:00–11:00"],
  [
    "по будням после 20",
    "0 20:00–22:00, 1 20:00–22:00, 2 20:00–22:00, 3 20:00–22:00, 4 20:00–22:00",
  ],
])("reads «%s» as %s", (text, spans) => {
  expect(shown(weekSpansOf(text))).toBe(spans);
});

test.each([
  "вт",
  "вт после уроков",
  "чт 5 урок",
  "15:00–16:30",
  "вт 16–15",
  "вт 15:70–16",
  "вт 15–25",
  "среди недели 3 раза",
  "нечётные 10–11",
  "",
  "–",
])("takes «%s» for the name of a time", (text) => {
  expect(weekSpansOf(text)).toBeNull();
});

test("reads any text without an exception", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
      const spans = weekSpansOf(`вт ${text}`);
      expect((spans ?? []).length % 2).toBe(0);
    }),
  );
});

const spans = fc
  .array(fc.tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 9 })), {
    maxLength: 5,
  })
  .map((list) => list.flatMap(([start, length]) => [start, start + length]));

test("counts the minutes that both have, each once", () => {
  const minutesOf = (list: readonly number[]) => {
    const minutes = new Set<number>();
    for (let at = 0; at < list.length; at += 2) {
      for (
        let minute = list[at] ?? 0;
        minute < (list[at + 1] ?? 0);
        minute += 1
      ) {
        minutes.add(minute);
      }
    }
    return minutes;
  };
  fc.assert(
    fc.property(spans, spans, (one, other) => {
      const theirs = minutesOf(other);
      const both = [...minutesOf(one)].filter((minute) => theirs.has(minute));
      expect(commonMinutes(mergeSpans(one), mergeSpans(other))).toBe(
        both.length,
      );
    }),
  );
});
