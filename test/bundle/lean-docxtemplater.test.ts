/** What of docxtemplater the bundle has fills templates as the whole library does. */
import { createContext, runInContext } from "node:vm";
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

/** Every tag is there: a text for whatever is asked as one, sections for the rest. */
const ITEM = { n: "1\n2", name: "Иванова & «К»" };
const TAGS = [
  ..."organizationFull organizationShort organization date number city title preamble periodFrom periodTo programDeadline curatorAddress control headPosition headName name shortDate schoolYear index mentorName mentorPosition menteeName menteePosition form kind from to topic annexNumber section stage content dates responsible result info address term site label headTo mentees workForm from1 head headSign signName codes ground place amount text who position".split(
    " ",
  ),
];
const texts = Object.fromEntries(
  TAGS.map((tag) => [tag, `${ITEM.name} ${tag}\n;`]),
);
const flags = Object.fromEntries(
  "hasShortName hasEmployeePairs hasAcquainted hasMentorPosition hasMenteePosition hasAnnexNumber hasSection byParent"
    .split(" ")
    .map((tag, at) => [tag, at % 2 === 0]),
);
const lists = Object.fromEntries(
  "acquainted pairs rows signatures places left"
    .split(" ")
    .map((tag) => [tag, [{}, {}]]),
);
const data = { ...texts, ...flags, ...lists, sheets: [{}, {}] };

test.each(kinds)("%s", (kind) => {
  expect(fillLean(kind, data)).toStrictEqual(fillDocument(kind, data, base64));
});

test("a tag without a value is an error that names it", () => {
  expect(() => fillLean("pairing-order", {})).toThrow(
    /no value for "organizationFull"/,
  );
});
