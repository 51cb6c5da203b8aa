/** The filled order as an office program shows it: pages, text, numbering. */
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildTemplates } from "../../build/documents.mjs";
import { fillDocument } from "../../src/domain/documents/fill-document";
import { ACTS } from "../../src/domain/documents/legal-acts";
import {
  type OrderedPair,
  PAIRING_ORDER_KIND,
  type PairingOrder,
  pairingOrderData,
} from "../../src/domain/documents/pairing-order";

const run = promisify(execFile);

const TOOLS = ["soffice", "pdftotext", "pdfinfo"] as const;

/** Programs this machine lacks; with any missing the tests are skipped. */
const missing = TOOLS.filter((tool) => {
  try {
    execFileSync("which", [tool], { stdio: "ignore" });
    return false;
  } catch {
    return true;
  }
});
const reason =
  missing.length === 0 ? "" : ` (skipped: no ${missing.join(", ")} here)`;

const TEACHERS: OrderedPair = {
  mentor: { name: "Белых Ольга Викторовна", position: "учитель математики" },
  mentee: {
    name: "Седов Артём Игоревич",
    position: "молодой специалист, учитель физики",
  },
  form: "педагог – педагог",
  kind: "традиционное («один на один»)",
  from: null,
  to: null,
  topic: "Адаптация молодого учителя: урок, журнал, работа с родителями",
};

const ORDER: PairingOrder = {
  organization: {
    full: "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 47 города Заречного»",
    short: "МБОУ СОШ № 47",
    city: "г. Заречный",
  },
  date: "2026-09-14",
  number: "112-ОД",
  schoolYear: "2026/2027",
  period: { from: "2026-09-15", to: "2027-05-25" },
  basis: [ACTS.targetModel, ACTS.labourCode],
  programDeadline: "2026-09-30",
  head: { position: "Директор", name: "Зорина Людмила Аркадьевна" },
  curator: {
    position: "Заместитель директора по УВР",
    name: "Иванова Мария Петровна",
  },
  controller: {
    position: "Заместитель директора",
    name: "Ткач Олег Лукич",
  },
  pairs: [
    TEACHERS,
    {
      ...TEACHERS,
      mentor: { name: "{{НМ-004}}", position: "" },
      mentee: { name: "{{НСТ-014}}", position: "" },
      topic: "Рост <1,5 & {цель} \u0007",
    },
  ],
};

describe.skipIf(missing.length > 0)(`the order in LibreOffice${reason}`, () => {
  let folder = "";
  let templates = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "nastavnik-documents-"));
    templates = (await buildTemplates()).base64;
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function filled(name: string, order: PairingOrder) {
    const { data } = pairingOrderData(order);
    const { base64 } = fillDocument(PAIRING_ORDER_KIND, data, templates);
    const file = join(folder, `${name}.docx`);
    await writeFile(file, Buffer.from(base64, "base64"));
    return file;
  }

  const convert = (files: readonly string[]) =>
    run("soffice", [
      "--headless",
      `-env:UserInstallation=file://${folder}/profile`,
      "--convert-to",
      "pdf",
      "--outdir",
      folder,
      ...files,
    ]);

  /** Converts the filled order and reads the PDF: one string per page. */
  async function pages(name: string, order: PairingOrder) {
    await convert([await filled(name, order)]);
    return read(name);
  }

  async function read(name: string) {
    const pdf = join(folder, `${name}.pdf`);
    await run("pdftotext", ["-layout", pdf, join(folder, `${name}.txt`)]);
    const { stdout } = await run("pdfinfo", ["-f", "1", "-l", "99", pdf]);
    const text = await readFile(join(folder, `${name}.txt`), "utf8");
    return { sizes: pageSizes(stdout), texts: text.split("\f").slice(0, -1) };
  }

  test("has the order on portrait pages and the annex on a landscape one", async () => {
    const { sizes, texts } = await pages("order", ORDER);
    const flat = texts.map((text) => text.replace(/\s+/g, " ").trim());

    expect(sizes).toStrictEqual(["portrait", "portrait", "landscape"]);
    expect(flat[0]).toMatch(/^Муниципальное бюджетное/);
    expect(flat[0]).toContain("14 сентября 2026 г. № 112-ОД г. Заречный");
    expect(flat[0]).toContain(
      "1. Закрепить наставнические пары (группы) на период с 15 сентября 2026 г. по 25 мая 2027 г.",
    );
    expect(flat[0]).toContain("2.1. совместно с наставляемыми");
    expect(flat[0]).toContain(
      "3. Заместителю директора по УВР Ивановой М.П., куратору",
    );
    const wholeOrder = `${flat[0]} ${flat[1]}`;
    expect(wholeOrder).toMatch(
      /4\. С наставниками.*5\. Контроль за исполнением приказа возложить на заместителя директора Ткача О\.Л\. Директор _+ Л\.А\. Зорина/,
    );
    expect(wholeOrder).toMatch(/_+ О\.Л\. Ткач «_+» _+ 20_+ г\./);
    expect(flat[1]).toMatch(/^2 /);
    expect(flat[2]).toMatch(
      /^3 Приложение № 1 к приказу от 14\.09\.2026 № 112-ОД Наставнические пары/,
    );
    expect(flat[2]).toContain("{{НМ-004}} {{НСТ-014}}");
    expect(flat[2]).toContain("<1,5 &");
  });

  test("never leaves the signature or «В дело» alone on a page", async () => {
    const names = ["0", "1", "2", "3", "4", "5", "6", "7", "8"];
    const long = " имени Героя Труда Николая Ивановича Заречного-Полевого";
    const files = await Promise.all(
      names.map((name, index) => {
        const full = `${ORDER.organization.full}${long.repeat(index)}`;
        const organization = { ...ORDER.organization, full };
        const pupils = {
          ...TEACHERS,
          mentee: { name: "Седов Артём", position: "7 «А»" },
          form: "ученик – ученик",
        };
        return filled(name, { ...ORDER, organization, pairs: [pupils] });
      }),
    );
    await convert(files);
    const documents = await Promise.all(names.map(read));
    const together = (texts: readonly string[], a: RegExp, b: RegExp) =>
      texts.some((text) => a.test(text) && b.test(text));

    expect(
      documents.filter(
        ({ texts }) =>
          !together(texts, /Контроль\s+за/, /Директор +_+/) ||
          !together(texts, /О\.Л\. Ткач +«_+»/, /В дело/),
      ),
    ).toStrictEqual([]);
    const pagesOfSignature = documents.map(({ texts }) =>
      texts.findIndex((text) => /Директор +_+/.test(text)),
    );
    expect(new Set(pagesOfSignature)).toStrictEqual(new Set([0, 1]));
  });

  test("repeats the header row and splits no row over 300 pairs", async () => {
    const pairs = Array.from({ length: 300 }, (_, index) => ({
      ...TEACHERS,
      topic: `Начало${index + 1} середина темы и конец${index + 1}`,
    }));
    const { sizes, texts } = await pages("big", { ...ORDER, pairs });
    const annex = texts.slice(sizes.indexOf("landscape"));

    expect(annex.length).toBeGreaterThan(10);
    for (const page of annex) {
      expect(page).toContain("Ф.И.О. наставника");
      expect(numbersAfter("Начало", page)).toStrictEqual(
        numbersAfter("конец", page),
      );
    }
    expect(annex.flatMap((page) => numbersAfter("Начало", page))).toHaveLength(
      300,
    );
  });
});

function pageSizes(info: string): readonly string[] {
  return Array.from(
    info.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm),
    ([, width, height]) =>
      Number(width) < Number(height) ? "portrait" : "landscape",
  );
}

function numbersAfter(word: string, page: string): readonly string[] {
  return Array.from(
    page.matchAll(new RegExp(`${word}(\\d+)`, "g")),
    ([, digits = ""]) => digits,
  );
}
