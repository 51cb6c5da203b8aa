/** «Проверить данные»: each defect a curator can leave is named with its cell and how to mend it. */
import { expect, test } from "vitest";
import type { Problem } from "../../src/shared/rpc";
import type { MemoryWorld } from "../support/memory-ports";
import {
  IMPORT_STEP,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { at, cell, rowWith, setCell, tabOf } from "../support/memory-tabs";
import { namesOf } from "../support/memory-workbook";

function world(): MemoryWorld {
  return worldAfter(SETUP_STEP, IMPORT_STEP);
}

/** Appends a row by column keys; returns its sheet row. */
function add(
  book: MemoryWorld,
  title: string,
  values: Readonly<Record<string, string | number | { date: string }>>,
): number {
  const tab = tabOf(book, title);
  const row = tab.cells.length + 1;
  tab.cells.push(tab.notes.map(() => ""));
  for (const [key, value] of Object.entries(values)) {
    (tab.cells[row - 1] ?? [])[at(tab, key)] = value;
  }
  return row;
}

const day = (date: string) => ({ date });

function found(book: MemoryWorld, part: string): readonly Problem[] {
  return preview(book, "check").problems.filter(({ message }) =>
    message.includes(part),
  );
}

/** The one remark with these words. */
function only(book: MemoryWorld, part: string): Partial<Problem> {
  const problems = found(book, part);
  expect(problems.map(({ message }) => message)).toHaveLength(1);
  return problems[0] ?? {};
}

test("groups what it finds by tab, worst first, and shows it as a report", () => {
  const { problems, report, summary } = preview(world(), "check");
  const tabs = problems.map(({ tab }) => tab ?? "");

  expect(report).toBe(true);
  expect(summary).toStrictEqual([`Предупреждения: ${problems.length}.`]);
  expect(tabs).toStrictEqual(
    [...new Set(tabs)].flatMap((tab) => tabs.filter((other) => other === tab)),
  );
});

test("writes the counter into «Начало», once, and leaves the way back to earlier actions", () => {
  const book = world();
  const { verb, problems } = preview(book, "check");
  for (let press = 0; press < 12; press++) {
    run(book, "check");
  }
  const tab = tabOf(book, "Начало");
  const row = rowWith(tab, "id", "check");

  expect(verb).toBe("Записать итог на вкладку «Начало»");
  expect(cell(tab, row, "count")).toBe(problems.length);
  expect(cell(tab, row, "state")).toBe("проверено 07.09.2026");
  expect(preview(book, "check").verb).toBeNull();
  expect(preview(book, "undo").summary[0]).toContain("Загрузить людей");
});

test("shows all it finds, and writes nothing, in a book without «Начало»", () => {
  const book = world();
  const whole = preview(book, "check").problems.length;
  book.tabs.splice(book.tabs.indexOf(tabOf(book, "Начало")), 1);
  const { verb, problems } = preview(book, "check");

  expect(verb).toBeNull();
  expect(problems).toHaveLength(whole + 1);
  expect(only(book, "«Начало» в этой таблице ещё нет").severity).toBe("hint");
});

test("says that nothing is set up in an empty book, in one remark", () => {
  const { problems } = preview(worldAfter(), "check");

  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).toContain("«Настроить программу…»");
});

test("finds a deleted tab, a lost key and names that lead elsewhere", () => {
  const book = world();
  book.tabs.splice(book.tabs.indexOf(tabOf(book, "Критерии")), 1);
  tabOf(book, "Пары").notes[2] = "";
  book.names = namesOf(book).flatMap((one) =>
    one.name === "mentees_paired"
      ? []
      : one.name === "pairs_status"
        ? [{ ...one, range: null }]
        : [one],
  );

  expect(only(book, "Нет вкладки «Критерии»").severity).toBe("error");
  expect(only(book, "пропало примечание")).toMatchObject({ tab: "Пары" });
  expect(
    found(book, "Формулы не находят").map(({ tab, message }) => [
      tab,
      /«([^»]+)»/.exec(message)?.[1],
    ]),
  ).toStrictEqual([
    ["Наставляемые", "В программе"],
    ["Пары", "Статус"],
  ]);
});

test("finds formulas that fail and formulas that were typed over", () => {
  const book = world();
  const tab = tabOf(book, "Показатели");
  setCell(tab, 2, "value", "#REF!");
  setCell(tab, 3, "part", 17);
  tab.formulas.delete(`3:${at(tab, "part") + 1}`);

  expect(only(book, "показывает ошибку #REF!")).toMatchObject({
    tab: "Показатели",
    row: 2,
    severity: "error",
  });
  expect(only(book, "Здесь была формула")).toMatchObject({
    row: 3,
    column: "Числитель",
  });
});

test("names the cell under the title and header the curator gave them", () => {
  const book = world();
  const tab = tabOf(book, "Наставники");
  tab.title = "Наши учителя";
  tab.cells[0]?.splice(at(tab, "capacity"), 1, "Сколько возьмёт");
  setCell(tab, 3, "capacity", -2);

  expect(only(book, "нужно не меньше 0")).toMatchObject({
    tab: "Наши учителя",
    row: 3,
    column: "Сколько возьмёт",
  });
  expect(
    preview(book, "check").problems.filter((one) => one.tab === "Наставники"),
  ).toStrictEqual([]);
});

test("finds people doubled, years and dates that cannot be", () => {
  const book = world();
  const tab = tabOf(book, "Наставляемые");
  const name = String(tab.cells[1]?.[at(tab, "fio")]);
  const row = add(book, "Наставляемые", {
    id: "НСТ-777",
    fio: name.replace(/е/g, "ё").toUpperCase(),
    form: "педагог – педагог",
    consent: "получено",
    entered: day("2026-09-10"),
    finished: day("2026-09-01"),
  });

  setCell(tab, 3, "birthYear", 1803);

  expect(only(book, "Тот же участник")).toMatchObject({
    row,
    column: "ФИО наставляемого",
  });
  expect(only(book, "Год рождения 1803")).toMatchObject({
    row: 3,
    severity: "error",
  });
  expect(only(book, "01.09.2026 раньше")).toMatchObject({
    row,
    column: "Дата завершения программы",
  });
});

test("finds codes that lead nowhere", () => {
  const book = world();
  add(book, "Пары", {
    mentorId: "НМ-001",
    menteeId: "НСТ-404",
    status: "завершена",
    documentId: "Д-099",
  });

  expect(only(book, "«НСТ-404» нет в банке")).toMatchObject({
    tab: "Пары",
    column: "Код наставляемого",
  });
  expect(only(book, "«Д-099» нет на вкладке «Документы»")).toMatchObject({
    tab: "Пары",
    column: "Приказ",
  });
});

test("finds pairs beyond the places, doubled, of one person and without consent", () => {
  const book = world();
  const mentors = tabOf(book, "Наставники");
  const mentees = tabOf(book, "Наставляемые");
  setCell(mentors, 2, "capacity", 1);
  setCell(mentees, 2, "consent", "нет");
  const twin = String(mentors.cells[2]?.[at(mentors, "fio")]);
  setCell(mentees, 4, "fio", twin);
  setCell(mentees, 4, "birthYear", "");
  for (const [mentorId, menteeId] of [
    ["НМ-001", "НСТ-001"],
    ["НМ-001", "НСТ-002"],
    ["НМ-001", "НСТ-002"],
    ["НМ-002", "НСТ-003"],
  ] as const) {
    add(book, "Пары", { mentorId, menteeId, status: "активна" });
  }

  expect(only(book, "мест 1, а действующих пар 3")).toMatchObject({
    tab: "Наставники",
    column: "Мест",
    severity: "error",
  });
  expect(found(book, "Эта же пара уже стоит")).toHaveLength(2);
  expect(found(book, "один и тот же человек").length).toBeGreaterThan(0);
  expect(
    found(book, "согласие не получено (строка 2").map(({ column }) => column),
  ).toContain("Код наставляемого");
});

test("finds workers' pairs without the papers of article 351.8, by the form of the pair", () => {
  const book = world();
  const form = (row: number, value: string) =>
    setCell(tabOf(book, "Пары"), row, "form", value);
  const first = add(book, "Пары", {
    mentorId: "НМ-001",
    menteeId: "НСТ-001",
    status: "активна",
  });
  form(first, "педагог – педагог");
  const papers = () => found(book, "351.8").filter(({ tab }) => tab === "Пары");

  expect(papers()).toHaveLength(1);
  expect(papers()[0]).toMatchObject({ row: first, column: "Код наставника" });
  form(first, "педагог – обучающийся");
  expect(papers()).toHaveLength(0);
  form(first, "педагог – педагог");
  setCell(tabOf(book, "Наставники"), 2, "duty", "да");
  expect(papers()).toHaveLength(0);
});

test("finds kinds whose numbers do not fit, where the data are there", () => {
  const book = world();
  const tab = tabOf(book, "Пары");
  tab.cells[0]?.push("Проведено встреч");
  tab.notes.push("");
  const pair = (values: Parameters<typeof add>[2], meetings: number | "") => {
    const row = add(book, "Пары", { status: "активна", ...values });
    (tab.cells[row - 1] ?? [])[tab.notes.length - 1] = meetings;
    return row;
  };
  const short = pair(
    {
      mentorId: "НМ-001",
      menteeId: "НСТ-001",
      kind: "традиционное",
      status: "завершена",
      from: day("2026-03-01"),
      to: day("2026-04-15"),
    },
    2,
  );
  setCell(tabOf(book, "Наставники"), 3, "birthYear", 1960);
  setCell(tabOf(book, "Наставляемые"), 3, "birthYear", 1999);
  const reverse = pair(
    { mentorId: "НМ-002", menteeId: "НСТ-002", kind: "реверсивное" },
    "",
  );
  const alone = pair(
    { mentorId: "НМ-003", menteeId: "НСТ-003", kind: "в группе" },
    "",
  );
  setCell(tabOf(book, "Наставляемые"), 4, "kind", "персона");

  expect(only(book, "от 3 месяцев до года")).toMatchObject({ row: short });
  expect(only(book, "Встреч 2, а для вида «традиционное»")).toMatchObject({
    row: short,
    column: "Проведено встреч",
  });
  expect(only(book, "наставник моложе")).toMatchObject({ row: reverse });
  expect(only(book, "от двух наставляемых")).toMatchObject({ row: alone });
});

test("finds a form that does not fit the people", () => {
  const book = world();
  const mentors = tabOf(book, "Наставники");
  setCell(mentors, 2, "form", "студент – ученик");
  setCell(mentors, 2, "grade", "10 «А»");
  setCell(mentors, 2, "position", "");

  expect(
    only(book, "в форме «студент – ученик» наставник – студент"),
  ).toMatchObject({
    tab: "Наставники",
    row: 2,
    column: "Форма наставничества",
  });
});

test("finds what is wrong in a roadmap", () => {
  const book = world();
  const stage = (
    number: string,
    start: string,
    end: string,
    more: Parameters<typeof add>[2] = {},
  ) =>
    add(book, "Дорожная карта", {
      number,
      stage: `Этап ${number}`,
      responsible: "Куратор",
      source: "Карта",
      ...(start === "" ? {} : { start: day(start) }),
      ...(end === "" ? {} : { end: day(end) }),
      ...more,
    });
  stage("1", "2026-09-05", "2026-09-05", {
    content: "(далее – МЦН) МЦН готовит",
  });
  const early = stage("2", "2026-08-20", "2026-08-25");
  const gap = stage("4", "2026-10-01", "2026-09-20", {
    responsible: "",
    participants: "МНЦ",
    content: "6.3. Анализ данных. 6.4. Формирование базы. 6.6. Выбор форм",
  });
  const two = stage("5", "2026-10-10", "2026-10-20", {
    dateText: "Август-сентябрь 2026 г. В течение 2026-2027 учебного года",
    result: "<p>Приказ</p>",
  });
  add(book, "Документы", {
    id: "Д-001",
    kind: "приказ",
    title: "Об утверждении дорожной карты",
    date: day("2026-09-01"),
    number: "1",
    status: "подписан",
  });

  expect(only(book, "пропущен номер 3")).toMatchObject({
    row: gap,
    column: "№",
  });
  expect(only(book, "пропущен пункт 6.5")).toMatchObject({ row: gap });
  expect(only(book, "Не указаны ответственные")).toMatchObject({ row: gap });
  expect(only(book, "20.09.2026 раньше")).toMatchObject({
    row: gap,
    severity: "error",
  });
  expect(only(book, "раньше этапа 1")).toMatchObject({ row: early });
  expect(only(book, "раньше приказа Д-001")).toMatchObject({ row: early });
  expect(only(book, "здесь «МНЦ»")).toMatchObject({
    row: gap,
    column: "Участники",
  });
  expect(only(book, "Две фразы срока")).toMatchObject({ row: two });
  expect(only(book, "разметка веб-страницы")).toMatchObject({
    row: two,
    column: "Ожидаемый результат",
  });
});

test("says once that a roadmap has no dates at all", () => {
  const book = world();
  for (const number of ["1", "2", "3"]) {
    add(book, "Дорожная карта", {
      number,
      stage: "Этап",
      responsible: "Куратор",
    });
  }

  expect(only(book, "Ни у одного этапа нет дат").tab).toBe("Дорожная карта");
  expect(found(book, "У этапа нет дат")).toHaveLength(0);
});

test("finds acts out of force and misnumbered articles in the settings", () => {
  const book = world();
  const tab = tabOf(book, "Настройки");
  const row = rowWith(tab, "id", "basis");
  setCell(
    tab,
    row,
    "value",
    "ст. 358.1 ТК РФ; Указом Президента РФ от 07.05.2018 № 204; распоряжением от 24.12.2019 № Р-145",
  );

  expect(only(book, "Нужна статья 351.8")).toMatchObject({
    tab: "Настройки",
    row,
    column: "Значение",
  });
  expect(only(book, "Указ Президента РФ № 204")).toMatchObject({ row });
  expect(only(book, "а написано 24.12.2019")).toMatchObject({ row });
});

test("costs the same number of port calls for few rows and many", () => {
  const few = worldAfter(SETUP_STEP, IMPORT_STEP);
  const many = worldAfter(SETUP_STEP, IMPORT_STEP);
  for (let index = 0; index < 500; index++) {
    add(many, "Наставляемые", { fio: `Иванов Иван ${index}`, consent: "нет" });
  }
  const callsOf = (book: MemoryWorld) => {
    const before = book.calls;
    preview(book, "check");
    return book.calls - before;
  };

  expect(callsOf(many)).toBe(callsOf(few));
  expect(run(many, "check").state).toBe("done");
});
