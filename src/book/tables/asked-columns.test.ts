/** What pairs are chosen by is asked in some form, so that nobody types it twice. */
import { expect, test } from "vitest";
import { TOKEN_TITLE } from "../../domain/forms/questionnaire";
import { QUESTIONNAIRES } from "../../domain/forms/questionnaires";
import { CRITERIA } from "../../domain/matching/criteria";
import { RULE_FIELDS } from "../../domain/matching/rules";
import { TABLES } from "./tables";

/** Columns that come with the list of people or from papers, or that only the curator fills in. */
const NOT_ASKED = [
  "birthYear",
  "age",
  "grade",
  "work",
  "household",
  "clearance",
];

/** Columns of a bank that some form of the role asks for. */
function asked(role: "mentors" | "mentees"): ReadonlySet<string | undefined> {
  return new Set(
    QUESTIONNAIRES.filter((one) => one.role === role).flatMap(({ questions }) =>
      questions.map(({ column }) => column),
    ),
  );
}

test.each([
  ["mentees", CRITERIA.map(({ menteeField }) => menteeField)],
  ["mentors", CRITERIA.map(({ mentorField }) => mentorField)],
  ["mentees", [RULE_FIELDS.kinds, RULE_FIELDS.refuses]],
  ["mentors", Object.values(RULE_FIELDS)],
] as const)(
  "asks %s for every answer that pairs are chosen by",
  (role, fields) => {
    const missing = fields.filter(
      (field) =>
        field !== "" && !NOT_ASKED.includes(field) && !asked(role).has(field),
    );

    expect(missing).toStrictEqual([]);
  },
);

test("writes only into columns that banks have, and none that is personal or kept by the add-on", () => {
  for (const { role, questions } of QUESTIONNAIRES) {
    for (const { column } of questions) {
      const found = TABLES[role].columns.find(({ key }) => key === column);

      expect(column === undefined || found !== undefined).toBe(true);
      expect(found?.personal ?? found?.derived ?? false).toBe(false);
    }
  }
});

test("has no two questions of one title in a form", () => {
  for (const { questions } of QUESTIONNAIRES) {
    const titles = [TOKEN_TITLE, ...questions.map(({ title }) => title)];

    expect(new Set(titles).size).toBe(titles.length);
  }
});
