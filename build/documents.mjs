/**
 * Packs the document templates into one compressed record of parts: those that are
 * equal in all kinds lie once under `shared/`, the others under `<kind>/`.
 *
 * As a program it prints the kinds and the size: `node build/documents.mjs`.
 */
import process from "node:process";
import { pathToFileURL } from "node:url";
import { deflateRawSync } from "node:zlib";
import { Document, Packer } from "docx";
import PizZip from "pizzip";
import { CONSENTS } from "./templates/consents.mjs";
import { erasureProtocol } from "./templates/erasure-protocol.mjs";
import { pairingOrder } from "./templates/pairing-order.mjs";
import { roadmapAnnex } from "./templates/roadmap-annex.mjs";
import { skeleton } from "./templates/skeleton.mjs";

/** Kind → the function that gives its sections. */
const KINDS = {
  "pairing-order": pairingOrder,
  "roadmap-annex": roadmapAnnex,
  ...CONSENTS,
  "erasure-protocol": erasureProtocol,
};

/** One time for every part, so that a rebuild gives the same bytes. */
const PART_DATE = new Date(Date.UTC(2026, 0, 1));

/**
 * Builds every template.
 *
 * @returns {Promise<{base64: string, kinds: string[]}>} The record in base64, as
 *   `fillDocument` of src/domain/documents takes it, and the kinds in it.
 */
export async function buildTemplates() {
  const kinds = Object.keys(KINDS);
  const parts = new Map();
  for (const kind of kinds) {
    parts.set(kind, await partsOf(KINDS[kind]()));
  }
  const packed = {};
  const [first] = parts.values();
  for (const [path, text] of first) {
    const isShared =
      path !== "word/document.xml" &&
      kinds.every((kind) => parts.get(kind).get(path) === text);
    if (isShared) {
      packed[`shared/${path}`] = text;
      for (const kind of kinds) {
        parts.get(kind).delete(path);
      }
    }
  }
  for (const [kind, own] of parts) {
    for (const [path, text] of own) {
      packed[`${kind}/${path}`] = text;
    }
  }
  // One record: what the parts have in common is compressed once.
  const bytes = deflateRawSync(JSON.stringify(packed), { level: 9 });
  const base64 = bytes.toString("base64");
  return { base64, kinds };
}

/** Path → text of every part of one kind; every part of a .docx here is XML. */
async function partsOf(sections) {
  const document = new Document({ ...skeleton, sections });
  const zip = new PizZip(await Packer.toBuffer(document));
  return new Map(
    Object.values(zip.files)
      .filter((part) => !part.dir)
      .map((part) => [part.name, withoutTime(part.asText())]),
  );
}

/** The build must not depend on the clock. */
function withoutTime(xml) {
  return xml.replace(
    /(<dcterms:(created|modified)[^>]*>)[^<]*/g,
    `$1${PART_DATE.toISOString().slice(0, 19)}Z`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { base64, kinds } = await buildTemplates();
  console.log(`${kinds.join(", ")}: ${base64.length} characters of base64`);
}
