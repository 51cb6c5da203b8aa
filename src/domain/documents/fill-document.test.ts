/** Filling a template of the smallest kind: what goes in comes out literally. */
import { deflateSync, strToU8 } from "fflate";
import PizZip from "pizzip";
import { describe, expect, test } from "vitest";
import { toBase64 } from "../base64";
import type { DocumentData } from "./document-data";
import { fillDocument } from "./fill-document";

const NAMESPACE =
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Packed templates with one kind, «note», whose body is given. */
function templates(body: string): string {
  const parts = {
    "shared/[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "note/word/document.xml": `<w:document xmlns:w="${NAMESPACE}"><w:body>${body}</w:body></w:document>`,
  };
  return toBase64(deflateSync(strToU8(JSON.stringify(parts))));
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

function fill(body: string, data: DocumentData) {
  const { base64, problems } = fillDocument("note", data, templates(body));
  const zip = new PizZip(base64, { base64: true });
  const xml = zip.file("word/document.xml")?.asText() ?? "";
  return { xml, problems, text: textOf(xml) };
}

/** Paragraphs as lines; entities back to characters. */
function textOf(xml: string): string {
  return xml
    .replace(/<w:br\/>/g, "⏎")
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&")
    .trim();
}

describe("fillDocument", () => {
  test.each([
    "{{НСТ-014}}",
    "{#loop}{/loop}{name}",
    "<w:p>&amp;</w:p> ]]>",
    "a < b & c > d \"q\" 'p'",
    "=1+1",
    "$& $1 $$ \\",
    "😀 ё № – «»",
    "constructor __proto__",
    "   края   ",
  ])("puts «%s» in as it is", (value) => {
    const { text, problems } = fill(paragraph("[{name}]"), { name: value });

    expect(text).toBe(`[${value}]`);
    expect(problems).toStrictEqual([]);
  });

  test("repeats blocks and takes outer values inside them", () => {
    const body = [
      paragraph("{#pairs}"),
      paragraph("{index}. {name}, {year}"),
      paragraph("{/pairs}"),
    ].join("");

    const { text } = fill(body, {
      year: "2026",
      pairs: [
        { index: "1", name: "Иванова" },
        { index: "2", name: "Петров" },
      ],
    });

    expect(text).toBe("1. Иванова, 2026\n2. Петров, 2026");
  });

  test("keeps or drops a conditional paragraph", () => {
    const body = [
      paragraph("{#has}"),
      paragraph("есть"),
      paragraph("{/has}"),
      paragraph("конец"),
    ].join("");

    expect(fill(body, { has: true }).text).toBe("есть\nконец");
    expect(fill(body, { has: false }).text).toBe("конец");
  });

  test("turns line ends of every kind into line breaks", () => {
    const { text } = fill(paragraph("{name}"), { name: "а\nб\r\nв\rг" });

    expect(text).toBe("а⏎б⏎в⏎г");
  });

  test("replaces what XML cannot hold and lists each damaged text once", () => {
    const damaged = "Ива\u0000нова\uD83D и \uFFFF";
    const { text, problems } = fill(paragraph("{name} {same} {fine}"), {
      name: damaged,
      same: damaged,
      fine: "😀",
    });

    expect(text).toBe(
      "Ива\uFFFDнова\uFFFD и \uFFFD Ива\uFFFDнова\uFFFD и \uFFFD 😀",
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("«Ива\uFFFDнова\uFFFD и \uFFFD»");
  });

  test("quotes a long damaged text by its beginning", () => {
    const { problems } = fill(paragraph("{name}"), {
      name: `\u0001${"я".repeat(500)}`,
    });

    expect(problems[0]).toContain(`${"я".repeat(59)}…`);
    expect(problems[0]?.length).toBeLessThan(250);
  });

  test("gives the same bytes for the same data", () => {
    const packed = templates(paragraph("{name}"));
    const once = fillDocument("note", { name: "а" }, packed);

    expect(fillDocument("note", { name: "а" }, packed)).toStrictEqual(once);
  });

  test("refuses a tag without a value, even one that every object has", () => {
    expect(() => fill(paragraph("{name}"), {})).toThrow(RangeError);
    expect(() => fill(paragraph("{constructor}"), {})).toThrow(RangeError);
  });

  test("refuses an unknown kind", () => {
    expect(() => fillDocument("letter", {}, templates(""))).toThrow(RangeError);
  });
});
