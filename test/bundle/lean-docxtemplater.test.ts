/** What of docxtemplater the bundle has fills templates as the whole library does. */
import { createContext, runInContext } from "node:vm";
import { inflateRawSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { buildTemplates } from "../../build/documents.mjs";
import { leanDocxtemplater } from "../../build/lean-docxtemplater.mjs";
import type { DocumentData } from "../../src/domain/documents/document-data";
import { fillDocument } from "../../src/domain/documents/fill-document";

const { base64, kinds } = await buildTemplates();
const { outputFiles } = await build({
  entryPoints: ["src/domain/documents/fill-document.ts"],
  bundle: true,
  write: false,
  format: "iife",
  globalName: "Lean",
  plugins: [leanDocxtemplater],
  alias: { "@xmldom/xmldom": "./build/read-only-xml.mjs" },
});
const realm = createContext({ base64 });
runInContext(outputFiles[0]?.text ?? "", realm);

function fillLean(kind: string, data: DocumentData) {
  return JSON.parse(
    runInContext(
      `JSON.stringify(Lean.fillDocument(${JSON.stringify(kind)}, ${JSON.stringify(data)}, base64))`,
      realm,
    ),
  );
}

const packed: Readonly<Record<string, string>> = JSON.parse(
  inflateRawSync(Buffer.from(base64, "base64")).toString(),
);

/** A text for every tag of a template; its sections are lists, or hold, or do not. */
function dataFor(kind: string, section: DocumentData[string]): DocumentData {
  const xml = packed[`${kind}/word/document.xml`] ?? "";
  const tags = [...xml.matchAll(/\{([#^]?)([^{}<>/]+)\}/g)].map(
    ([, sign, tag = ""]) =>
      [tag, sign === "" ? `Иванова & «К» ${tag}\n;` : section] as const,
  );
  return Object.fromEntries(tags);
}

const SECTIONS: readonly DocumentData[string][] = [[{}, {}], true, false, []];

test.each(kinds)("%s", (kind) => {
  for (const section of SECTIONS) {
    const data = dataFor(kind, section);

    expect(fillLean(kind, data)).toStrictEqual(
      fillDocument(kind, data, base64),
    );
  }
});

test("a tag without a value is an error that names it", () => {
  expect(() => fillLean("pairing-order", {})).toThrow(
    /no value for "organizationFull"/,
  );
});
