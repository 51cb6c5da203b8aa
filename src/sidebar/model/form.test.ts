/** A form starts with the card's values, names its mistakes, sends plain JSON. */
import { expect, test } from "vitest";
import type { Field } from "../../shared/rpc";
import {
  type FieldValue,
  findErrors,
  initialValues,
  parseInteger,
  toInput,
} from "./form";

const NOTHING_BROKEN = new Set<string>();
const CHOICES = [
  { value: "a", label: "А" },
  { value: "b", label: "Б" },
];

function aField(kind: Field["kind"], more: Partial<Field> = {}): Field {
  return { key: kind, label: kind, kind, choices: CHOICES, ...more };
}

function valuesOf(entries: Readonly<Record<string, FieldValue>>) {
  return new Map(Object.entries(entries));
}

test("starts with the card's values where they fit the kind", () => {
  const values = initialValues([
    aField("text", { value: "привет" }),
    aField("integer", { value: 3 }),
    aField("date", { value: "2025-09-01" }),
    aField("choice", { value: "b" }),
    aField("yesno", { value: true }),
    aField("file", { value: "ignored" }),
    aField("longtext"),
  ]);

  expect(Object.fromEntries(values)).toStrictEqual({
    text: "привет",
    integer: "3",
    date: "2025-09-01",
    choice: "b",
    yesno: true,
    file: null,
    longtext: "",
  });
});

test("starts a choice empty when its value is none of the choices", () => {
  const values = initialValues([aField("choice", { value: "z" })]);

  expect(values.get("choice")).toBe(null);
});

test("leaves a required question open and an optional one at no", () => {
  expect(
    initialValues([aField("yesno", { required: true })]).get("yesno"),
  ).toBe(null);
  expect(initialValues([aField("yesno")]).get("yesno")).toBe(false);
});

test.each([
  ["12", 12],
  [" 1 200 ", 1200],
  ["1\u00a0200", 1200],
  ["−5", -5],
  ["+7", 7],
  ["007", 7],
  ["1.5", null],
  ["1,5", null],
  ["1e3", null],
  ["0x10", null],
  ["", null],
  ["99999999999999999999", null],
])("reads «%s» as %s", (text, expected) => {
  expect(parseInteger(text)).toBe(expected);
});

test("asks for every required field left empty, blanks included", () => {
  const fields = (["text", "integer", "date", "choice", "file"] as const).map(
    (kind) => aField(kind, { required: true }),
  );
  const values = valuesOf({ text: "  ", integer: "", date: "", choice: null });

  const errors = findErrors(fields, values, NOTHING_BROKEN);

  expect([...errors.keys()]).toStrictEqual([
    "text",
    "integer",
    "date",
    "choice",
    "file",
  ]);
});

test("accepts optional fields left empty", () => {
  const fields = (["text", "integer", "date", "choice", "file"] as const).map(
    (kind) => aField(kind),
  );

  expect(findErrors(fields, initialValues(fields), NOTHING_BROKEN).size).toBe(
    0,
  );
});

test("refuses a number that is not whole and a half-typed date", () => {
  const fields = [aField("integer"), aField("date")];
  const values = valuesOf({ integer: "три", date: "" });

  const errors = findErrors(fields, values, new Set(["date"]));

  expect([...errors.keys()]).toStrictEqual(["integer", "date"]);
});

test("refuses a date of a year nobody lives in", () => {
  const errors = findErrors(
    [aField("date")],
    valuesOf({ date: "0025-09-01" }),
    NOTHING_BROKEN,
  );

  expect(errors.get("date")).toBe("Проверьте год.");
});

test("sends numbers as numbers, files as text and leaves empty kinds out", () => {
  const fields = [
    aField("text"),
    aField("longtext"),
    aField("integer"),
    aField("date"),
    aField("choice"),
    aField("yesno"),
    aField("file"),
  ];
  const full = valuesOf({
    text: " как есть ",
    longtext: "а\nб",
    integer: "1 200",
    date: "2025-09-01",
    choice: "a",
    yesno: false,
    file: { name: "x.csv", sizeBytes: 3, text: "а;б" },
  });

  expect(toInput(fields, full)).toStrictEqual({
    text: " как есть ",
    longtext: "а\nб",
    integer: 1200,
    date: "2025-09-01",
    choice: "a",
    yesno: false,
    file: "а;б",
  });
  expect(toInput(fields, initialValues(fields))).toStrictEqual({
    text: "",
    longtext: "",
    yesno: false,
  });
});

test("takes keys that objects have of their own", () => {
  const field = aField("text", { key: "__proto__", value: "x" });

  const input = toInput([field], initialValues([field]));

  expect(JSON.stringify(input)).toBe('{"__proto__":"x"}');
});
