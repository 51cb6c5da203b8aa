/** The calendar file of the letters, week by week. */
import { expect, test } from "vitest";
import { hours, ON, stage, world } from "../support/digest-book";
import { run } from "../support/memory-runs";
import { setCell, tabOf } from "../support/memory-tabs";

/** SEQUENCE and STATUS of the events of a letter, by title. */
function eventsOf({ calendar = "" }: { readonly calendar?: string }) {
  return Object.fromEntries(
    calendar
      .replace(/\r\n /g, "")
      .split("BEGIN:VEVENT")
      .slice(1)
      .map((one) => {
        const value = (name: string) =>
          new RegExp(`^${name}:(.*)\\r$`, "m").exec(one)?.[1] ?? "";
        return [
          value("SUMMARY"),
          [Number(value("SEQUENCE")), value("STATUS")] as const,
        ];
      }),
  );
}

test("week by week the calendar hears only of what changed", () => {
  const book = world();
  const day = (date: string) => ({ start: { date }, end: { date } });
  stage(book, { id: "Э-01", stage: "Стоит", ...day("2026-10-01") });
  stage(book, { id: "Э-02", stage: "Едет", ...day("2026-10-01") });
  stage(book, { id: "Э-03", stage: "Уйдёт", ...day("2026-10-01") });
  stage(book, { id: "Э-04", stage: "Отменят", ...day("2026-10-01") });
  const roadmap = tabOf(book, "Дорожная карта");
  hours(book, "2026-09-07 09:00", 1);
  setCell(roadmap, 3, "start", { date: "2026-10-05" } as never);
  setCell(roadmap, 3, "end", { date: "2026-10-05" } as never);
  setCell(roadmap, 5, "status", "отменено");
  roadmap.cells.splice(3, 1);
  hours(book, "2026-09-14 09:00", 1);
  hours(book, "2026-09-21 09:00", 1);
  const [one = {}, two = {}, three = {}] = book.letters.map(eventsOf);

  expect(Object.keys(one)).toStrictEqual(["Стоит", "Едет", "Уйдёт", "Отменят"]);
  expect(two["Стоит"]).toStrictEqual(one["Стоит"]);
  expect(two["Едет"]?.[0]).toBeGreaterThan(one["Едет"]?.[0] ?? Number.NaN);
  expect(two["Мероприятие убрано из дорожной карты"]?.[1]).toBe("CANCELLED");
  expect(two["Отменят"]?.[1]).toBe("CANCELLED");
  expect(three).toStrictEqual({ Стоит: one["Стоит"], Едет: two["Едет"] });
});

test("a deleted tab cancels nothing, and what another person asked for is not the owner's", () => {
  const book = world();
  const first = { start: { date: "2026-10-01" }, end: { date: "2026-10-01" } };
  stage(book, { id: "Э-01", stage: "Педсовет", ...first });
  hours(book, "2026-09-07 09:00", 1);
  const at = book.tabs.findIndex(({ title }) => title === "Дорожная карта");
  const [tab] = book.tabs.splice(at, 1);
  hours(book, "2026-09-14 09:00", 1);
  book.tabs.push(tab as never);
  tab?.cells.splice(1, 1);
  book.user = "drugoy@example.org";
  run(book, "digest", { ...ON, state: "выключено", now: true });
  book.user = "kurator@example.org";
  run(book, "digest", ON);
  hours(book, "2026-09-21 09:00", 1);
  const statuses = book.letters.map((letter) =>
    Object.values(eventsOf(letter)).map(([, status]) => status),
  );

  expect(statuses).toStrictEqual([
    ["CONFIRMED"],
    [],
    ["CANCELLED"],
    ["CANCELLED"],
  ]);
});
