/** Hostile texts from the list through banks, pairs, the order and forms to files that LibreOffice opens. */
import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callAddOn, previewAction, runAction } from "../../host/add-on";
import { convert } from "../../host/machine/libreoffice";
import { gridText } from "../../src/shared/sheet-grid";
import { openSnippetHost, type SnippetHost } from "../contract/snippet-host";
import { needsLibreOffice } from "../support/libreoffice";
import { SETUP } from "../support/steps";

const CODE = readFileSync("dist/Code.js", "utf8");

/** Kept in the book to the letter. */
const HOSTILE: readonly string[] = [
  '=HYPERLINK("http://example.org";"x")',
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(1;1)",
  "＝1+1",
  "＋1+1",
  "－1+1",
  "＠SUM(1;1)",
  "\u200b=1+1",
  "\ufeff=1+1",
  "\u2060=1+1",
  "\u202e=1+1",
  "|calc",
  "%00=1",
  "'=1+1",
  "''",
  '"=1+1"',
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "&lt;b&gt; &amp; &#1;",
  "]]> <![CDATA[ x",
  "{{НСТ-001}} {head} {#pairs}{/pairs} {/} {^x}",
  "{{{{ }}}} [[ ]] ${x} <%= x %> <?= 1 ?>",
  "{",
  "}",
  "{#",
  "\u202eролк\u202c \u200f\u200e",
  "а\u200dб\u200cв",
  "е\u0308\u0301\u0323 z\u0335\u0336\u0337",
  "lone \ud800 high",
  "lone \udc00 low",
  "nul \u0000 bell \u0007 esc \u001b",
  "c1 \u0085 \u009f \u0090",
  "\ufffe \uffff",
  "a\u2028b\u2029c",
  "__proto__",
  "constructor",
  "toString",
  "_x0041_ _x000D_",
  "🙂👨‍👩‍👧 𝕏",
  "1E5",
  "05.09",
  "TRUE",
  "ложь",
  "#N/A",
  "#REF!",
  "00123",
  "1/2",
  "10:30",
];

let snippets: SnippetHost;

beforeAll(async () => {
  snippets = await openSnippetHost({ now: "2026-09-07T09:00:00+03:00" });
  snippets.setCode(CODE);
  const [action, input] = SETUP;
  await runAction(snippets.host, action, {
    ...input,
    organization: "МБОУ «{Школа} <№ 3>» & ]]> {#x}",
    headName: "Белозерова Анна Викторовна",
    curatorPosition: '=HYPERLINK("http://example.org")',
  });
});

afterAll(() => snippets.close());

type Cells = Readonly<Record<string, unknown>>;

async function table(id: string): Promise<readonly Cells[]> {
  const { rows } = (await callAddOn(snippets.host, "table", { id })) as {
    readonly rows: readonly { readonly values: Cells }[];
  };
  return rows.map(({ values }) => values);
}

async function done(action: string, input: Cells = {}) {
  const answer = await runAction(snippets.host, action, input);
  expect(answer.state).toBe("done");
  return answer;
}

/** А, Б, В … as parts of invented surnames. */
function letters(at: number): string {
  const alphabet = "абвгдежзиклмнопрстуф";
  return `${alphabet[Math.floor(at / 20)]}${alphabet[at % 20]}`;
}

const MENTORS = [
  [
    "ФИО наставника",
    "Контакты",
    "Место работы",
    "Достижения",
    "Интересы",
    "Должность",
    "Форма наставничества",
    "Согласие",
    "__proto__",
    "constructor",
  ],
  ...HOSTILE.map((text, at) => [
    `Наставникова${letters(at)} Анна Львовна`,
    text,
    text,
    text,
    text,
    text,
    "педагог – педагог",
    "получено",
    text,
    text,
  ]),
];

const MENTEES = [
  [
    "ФИО наставляемого",
    "Контакты",
    "Запрос",
    "Интересы",
    "Должность",
    "Класс",
    "Форма наставничества",
    "Согласие",
    "toString",
  ],
  ...HOSTILE.map((text, at) => [
    `Наставляемов${letters(at)} Пётр Львович`,
    text,
    text,
    text,
    text,
    text,
    "педагог – педагог",
    "получено",
    text,
  ]),
];

test("every text is in the banks as it was in the list, none a formula", async () => {
  await done("import", {
    file: gridText({ sheet: "{{x}}", rows: MENTORS, merges: [] }),
    into: "mentors",
  });
  await done("import", {
    file: gridText({ sheet: "__proto__", rows: MENTEES, merges: [] }),
    into: "mentees",
  });
  const [mentors, mentees] = [await table("mentors"), await table("mentees")];

  expect(mentors).toHaveLength(HOSTILE.length);
  expect(mentees).toHaveLength(HOSTILE.length);
  for (const key of [
    "contacts",
    "work",
    "achievements",
    "interests",
    "position",
  ]) {
    expect([key, mentors.map((row) => row[key])]).toStrictEqual([key, HOSTILE]);
  }
  for (const key of ["contacts", "request", "interests", "position", "grade"]) {
    expect([key, mentees.map((row) => row[key])]).toStrictEqual([key, HOSTILE]);
  }
});

test("pairs, the order, forms, roadmap and checks work on them", async () => {
  await done("pair");
  await done("approve");
  const order = await done("order", {
    date: "2026-09-07",
    number: "{#1} <2> =3",
  });
  await done("forms", { questionnaire: "mentor-profile" });
  await done("roadmap", {
    text: HOSTILE.map(
      (text) => `${text}\tсентябрь 2026\t${text}\t${text}`,
    ).join("\n"),
  });
  const check = (await previewAction(snippets.host, "check", {})) as {
    readonly summary: readonly string[];
  };

  expect(await table("pairs")).toHaveLength(HOSTILE.length);
  expect(order.state).toBe("done");
  expect(check.summary.length).toBeGreaterThan(0);
});

test("the order holds every character that XML can, opens, and is no template", async (context) => {
  needsLibreOffice(context);
  const file = snippets.host.files
    .list()
    .find(({ name }) => name.startsWith("Приказ"));
  const bytes = snippets.host.files.bytes(file?.id ?? "");
  const text = new TextDecoder().decode(
    await convert(bytes, { from: "docx", to: "txt" }),
  );
  const inXml = HOSTILE.filter(
    (one) => !/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|lone/.test(one),
  );
  const plain = (one: string) => one.replace(/\s+/g, " ").trim();
  const whole = plain(text);

  expect(whole).toContain("{Школа} <№ 3>» & ]]> {#x}");
  expect(whole).toContain("{#1} <2> =3");
  expect(inXml.filter((one) => !whole.includes(plain(one)))).toStrictEqual([]);
  expect(text.match(/\ufffd/g)?.length).toBeGreaterThan(4);
});

test("the book as .xlsx opens with every text a text", async (context) => {
  needsLibreOffice(context);
  const xlsx = await snippets.host.book.exportXlsx();
  const again = await convert(xlsx, { from: "xlsx", to: "xlsx" });
  for (const bytes of [xlsx, again]) {
    const { texts, formulas } = await cellsOf(bytes, "Наставники");

    expect(
      formulas.filter((one) => !/ARRAY|IF\(|COUNT/.test(one)),
    ).toStrictEqual([]);
    expect(HOSTILE.map(inXlsx).filter((one) => !texts.has(one))).toStrictEqual(
      [],
    );
  }
});

/** What XML cannot hold is U+FFFD in the file. */
function inXlsx(text: string): string {
  return text.replace(
    /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu,
    "\ufffd",
  );
}

async function cellsOf(bytes: Uint8Array, title: string) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(
    // The types ask for an ArrayBuffer of their own kind.
    Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0],
  );
  const texts = new Set<string>();
  const formulas: string[] = [];
  workbook.getWorksheet(title)?.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.type === ExcelJS.ValueType.Formula) formulas.push(cell.formula);
      else texts.add(cell.text);
    }),
  );
  return { texts, formulas };
}
