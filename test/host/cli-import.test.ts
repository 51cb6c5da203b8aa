/** `import` on the command line takes a workbook as well as a text. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SETUP } from "../support/steps";

let folder = "";
let list = "";

function host(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["out/host/cli.js", ...args, "--workspace", join(folder, "папка")],
    { encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "nastavnik-list-"));
  const file = new ExcelJS.Workbook();
  file.addWorksheet("Титул");
  const sheet = file.addWorksheet("Педагоги");
  sheet.addRow(["ФИО", "Роль", "Дата рождения", "Согласие"]);
  sheet.addRow([
    "Чиж Мила Олеговна",
    "наставляемый",
    new Date(Date.UTC(1999, 2, 5)),
    "получено",
  ]);
  sheet.getCell("C2").numFmt = "dd.mm.yyyy";
  list = join(folder, "список.xlsx");
  writeFileSync(list, new Uint8Array(await file.xlsx.writeBuffer()));
  expect(host("run", "setup", "--input", JSON.stringify(SETUP[1])).status).toBe(
    0,
  );
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("people come from the first filled sheet of an .xlsx, with their dates", () => {
  const done = host("import", list, "--into", "auto");
  const table = host("table", "mentees", "--json");

  expect(done).toMatchObject({ status: 0, stderr: "" });
  expect(done.stdout).toContain("Лист «Педагоги»");
  expect(JSON.parse(table.stdout).rows).toMatchObject([
    {
      values: {
        fio: "Чиж Мила Олеговна",
        birthYear: 1999,
        birthDate: "1999-03-05",
        consent: "получено",
      },
    },
  ]);
}, 60_000);

test("a sheet that is not there and a file that is no workbook are named", () => {
  writeFileSync(join(folder, "битый.xlsx"), "PK\u0003\u0004 не книга");
  const missing = host("import", list, "--sheet", "Нет");
  const broken = host("import", join(folder, "битый.xlsx"));

  expect(missing.status).toBe(1);
  expect(missing.stderr).toContain(
    "Листа «Нет» в файле нет. Есть: «Титул», «Педагоги».",
  );
  expect(broken.status).toBe(1);
  expect(broken.stderr).toMatch(/[а-я]/);
  expect(broken.stderr).not.toContain("    at ");
}, 60_000);
