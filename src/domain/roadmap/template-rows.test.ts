/** Templates: stages as the official forms have them, dates of the chosen years. */
import { expect, test } from "vitest";
import { parseDatePhrase } from "./parse-date-phrase";
import { stageDates } from "./stage-dates";
import { templateRows } from "./template-rows";
import { roadmapTemplates, type Template } from "./templates";

const RULES = { week: 5, extra: [], working: [], vacations: [] } as const;

function template(id: string): Template {
  const found = roadmapTemplates().find((one) => one.id === id);
  if (found === undefined) {
    throw new RangeError(`template: ${id}`);
  }
  return found;
}

const rows = (id: string, first = 2026, count = 1) =>
  templateRows(template(id), { first, count }, RULES);

test.each([
  ["typical", 7],
  ["nine", 9],
  ["ten", 10],
  ["kindergarten", 7],
  ["town", 23],
  ["blank", 10],
])(
  "the template «%s» has %i rows, each with a name of its own",
  (id, count) => {
    const found = rows(id);

    expect(found).toHaveLength(count);
    expect(new Set(found.map(({ name }) => name)).size).toBe(count);
    expect(new Set(found.map(({ number }) => number)).size).toBe(count);
  },
);

test("days of the typical template are those of the form, off weekends", () => {
  expect(rows("typical").map(({ dateText }) => dateText)).toStrictEqual([
    "04.09.2026",
    "20.08.2026",
    "20.08.2026",
    "20.08.2026",
    "07.09.2026 – 31.05.2027",
    "Май 2027 г.",
    "В течение 2026–2027 учебного года",
  ]);
  expect(rows("typical", 2024)[0]?.dateText).toBe("05.09.2024");
});

test.each([2024, 2026, 2027, 2031])(
  "every phrase is read without a warning in %i, within the school year",
  (year) => {
    const context = { schoolYear: year, yearStart: "09-01", yearEnd: "05-31" };
    const phrases = ["typical", "nine", "ten", "town"].flatMap((id) =>
      rows(id, year).map(({ dateText }) => dateText),
    );
    const read = phrases.map((phrase) => {
      const parsed = parseDatePhrase(phrase, context);
      return { phrase, ...stageDates(parsed), warnings: parsed.warnings };
    });

    expect(read.filter(({ warnings }) => warnings.length > 0)).toStrictEqual(
      [],
    );
    expect(
      read.filter(
        ({ start, end }) =>
          (start !== null && start < `${year}-08-01`) ||
          (end !== null && end > `${year + 1}-08-31`),
      ),
    ).toStrictEqual([]);
  },
);

test("a plan over several years has a section per year; first and last stages stand once", () => {
  const plan = rows("nine", 2023, 4);
  const names = (name: string) =>
    plan.filter((row) => row.name === name).map(({ section }) => section);

  expect(new Set(plan.map(({ section }) => section))).toStrictEqual(
    new Set([
      "2023/2024 учебный год",
      "2024/2025 учебный год",
      "2025/2026 учебный год",
      "2026/2027 учебный год",
    ]),
  );
  expect(plan).toHaveLength(1 + 7 * 4 + 1);
  expect(names("Завершение наставничества")).toStrictEqual([
    "2026/2027 учебный год",
  ]);
  expect(plan[plan.length - 1]).toMatchObject({
    number: "4.8",
    dateText: "Апрель–май 2027 г.",
  });
  expect(new Set(plan.map(({ number }) => number)).size).toBe(plan.length);
});

test("the municipal template keeps its four sections and two-level numbers", () => {
  const numbers = rows("town").map(({ number }) => number);

  expect(numbers).toStrictEqual(
    [6, 8, 7, 2].flatMap((count, section) =>
      Array.from({ length: count }, (_, row) => `${section + 1}.${row + 1}`),
    ),
  );
});

test("phrases of the curator take the place of those of the template", () => {
  const [first, second] = templateRows(
    template("kindergarten"),
    { first: 2026, count: 1 },
    RULES,
    ["", "до 1 октября"],
  );

  expect([first?.dateText, second?.dateText]).toStrictEqual([
    "",
    "до 1 октября",
  ]);
});
