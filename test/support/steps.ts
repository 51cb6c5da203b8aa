/** Actions of the chain as tests and benches run them. */
import { readFileSync } from "node:fs";
import type { ActionCall } from "./kill-sweep";

export const PEOPLE = readFileSync("test/fixtures/people-school.csv", "utf8");

export const ROADMAP_TABLE = readFileSync(
  "test/fixtures/roadmap/003_e10a408f7c27fd8f.txt",
  "utf8",
);

export const ROADMAP_TEXT = readFileSync(
  "test/fixtures/roadmap/000_263f387604020a4b.txt",
  "utf8",
);

export const SETUP: ActionCall = [
  "setup",
  {
    organization:
      "Муниципальное бюджетное общеобразовательное учреждение «Школа № 3»",
    organizationShort: "МБОУ «Школа № 3»",
    city: "пос. Ясные Ключи",
    headName: "Белозерова Анна Викторовна",
    curatorPosition: "заместитель директора",
    curatorName: "Метелева Ольга Степановна",
    schoolYear: 2026,
    periodFrom: "2026-09-07",
    periodTo: "2027-05-31",
    mode: "С именами",
    youngTotal: 10,
  },
];

export const IMPORT: ActionCall = ["import", { file: PEOPLE, into: "auto" }];

export const ORDER: ActionCall = [
  "order",
  { date: "2026-09-07", number: "42-ОД", deadline: "2026-09-21" },
];
