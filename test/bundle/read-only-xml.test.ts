/** The bundle's small reader of XML answers as the library it stands for. */
import { inflateRawSync } from "node:zlib";
import { DOMParser as Library } from "@xmldom/xmldom";
import { expect, test } from "vitest";
import { buildTemplates } from "../../build/documents.mjs";
import { DOMParser, XMLSerializer } from "../../build/read-only-xml.mjs";

const NAMES = ["Override", "Default", "Relationship"] as const;
const ATTRIBUTES = [
  "ContentType",
  "PartName",
  "Extension",
  "Target",
  "Type",
  "Id",
] as const;

/** What docxtemplater would see, by either of the two. */
function seen(parsed: {
  readonly getElementsByTagName: (name: string) => ArrayLike<{
    readonly getAttribute: (name: string) => string | null;
  }>;
}) {
  return NAMES.map((name) =>
    Array.from(parsed.getElementsByTagName(name), (element) =>
      ATTRIBUTES.map((attribute) => element.getAttribute(attribute) ?? ""),
    ),
  );
}

const { base64 } = await buildTemplates();
const packed: Readonly<Record<string, string>> = JSON.parse(
  inflateRawSync(Buffer.from(base64, "base64")).toString(),
);
const lists = Object.keys(packed).filter((path) =>
  /\[Content_Types\]\.xml$|\.rels$/.test(path),
);

test("has lists of the templates to read", () => {
  expect(lists.length).toBeGreaterThan(1);
});

const WRITTEN: readonly string[] = [
  `<?xml version="1.0"?><Types xmlns="urn:t"><Default Extension='xml' ContentType = "a/b"/></Types>`,
  `<Types xmlns="urn:t">\n<Override PartName="/word/a&amp;b.xml"\n ContentType="x&#43;y&#x2b;z"></Override></Types>`,
  `<Types xmlns="urn:t"><!-- <Override PartName="/no"/> --><Override PartName="/yes" ContentType=""/></Types>`,
  `<Relationships xmlns="urn:r"><Relationship Id="rId1" Type="t" Target="a?b=1&amp;c=&quot;2&quot;"/></Relationships>`,
  `<Types xmlns="urn:t"><Overrides><Override PartName="a" ContentType="1>0"/></Overrides></Types>`,
];

test.each([...lists.map((path) => packed[path] ?? ""), ...WRITTEN])(
  "reads the same elements and attributes",
  (source) => {
    const mine = new DOMParser().parseFromString(source);
    const theirs = new Library().parseFromString(source, "text/xml");

    expect(seen(mine)).toStrictEqual(seen(theirs as never));
    expect(new XMLSerializer().serializeToString(mine)).toBe(source);
  },
);
