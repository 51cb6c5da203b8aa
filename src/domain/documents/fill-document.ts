/** Fills a .docx template; pure, so it runs wherever the bundle runs. */
import Docxtemplater from "docxtemplater";
import { inflateSync, strFromU8 } from "fflate";
import { fromBase64 } from "../base64";
import { cleanText, REPLACEMENT } from "./clean-text";
import type { DocumentData } from "./document-data";
import { makeParts, type Parts, packParts } from "./parts";

/** Folder of the parts all kinds share; see build/documents.mjs. */
const SHARED_FOLDER = "shared/";

/** Longest piece of a damaged text that a problem quotes, characters. */
const QUOTE_LENGTH = 60;

export type FilledDocument = {
  /** The .docx, base64 without line breaks. */
  readonly base64: string;
  /** Russian sentences about characters that a document cannot hold. */
  readonly problems: readonly string[];
};

/**
 * Fills the template of one kind and packs it as a .docx.
 *
 * Text goes in literally: braces, angle brackets and ampersands mean nothing in
 * the data; a line feed becomes a line break. Characters that XML cannot hold
 * become U+FFFD and are listed in `problems`.
 *
 * @param kind - Template name, as in `kinds` of build/documents.mjs.
 * @param templatesBase64 - The packed templates of build/documents.mjs, base64.
 * @throws RangeError if there is no such kind, or the template has a tag that
 *   the data lack.
 */
export function fillDocument(
  kind: string,
  data: DocumentData,
  templatesBase64: string,
): FilledDocument {
  const problems: string[] = [];
  const clean = cleanData(data, problems);
  const template = openTemplate(kind, templatesBase64);
  const document = new Docxtemplater(template, {
    paragraphLoop: true,
    linebreaks: true,
    parser: (tag) => ({ get: (scope: DocumentData) => lookUp(scope, tag) }),
    nullGetter: (part) => {
      throw new RangeError(
        `fillDocument: no value for "${part.value}" in "${kind}"`,
      );
    },
  });
  document.render(clean);
  return { base64: packParts(template), problems };
}

/** A .docx of its own: the shared parts overlaid with those of the kind. */
function openTemplate(kind: string, templatesBase64: string): Parts {
  const packed: Readonly<Record<string, string>> = JSON.parse(
    strFromU8(inflateSync(fromBase64(templatesBase64))),
  );
  const texts: Record<string, string> = {};
  for (const folder of [SHARED_FOLDER, `${kind}/`]) {
    for (const [path, text] of Object.entries(packed)) {
      if (path.startsWith(folder)) {
        texts[path.slice(folder.length)] = text;
      }
    }
  }
  if (texts["word/document.xml"] === undefined) {
    throw new RangeError(`fillDocument: there is no template "${kind}"`);
  }
  return makeParts(texts);
}

/** Own keys only: `constructor` is no tag. Undefined sends the search up. */
function lookUp(scope: DocumentData, tag: string): unknown {
  return Object.getOwnPropertyDescriptor(scope, tag)?.value;
}

function cleanData(data: DocumentData, problems: string[]): DocumentData {
  const clean: Record<string, DocumentData[string]> = {};
  for (const [tag, value] of Object.entries(data)) {
    clean[tag] = cleanValue(value, problems);
  }
  return clean;
}

function cleanValue(
  value: DocumentData[string],
  problems: string[],
): DocumentData[string] {
  if (typeof value === "boolean") {
    return value;
  }
  if (typeof value !== "string") {
    return value.map((item) => cleanData(item, problems));
  }
  const { text, isChanged } = cleanText(value);
  if (isChanged) {
    const problem =
      `В тексте «${quoted(text)}» были знаки, которых не может быть ` +
      `в документе, они заменены на «${REPLACEMENT}». ` +
      "Исправьте текст в таблице или в документе.";
    if (!problems.includes(problem)) {
      problems.push(problem);
    }
  }
  return text;
}

/** The beginning, not cutting a character in two. */
function quoted(text: string): string {
  const characters = Array.from(text);
  return characters.length > QUOTE_LENGTH
    ? `${characters.slice(0, QUOTE_LENGTH).join("")}…`
    : text;
}
