/** What respondents may answer, and what they are told otherwise. */
import { describe, expect, test } from "vitest";
import { AnswersRefused, acceptAnswers } from "./form-answers";
import { storedMoment } from "./form-moments";
import {
  type Answers,
  type FormItemType,
  type FormRecord,
  type ItemRecord,
  newForm,
  newItem,
} from "./form-record";
import {
  type AnswerRule,
  isPattern,
  keepsRule,
  ruleMessage,
} from "./form-rule";

function formWith(...items: Partial<ItemRecord>[]): FormRecord {
  const form = newForm("f", true);
  items.forEach((item, index) => {
    const type: FormItemType = item.type ?? "TEXT";
    form.items.push({ ...newItem(type, form.items), ...item, id: index + 1 });
  });
  return form;
}

function errorsOf(form: FormRecord, answers: Answers): Record<string, string> {
  try {
    acceptAnswers(form, answers);
  } catch (error) {
    if (error instanceof AnswersRefused) {
      return error.errors;
    }
    throw error;
  }
  return {};
}

describe("acceptAnswers", () => {
  test("keeps hostile text exactly", () => {
    const form = formWith({}, { type: "PARAGRAPH_TEXT" });
    const answers = { 1: "=1+1", 2: "  '<b>\u0000\n🙂 " };

    expect(acceptAnswers(form, answers).answers).toStrictEqual(answers);
  });

  test("asks for every required answer, blanks do not count", () => {
    const form = formWith(
      { required: true },
      { type: "CHECKBOX", choices: ["а"], required: true },
      { type: "SECTION_HEADER", required: true },
      {},
    );

    expect(Object.keys(errorsOf(form, { 1: " \n", 2: [""] }))).toStrictEqual([
      "1",
      "2",
    ]);
  });

  test("takes only offered choices, «Другое» takes one text more", () => {
    const strict = formWith(
      { type: "LIST", choices: ["а", "б"] },
      { type: "CHECKBOX", choices: ["а", "б"] },
      { type: "MULTIPLE_CHOICE", choices: ["а"], other: true },
      { type: "CHECKBOX", choices: ["а", "б"], other: true },
    );

    expect(
      Object.keys(errorsOf(strict, { 1: "в", 2: ["а", "в"], 3: "своё" })),
    ).toStrictEqual(["1", "2"]);
    expect(
      acceptAnswers(strict, { 4: ["своё", "б", "а"] }).answers,
    ).toStrictEqual({ 4: ["а", "б", "своё"] });
    expect(errorsOf(strict, { 4: ["раз", "два"] })).toHaveProperty("4");
    expect(errorsOf(strict, { 2: ["а", "а"] })["2"]).toContain("дважды");
    expect(errorsOf(strict, { 1: ["а", "б"] })["1"]).toContain("один ответ");
  });

  test("keeps scales and dates within their bounds", () => {
    const form = formWith(
      { type: "SCALE", scale: { lower: 0, upper: 5, left: "", right: "" } },
      { type: "DATE" },
    );

    expect(errorsOf(form, { 1: "0", 2: "2028-02-29" })).toStrictEqual({});
    for (const bad of ["6", "-1", "1.5", "один", "01x", "1e1"]) {
      expect(errorsOf(form, { 1: bad })["1"], bad).toBe(
        "Выберите число от 0 до 5.",
      );
    }
    for (const bad of ["29.02.2028", "2027-02-29", "2026-13-01", "2026-1-1"]) {
      expect(errorsOf(form, { 2: bad }), bad).toHaveProperty("2");
    }
  });

  test("names questions the form does not have, also __proto__", () => {
    const form = formWith({});
    const hostile = JSON.parse('{"__proto__": "x", "77": "y"}') as Answers;

    expect(Object.keys(errorsOf(form, hostile)).sort()).toStrictEqual([
      "77",
      "__proto__",
    ]);
  });

  test("wants an address only when the form collects it", () => {
    const form = formWith({});
    expect(errorsOf(form, { email: "не адрес" })).toStrictEqual({});

    form.collectEmail = true;

    expect(errorsOf(form, { email: "не адрес" })).toHaveProperty("email");
    expect(acceptAnswers(form, { email: " a@b.ru " }).email).toBe("a@b.ru");
  });
});

describe("moments are stored one way, however they were given", () => {
  const date = { type: "DATE" } as const;
  const dayAndTime = { type: "DATETIME" } as const;

  test("days are days of the calendar", () => {
    expect(storedMoment(date, "0099-12-31")).toBe("0099-12-31");
    expect(storedMoment(date, "2026-02-30")).toBeNull();
    expect(storedMoment(date, "2026-00-10")).toBeNull();
    expect(storedMoment(date, "02-10")).toBeNull();
  });

  test("without a year 29 February is a day, typed either way", () => {
    const yearless = { ...date, withoutYear: true };
    expect(storedMoment(yearless, "29.2")).toBe("02-29");
    expect(storedMoment(yearless, "02-29")).toBe("02-29");
    expect(storedMoment(yearless, "2026-02-29")).toBeNull();
    expect(storedMoment({ ...dayAndTime, withoutYear: true }, "5.9 8:05")).toBe(
      "09-05 08:05",
    );
  });

  test("times and durations keep their bounds", () => {
    expect(storedMoment(dayAndTime, "2026-09-01T10:30")).toBe(
      "2026-09-01 10:30",
    );
    expect(storedMoment({ type: "TIME" }, "9:05:59")).toBe("09:05");
    expect(storedMoment({ type: "TIME" }, "24:00")).toBeNull();
    expect(storedMoment({ type: "DURATION" }, "72:00")).toBe("72:00:00");
    expect(storedMoment({ type: "DURATION" }, "73:00:00")).toBeNull();
    expect(storedMoment({ type: "DURATION" }, "1:60:00")).toBeNull();
  });
});

describe("rules", () => {
  const keeps = (test_: AnswerRule["test"], answer: string | string[]) =>
    keepsRule({ test: test_, help: "" }, answer);

  test("numbers may have a comma or a point", () => {
    expect(keeps({ kind: "number" }, "1,5")).toBe(true);
    expect(keeps({ kind: "number" }, "0x10")).toBe(false);
    expect(keeps({ kind: "wholeNumber" }, "-3")).toBe(true);
    expect(keeps({ kind: "wholeNumber" }, "1,5")).toBe(false);
    const range = {
      kind: "numberRange",
      from: 1,
      to: 5,
      inside: true,
    } as const;
    expect(keeps(range, "5")).toBe(true);
    expect(keeps(range, "5,01")).toBe(false);
    expect(keeps({ kind: "compare", operator: "!=", number: 2 }, "2")).toBe(
      false,
    );
  });

  test("lengths count characters, not halves of emoji", () => {
    expect(keeps({ kind: "maxLength", length: 2 }, "🙂🙂")).toBe(true);
    expect(keeps({ kind: "minLength", length: 3 }, "🙂🙂")).toBe(false);
  });

  test("a whole match needs the whole text, alternatives included", () => {
    const whole = {
      kind: "pattern",
      pattern: "а|аб",
      whole: true,
      wanted: true,
    } as const;

    expect(keeps(whole, "аб")).toBe(true);
    expect(keeps(whole, "абв")).toBe(false);
    expect(keeps({ ...whole, whole: false }, "xаx")).toBe(true);
    expect(keeps({ ...whole, wanted: false }, "абв")).toBe(true);
    expect(isPattern("[")).toBe(false);
  });

  test("a pattern that would run for ever is cut off", () => {
    const slow = {
      kind: "pattern",
      pattern: "(a+)+",
      whole: true,
      wanted: true,
    } as const;
    const start = Date.now();

    expect(keeps(slow, `${"a".repeat(60)}!`)).toBe(false);
    expect(Date.now() - start).toBeLessThan(3_000);
  });

  test("the author's help stands in for the usual message", () => {
    const test_ = { kind: "ticks", least: 1, most: 1 } as const;

    expect(ruleMessage({ test: test_, help: "" })).toBe("Отметьте ровно 1.");
    expect(ruleMessage({ test: test_, help: "Нужно согласие" })).toBe(
      "Нужно согласие",
    );
    expect(keeps(test_, ["а", "б"])).toBe(false);
  });
});
