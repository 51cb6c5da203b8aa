import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { fillMarks } from "./fill-marks";

const NAMES = new Map([
  ["НСТ-014", "Вересова Кира Андреевна"],
  ["НМ-003", "Сомов Лев Ильич"],
  ["НСТ-015", "5 «А» класс"],
]);

const docx = (body: string, parts: Readonly<Record<string, string>> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>`,
        ...parts,
      }).map(([path, text]) => [path, strToU8(text)]),
    ),
  );

const run = (text: string, looks = "") =>
  `<w:r>${looks}<w:t>${text}</w:t></w:r>`;
const paragraph = (...runs: string[]) => `<w:p>${runs.join("")}</w:p>`;

function fill(body: string, parts: Readonly<Record<string, string>> = {}) {
  const result = fillMarks(docx(body, parts), NAMES);
  if (result === null) {
    throw new Error("not filled");
  }
  const read = unzipSync(result.bytes);
  const xml = strFromU8(read["word/document.xml"] ?? new Uint8Array());
  return {
    ...result,
    read,
    xml,
    text: xml
      .replace(/<\/w:p>/g, "\n")
      .replace(/<[^>]*>/g, "")
      .trim(),
  };
}

test("puts names in the case and form that the mark asks for", () => {
  const { text, filled, used } = fill(
    paragraph(run("{{НСТ-014}}")) +
      paragraph(run("в отношении {{НСТ-014|род кратко}}")) +
      paragraph(
        run("приказ вручить {{НМ-003|дат}}, работать с {{ НМ-003 | тв. }}"),
      ) +
      paragraph(run("{{НМ-003|подпись}}")) +
      paragraph(run("возложить на {{НМ-003|вин кратко}}.")),
  );

  expect(text.split("\n")).toStrictEqual([
    "Вересова Кира Андреевна",
    "в отношении Вересовой К.А.",
    "приказ вручить Сомову Льву Ильичу, работать с Сомовым Львом Ильичом",
    "Л.И. Сомов",
    "возложить на Сомова Л.И.",
  ]);
  expect(filled).toBe(6);
  expect(used).toStrictEqual(["НСТ-014", "НМ-003"]);
});

test.each([
  [
    "runs",
    run("Кто: {") +
      run("{НСТ", "<w:rPr><w:b/></w:rPr>") +
      run("-01") +
      run("4}} и {{НМ-") +
      run("003}}."),
  ],
  [
    "a spelling mark and a bookmark",
    `${run("Кто: {{НСТ-")}<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0"/>${run("014}} и {{НМ-003}}.")}`,
  ],
  [
    "a hyphen that does not break",
    '<w:r><w:t>Кто: {{НСТ</w:t><w:noBreakHyphen/><w:t xml:space="preserve">014}} и {{НМ</w:t></w:r><w:r><w:softHyphen/><w:t>‑003}}.</w:t></w:r>',
  ],
  ["Latin letters and another dash", run("Кто: {{HCT–14}} и {{HM-3}}.")],
  [
    "a link and a field",
    `<w:hyperlink r:id="r1">${run("Кто: {{НСТ-014}")}</w:hyperlink>${run("} и {{НМ-003}}.")}`,
  ],
])("finds a mark split by %s", (_, runs) => {
  expect(fill(paragraph(runs)).text).toBe(
    "Кто: Вересова Кира Андреевна и Сомов Лев Ильич.",
  );
});

test("the name has the looks of the place where the mark begins", () => {
  const bold = "<w:rPr><w:b/></w:rPr>";
  const { xml } = fill(paragraph(run("{{НСТ-", bold) + run("014}}, 8 «А»")));

  expect(xml).toContain(
    `<w:r>${bold}<w:t xml:space="preserve">Вересова Кира Андреевна</w:t></w:r>`,
  );
  expect(xml).toContain('<w:t xml:space="preserve">, 8 «А»</w:t>');
});

test("a text box inside a paragraph is a text of its own", () => {
  const box = `<w:r><w:txbxContent>${paragraph(run("{{НМ-003}}"))}</w:txbxContent></w:r>`;

  expect(
    fill(paragraph(run("{{НСТ") + box + run("-014}}"))).xml.replace(
      /<[^>]*>/g,
      "",
    ),
  ).toBe("Вересова Кира АндреевнаСомов Лев Ильич");
});

test("headers and footnotes are filled; everything else stays byte by byte", () => {
  const { read } = fill(paragraph(run("нет пометок &amp; {{пусто}}")), {
    "word/header1.xml": `<w:hdr>${paragraph(run("{{НСТ-014|род}}"))}</w:hdr>`,
    "word/styles.xml": "<w:styles>{{НСТ-014}}</w:styles>",
  });

  expect(strFromU8(read["word/header1.xml"] ?? new Uint8Array())).toContain(
    "Вересовой Киры Андреевны",
  );
  expect(strFromU8(read["word/styles.xml"] ?? new Uint8Array())).toContain(
    "{{НСТ-014}}",
  );
  expect(strFromU8(read["word/document.xml"] ?? new Uint8Array())).toContain(
    "<w:t>нет пометок &amp; {{пусто}}</w:t>",
  );
});

test("tells marks without a name and names in a doubtful case", () => {
  const { missing, doubts, text } = fill(
    paragraph(run("{{НСТ-099}}, {{НСТ-099|род}}, {{НСТ-015|род}}")),
  );

  expect(missing).toStrictEqual(["{{НСТ-099}}", "{{НСТ-099|род}}"]);
  expect(doubts).toHaveLength(1);
  expect(text).toBe("{{НСТ-099}}, {{НСТ-099|род}}, 5 «А» класс");
});

test("hostile names are text and nothing else", () => {
  const names = new Map([["НСТ-014", '<w:p/>&"{{НМ-003}}\u0000$&']]);
  const result = fillMarks(docx(paragraph(run("{{НСТ-014}}!"))), names);
  const xml = strFromU8(
    unzipSync(result?.bytes ?? new Uint8Array())["word/document.xml"] ??
      new Uint8Array(),
  );

  expect(xml).toContain('&lt;w:p/&gt;&amp;"{{НМ-003}}\ufffd$&amp;!</w:t>');
});

test("a file that is no document is refused", () => {
  expect(fillMarks(strToU8("%PDF-1.7"), NAMES)).toBeNull();
  expect(fillMarks(zipSync({ "a.txt": strToU8("a") }), NAMES)).toBeNull();
  expect(fillMarks(docx(paragraph(run("a"))).slice(0, 60), NAMES)).toBeNull();
});
