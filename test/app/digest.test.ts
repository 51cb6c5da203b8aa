/** The weekly letter on ports in memory: once a week, never twice, whatever is cut off. */
import { expect, test } from "vitest";
import { onHourTick } from "../../src/app/digest/send-digest";
import { cutWorlds } from "../support/cut-worlds";
import { hours, ON, stage, world } from "../support/digest-book";
import { memoryPorts } from "../support/memory-ports";
import {
  cells,
  IMPORT_STEP,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { rowWith, setCell, tabOf } from "../support/memory-tabs";

test("comes once a week at its hour, over six weeks", () => {
  const book = world();
  const sent: string[] = [];
  const start = Date.parse("2026-09-04T13:00:00Z");
  for (let hour = 0; hour < 6 * 168; hour++) {
    const before = book.letters.length;
    hours(
      book,
      new Date(start + hour * 3_600_000)
        .toISOString()
        .slice(0, 16)
        .replace("T", " "),
      1,
    );
    if (book.letters.length > before) {
      sent.push(book.now);
    }
  }

  expect(sent).toStrictEqual([
    "2026-09-07 09:00",
    "2026-09-14 09:00",
    "2026-09-21 09:00",
    "2026-09-28 09:00",
    "2026-10-05 09:00",
    "2026-10-12 09:00",
  ]);
});

test("does not come in the week it was switched on after its hour, nor after being switched off", () => {
  const book = world();
  hours(book, "2026-09-04 13:00", 60);
  expect(book.letters).toHaveLength(0);
  run(book, "digest", { ...ON, state: "выключено" });
  hours(book, "2026-09-07 09:00", 200);

  expect(book.letters).toHaveLength(0);
  expect(book.timer).toBe(false);
});

test("switches its trigger off when the tab says «выключено»", () => {
  const book = world();
  const settings = tabOf(book, "Настройки");
  setCell(settings, rowWith(settings, "id", "digest"), "value", "выключено");
  hours(book, "2026-09-07 09:00", 1);

  expect([book.letters.length, book.timer]).toStrictEqual([0, false]);
});

test("one a week stays one when day and hour are changed within it", () => {
  const book = world();
  hours(book, "2026-09-07 09:00", 3);
  run(book, "digest", { ...ON, day: "среда", hour: 7 });
  hours(book, "2026-09-08 00:00", 6 * 24);
  expect(book.letters).toHaveLength(1);
  hours(book, "2026-09-14 00:00", 7 * 24);

  expect(book.letters).toHaveLength(2);
});

test("waits for the quota and for another person's run, then comes late", () => {
  const book = world();
  book.mailQuota = 0;
  hours(book, "2026-09-07 09:00", 2);
  book.mailQuota = 5;
  book.properties["run"] = JSON.stringify({
    run: "Ж-0009",
    until: book.clock + 7_200_000,
  });
  hours(book, "2026-09-07 11:00", 1);
  expect(book.letters).toHaveLength(0);
  book.properties["run"] = "";
  hours(book, "2026-09-07 12:00", 48);

  expect(book.letters).toHaveLength(1);
});

test("comes from the trigger of whoever switched it on, not from another's", () => {
  const book = world();
  book.user = "drugoy@example.org";
  hours(book, "2026-09-07 09:00", 2);
  expect(book.letters).toHaveLength(0);
  book.user = "kurator@example.org";
  hours(book, "2026-09-07 11:00", 2);

  expect(book.letters.map(({ to }) => to)).toStrictEqual([
    "kurator@example.org",
  ]);
});

test("is never sent twice, whichever call of the hour is cut off, and says so when it may have gone", () => {
  const whole = world();
  whole.now = "2026-09-07 09:00";
  const cuts = cutWorlds(whole, () => onHourTick(memoryPorts(whole)));
  for (const { world: book, call } of cuts) {
    const atKill = book.letters.length;
    hours(book, "2026-09-07 10:00", 30);
    const said = JSON.stringify(cells(book, "Журнал"));
    const inWeek = book.letters.length;
    hours(book, "2026-09-14 09:00", 3);

    expect(inWeek, `call ${call}`).toBeGreaterThanOrEqual(atKill);
    expect(inWeek === 1 || said.includes("возможно отправлено")).toBe(true);
    expect(inWeek).toBeLessThanOrEqual(1);
    expect(book.letters).toHaveLength(inWeek + 1);
  }
  expect(cuts.length).toBeGreaterThan(3);
}, 120_000);

test("a letter asked for goes out once, and is not counted as the week's", () => {
  const book = world();
  run(book, "digest", { ...ON, now: true });
  expect(book.letters).toHaveLength(1);
  hours(book, "2026-09-07 09:00", 2);

  expect(book.letters).toHaveLength(2);
});

test("tells what is due, overdue and running out, with links and an .ics file", () => {
  const book = world();
  stage(book, {
    id: "Э-01",
    number: "1",
    stage: "Педсовет",
    start: { date: "2026-09-09" },
    end: { date: "2026-09-09" },
    status: "не начато",
    responsible: "Метелева О. С.",
  });
  stage(book, {
    id: "Э-02",
    number: "2",
    stage: "Сбор согласий",
    end: { date: "2026-09-01" },
    status: "в работе",
  });
  stage(book, {
    id: "Э-03",
    number: "3",
    stage: "Конкурс",
    start: { date: "2026-10-01" },
    end: { date: "2026-10-09" },
    status: "не начато",
  });
  stage(book, {
    id: "Э-04",
    number: "4",
    stage: "Сделано",
    end: { date: "2026-09-09" },
    status: "выполнено",
  });
  hours(book, "2026-09-07 09:00", 1);
  const [letter] = book.letters;

  expect(letter?.text).toContain("– 09.09.2026: 1. Педсовет (Метелева О. С.)");
  expect(letter?.text).toContain(
    "Просрочено\n– до 01.09.2026: 2. Сбор согласий",
  );
  expect(letter?.text).not.toContain("Конкурс");
  expect(letter?.text).not.toContain("Сделано");
  expect(letter?.html).toContain(
    '<a href="https://calendar.google.com/calendar/render?action=TEMPLATE',
  );
  expect(letter?.calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(4);
  expect(letter?.calendar).toContain("SUMMARY:Конкурс");
});

test("holds no name in «По кодам», even where names were left in the book", () => {
  const book = world("По кодам");
  const mentees = tabOf(book, "Наставляемые");
  setCell(mentees, 2, "birthYear", 2012);
  run(book, "consentsReceived", {
    kind: "processing",
    codes: "НСТ-001",
    signed: "2026-09-01",
  });
  const consents = tabOf(book, "Согласия");
  setCell(consents, 2, "until", { date: "2026-09-20" } as never);
  setCell(consents, 3, "until", { date: "2026-09-20" } as never);
  stage(book, {
    id: "Э-01",
    stage: "Педсовет",
    end: { date: "2026-09-09" },
    status: "не начато",
    responsible: "Метелева О. С.",
  });
  hours(book, "2026-09-07 09:00", 1);
  const letter = JSON.stringify(book.letters);
  const names = [...cells(book, "Наставляемые"), ...cells(book, "Наставники")]
    .map((row) => String(row[1]).split(" ")[0] ?? "")
    .filter((name) => name.length > 3);

  expect(letter).toContain(
    "НСТ-001: обработка персональных данных – скоро истекает",
  );
  expect(letter).toContain("Педсовет");
  expect(letter).not.toContain("Метелева");
  expect(names.filter((name) => letter.includes(name))).toStrictEqual([]);
});

test("the check tells of a letter that nothing would send", () => {
  const book = world();
  const told = () =>
    preview(book, "check").problems.filter(({ message }) =>
      message.includes("расписания у Вашей учётной записи нет"),
    );
  expect(told()).toHaveLength(0);
  book.timer = false;

  expect(told()).toMatchObject([{ tab: "Настройки", column: "Значение" }]);
  book.user = "drugoy@example.org";
  expect(told()).toHaveLength(0);
});

test("a lost trigger comes back by repair, and the letter of the week with it", () => {
  const book = world();
  book.timer = false;
  expect(preview(book, "repair").summary).toContain(
    "Еженедельное письмо включено: расписание будет создано заново.",
  );
  book.now = "2026-09-09 12:00";
  run(book, "repair");
  expect(book.timer).toBe(true);
  expect(preview(book, "repair").verb).toBe(null);
  hours(book, "2026-09-09 13:00", 1);

  expect(book.letters).toHaveLength(1);
});

test("a doubled trigger becomes one, one of a letter switched off goes, another person's letter is left alone", () => {
  const book = world();
  book.timers = 2;
  expect(preview(book, "repair").summary).toContain(
    "Еженедельное письмо: лишнее расписание будет убрано, останется одно.",
  );
  run(book, "repair");
  expect(preview(book, "repair").verb).toBe(null);

  book.user = "drugoy@example.org";
  book.timer = false;
  expect(preview(book, "repair").verb).toBe(null);

  book.user = "kurator@example.org";
  const settings = tabOf(book, "Настройки");
  setCell(settings, rowWith(settings, "id", "digest"), "value", "выключено");
  book.timer = true;
  run(book, "repair");
  expect(book.timer).toBe(false);
});

test("shows the letter before anything is switched on, and undo switches it off", () => {
  const book = worldAfter(SETUP_STEP, IMPORT_STEP);
  const { details, verb } = preview(book, "digest", ON);
  expect(verb).toBe("Включить");
  expect(details[0]?.title).toContain("Письмо сегодня");
  run(book, "digest", ON);
  expect(book.timer).toBe(true);
  run(book, "undo");
  hours(book, "2026-09-14 09:00", 2);

  expect([book.letters.length, book.timer]).toStrictEqual([0, false]);
});
