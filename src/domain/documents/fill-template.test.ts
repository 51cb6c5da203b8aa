/** What a template may be, and what is refused; see test/bundle/fill-template.test.ts for documents. */
import { expect, test } from "vitest";
import { fillTemplate } from "./fill-template";

function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

function table(...rows: readonly (readonly string[])[]): string {
  const cells = (texts: readonly string[]) =>
    texts.map((text) => `<w:tc>${text}</w:tc>`).join("");
  return `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join("")}</w:tbl>`;
}

/** Without what makes a space at the end of a text count. */
function fill(xml: string, data: Parameters<typeof fillTemplate>[1]): string {
  return fillTemplate(xml, data).replace(/ xml:space="preserve"/g, "");
}

test("a section from cell to cell repeats its row and no other", () => {
  const xml = table(
    [paragraph("№"), paragraph("Имя")],
    [paragraph("{#rows}{n}"), paragraph("{name}{/rows}")],
  );
  const rows = [
    { n: "1", name: "Анна" },
    { n: "2", name: "Олег" },
  ];

  expect(fill(xml, { rows })).toBe(
    table(
      [paragraph("№"), paragraph("Имя")],
      [paragraph("1"), paragraph("Анна")],
      [paragraph("2"), paragraph("Олег")],
    ),
  );
});

test("the row of an outer table is repeated with the table in it", () => {
  const inner = table([paragraph("{n}")]);
  const xml = table([
    `${paragraph("{#rows}")}${inner}${paragraph("")}`,
    paragraph("{/rows}"),
  ]);

  expect(
    fill(xml, { rows: [{ n: "1" }, { n: "2" }] }).match(/<w:t>[12]/g),
  ).toStrictEqual(["<w:t>1", "<w:t>2"]);
  expect(fill(`<w:body>${xml}</w:body>`, { rows: [] })).toBe(
    "<w:body></w:body>",
  );
});

test("a cell keeps a paragraph, and one follows a table", () => {
  const xml = table([
    `<w:tcPr><w:tcW w:w="1"/></w:tcPr>${paragraph("{#has}")}${paragraph("есть")}${paragraph("{/has}")}`,
  ]);

  expect(fill(`<w:body>${xml}</w:body>`, { has: false })).toBe(
    '<w:body><w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/></w:body>',
  );
});

test("a section within a paragraph takes nothing else away", () => {
  const xml = paragraph("Приложение{#has} № {n}{/has}.");

  expect(fill(xml, { has: true, n: "2" })).toBe(paragraph("Приложение № 2."));
  expect(fill(xml, { has: false, n: "2" })).toBe(paragraph("Приложение."));
});

test("a line break goes on in the looks of its run", () => {
  const xml = `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{a}{b}</w:t></w:r></w:p>`;

  expect(fill(xml, { a: "1", b: "2\n3" })).toBe(
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>12</w:t></w:r><w:r><w:br/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>3</w:t></w:r></w:p>",
  );
});

test("an inverted section stands for an empty list and for no", () => {
  const xml = paragraph("{^rows}нет{/rows}{#rows}да{/rows}");

  expect(fill(xml, { rows: [] })).toBe(paragraph("нет"));
  expect(fill(xml, { rows: false })).toBe(paragraph("нет"));
  expect(fill(xml, { rows: [{}, {}] })).toBe(paragraph("дада"));
});

test.each([
  ["a section that is not closed", paragraph("{#has}")],
  ["a section that is not opened", paragraph("{/has}")],
  ["sections across each other", paragraph("{#has}{#is}{/has}{/is}")],
  ["a condition where a text is wanted", paragraph("{has}")],
  [
    "page settings that would go with a section",
    `${paragraph("{#has}")}<w:p><w:pPr><w:sectPr></w:sectPr></w:pPr><w:r><w:t>{/has}</w:t></w:r></w:p>`,
  ],
])("refuses %s", (_what, xml) => {
  expect(() => fillTemplate(xml, { has: true, is: true })).toThrow(
    /^fillTemplate: /,
  );
});
