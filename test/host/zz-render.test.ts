import { writeFileSync } from "node:fs";
import { test } from "vitest";
import { buildTemplates } from "../../build/documents.mjs";
import { blankSheets, consentData, consentTemplate } from "../../src/domain/documents/consent-documents";
import { fillDocument } from "../../src/domain/documents/fill-document";
import { CONSENT_KINDS } from "../../src/domain/consents/kinds";
test("render", async () => {
  const { base64 } = await buildTemplates();
  const facts = { organization: { short: "МБОУ СОШ № 47", full: "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 47 города Заречного»", address: "624250, г. Заречный, ул. Ленинградская, д. 11", city: "г. Заречный", site: "shkola47.example" }, head: { position: "Директор", name: "Зорина Людмила Аркадьевна" }, period: { from: "2026-09-15", to: "2027-05-25" }, years: 3, selfFrom: 14 };
  for (const kind of CONSENT_KINDS) {
    const work = kind === "mentoring" || kind === "agreement";
    const sheets = work
      ? [{ person: { name: "Белых Ольга Викторовна", position: "учитель математики" }, signers: ["self" as const], mentees: [{ name: "Седов Артём Игоревич", position: "учитель физики" }] }, ...blankSheets(kind)]
      : [{ person: { name: "Чиж Мила Олеговна", position: "7 «Б» класс" }, signers: ["parent" as const, ...(kind === "participation" ? [] : ["self" as const])], mentees: [] }, { person: { name: "{{НСТ-014}}", position: "учитель физики" }, signers: ["self" as const], mentees: [] }, ...blankSheets(kind)];
    const { data, problems } = consentData(facts, sheets);
    if (problems.length) process.stderr.write(problems.join("\n") + "\n");
    writeFileSync(`/tmp/consent-pages/${kind}.docx`, Buffer.from(fillDocument(consentTemplate(kind), data, base64).base64, "base64"));
  }
});
