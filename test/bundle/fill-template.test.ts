/** The filler of templates answers as docxtemplater does, on the templates the add-on has. */
import { inflateRawSync } from "node:zlib";
import Docxtemplater from "docxtemplater";
import fc from "fast-check";
import PizZip from "pizzip";
import { expect, test } from "vitest";
import { buildTemplates } from "../../build/documents.mjs";
import type { DocumentData } from "../../src/domain/documents/document-data";
import { fillTemplate } from "../../src/domain/documents/fill-template";

const { base64, kinds } = await buildTemplates();
const packed: Readonly<Record<string, string>> = JSON.parse(
  inflateRawSync(Buffer.from(base64, "base64")).toString(),
);

function partOf(kind: string, path: string): string {
  return packed[`${kind}/${path}`] ?? packed[`shared/${path}`] ?? "";
}

function byLibrary(kind: string, data: DocumentData): string {
  const zip = new PizZip();
  for (const path of [
    "[Content_Types].xml",
    "word/document.xml",
    "word/_rels/document.xml.rels",
  ]) {
    zip.file(path, partOf(kind, path));
  }
  const document = new Docxtemplater(zip, {
    paragraphLoop: true,
    linebreaks: true,
    parser: (tag) => ({
      get: (scope: DocumentData) =>
        Object.getOwnPropertyDescriptor(scope, tag)?.value,
    }),
  });
  return document.render(data).getZip().file("word/document.xml").asText();
}

/** One of the spellings where XML has several. */
function likeOthers(xml: string): string {
  return xml
    .replace(/&apos;/g, "&#39;")
    .replace(/<w:p><\/w:p>/g, "<w:p/>")
    .replace(/<w:t xml:space="preserve"><\/w:t>/g, "<w:t/>");
}

const words = fc.array(
  fc.constantFrom(
    "Иванова",
    " ",
    "\n",
    "&",
    "<w:p>",
    '"',
    "'",
    "{x}",
    "$&",
    "😀",
  ),
  { maxLength: 5 },
);
const text = words.map((some) => some.join(""));

/** Data with every tag of the template on every level. */
function dataFor(xml: string): fc.Arbitrary<DocumentData> {
  const names = [...xml.matchAll(/\{([#^]?)([^{}<>/]+)\}/g)];
  const sections = new Set(
    names.filter(([, sign]) => sign !== "").map(([, , name = ""]) => name),
  );
  const tags = [...new Set(names.map(([, , name = ""]) => name))];
  const one = (depth: number): fc.Arbitrary<DocumentData> =>
    fc.record(
      Object.fromEntries(
        tags.map((name) => [
          name,
          sections.has(name)
            ? fc.oneof(
                fc.boolean(),
                ...(depth > 0
                  ? [fc.array(one(depth - 1), { maxLength: 3 })]
                  : []),
              )
            : text,
        ]),
      ),
    );
  return one(2);
}

test.each(kinds)("%s is filled as the library fills it", (kind) => {
  const xml = partOf(kind, "word/document.xml");

  fc.assert(
    fc.property(dataFor(xml), (data) => {
      expect(likeOthers(fillTemplate(xml, data))).toBe(
        likeOthers(byLibrary(kind, data)),
      );
    }),
    { numRuns: 25 },
  );
});
