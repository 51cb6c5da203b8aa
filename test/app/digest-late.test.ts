/** A letter that was missed: as soon as it can, by day, once, and said. */
import { expect, test } from "vitest";
import { onHourTick } from "../../src/app/digest/send-digest";
import { hours, world } from "../support/digest-book";
import { Killed, type MemoryWorld, memoryPorts } from "../support/memory-ports";
import { cells } from "../support/memory-runs";

/** What is said of lateness, and when letters came. */
function arrivals(book: MemoryWorld, from: string, count: number): string[] {
  const start = Date.parse(`${from.replace(" ", "T")}:00Z`);
  return Array.from({ length: count }, (_, hour) => hour).flatMap((hour) => {
    const before = book.letters.length;
    const moment = new Date(start + hour * 3_600_000).toISOString();
    hours(book, moment.slice(0, 16).replace("T", " "), 1);
    return book.letters.slice(before).map(({ text }) => {
      const late = /должно было прийти ([^.]+\.[^.]+\.\d+ в \d+:00)/.exec(text);
      return `${book.now}${late === null ? "" : `, ждали ${late[1]}`}`;
    });
  });
}

test("a letter missed because nobody ran comes by day, once, and says it is late", () => {
  const book = world();
  // Nothing ran from Friday until Wednesday night.
  expect(arrivals(book, "2026-09-09 02:00", 24 * 7)).toStrictEqual([
    "2026-09-09 08:00, ждали 07.09.2026 в 9:00",
    "2026-09-14 09:00",
  ]);
  expect(JSON.stringify(cells(book, "Журнал"))).toContain(
    "должно было прийти 07.09.2026 в 9:00",
  );
});

test("after weeks of silence there is one letter, not one for each week", () => {
  expect(arrivals(world(), "2026-10-07 10:00", 24 * 6)).toStrictEqual([
    "2026-10-07 10:00, ждали 05.10.2026 в 9:00",
    "2026-10-12 09:00",
  ]);
});

test("a letter that could only come just before the next one is left out, and the journal says so", () => {
  const book = world();

  expect(arrivals(book, "2026-09-13 10:00", 24 * 2)).toStrictEqual([
    "2026-09-14 09:00",
  ]);
  expect(JSON.stringify(cells(book, "Журнал"))).toContain("пропущено");
});

test.each([
  "Service invoked too many times for one day: email.",
  "Сервис вызван слишком много раз в течение дня: email.",
])(
  "refused at the sending for the quota («%s»), it comes when there is one",
  (fault) => {
    const book = world();
    book.mailFault = fault;
    hours(book, "2026-09-07 09:00", 3);
    delete book.mailFault;

    expect(arrivals(book, "2026-09-07 12:00", 48)).toStrictEqual([
      "2026-09-07 12:00, ждали 07.09.2026 в 9:00",
    ]);
  },
);

test("a book that cannot be read costs an hour, not the letter; a sending that broke is not repeated", () => {
  const [unread, broken] = [world(), world()];
  Object.assign(unread, { now: "2026-09-07 09:00", calls: 0, killAt: 8 });
  expect(() => onHourTick(memoryPorts(unread))).toThrow(Killed);
  unread.killAt = 0;
  broken.mailFault = "Server error occurred. Please try saving again.";
  expect(() => hours(broken, "2026-09-07 09:00", 1)).toThrow("Server error");
  delete broken.mailFault;

  expect(arrivals(unread, "2026-09-07 10:00", 12)).toHaveLength(1);
  expect(arrivals(broken, "2026-09-07 10:00", 72)).toStrictEqual([]);
  expect(JSON.stringify(cells(broken, "Журнал"))).toContain(
    "возможно отправлено",
  );
});
