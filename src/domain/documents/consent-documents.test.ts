/** Sheets of consents: who signs, blanks, names in their cases, nothing left of tags. */
import PizZip from "pizzip";
import { beforeAll, expect, test } from "vitest";
import { buildTemplates } from "../../../build/documents.mjs";
import { CONSENT_KINDS, type ConsentKind } from "../consents/kinds";
import {
  blankSheets,
  type ConsentFacts,
  type ConsentSheet,
  consentData,
  consentTemplate,
} from "./consent-documents";
import { fillDocument } from "./fill-document";

const FACTS: ConsentFacts = {
  organization: {
    full: "Лицей № 5",
    short: "",
    address: "г. Заречный, ул. Лесная, д. 1",
    city: "г. Заречный",
    site: "licey5.example",
  },
  head: { position: "директор", name: "Зорина Людмила Аркадьевна" },
  period: { from: "2026-09-15", to: "2027-05-25" },
  years: 3,
  selfFrom: 14,
};

const MENTOR: ConsentSheet = {
  person: { name: "Седов Артём Игоревич", position: "учитель физики" },
  signers: ["self"],
  mentees: [
    { name: "Белова Ольга Викторовна", position: "учитель математики" },
  ],
};

let templates = "";
beforeAll(async () => {
  templates = (await buildTemplates()).base64;
});

function print(kind: ConsentKind, sheets: readonly ConsentSheet[]): string {
  const { data } = consentData(kind, FACTS, sheets);
  const { base64 } = fillDocument(consentTemplate(kind), data, templates);
  const zip = new PizZip(base64, { base64: true });
  return (zip.file("word/document.xml")?.asText() ?? "")
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]*>/g, "");
}

test.each(CONSENT_KINDS)("a blank of %s has every tag filled", (kind) => {
  const text = print(kind, blankSheets(kind));

  expect(text).not.toMatch(/[{}]|undefined/);
  expect(text).toContain("________");
});

test("a teenager signs beside the parent, a child does not", () => {
  const person = { name: "{{НСТ-014}}", position: "7 «Б» класс" };
  const sheet = { person, mentees: [] };
  const teen = print("processing", [{ ...sheet, signers: ["parent", "self"] }]);
  const child = print("processing", [{ ...sheet, signers: ["parent"] }]);

  expect(teen).toContain("которому исполнилось 14 лет");
  expect(child).not.toContain("которому исполнилось");
  expect(child).toContain("ребёнка: {{НСТ-014}}, 7 «Б» класс");
  expect(child).toContain("и 3 года после этого");
});

test("names what article 351.8 asks for, people in their cases", () => {
  const text = print("mentoring", [MENTOR]);

  expect(text).toContain("от учителя физики Седова А.И.");
  expect(text).toContain("в отношении: учителя математики Беловой О.В.\n");
  for (const word of [
    "Содержание",
    "Форма",
    "Срок",
    "Выплата",
    "три рабочих",
  ]) {
    expect(text).toContain(word);
  }
  expect(print("agreement", [MENTOR])).toContain("директора Зориной Л.А.");
});

test("tells what the law asks for and the settings lack", () => {
  const facts = {
    ...FACTS,
    organization: { ...FACTS.organization, address: "" },
  };

  expect(consentData("photo", facts, []).problems[0]).toContain("адрес");
  expect(consentData("photo", FACTS, []).problems).toStrictEqual([]);
});
