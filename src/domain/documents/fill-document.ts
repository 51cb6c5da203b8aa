/** Fills a .docx template; pure, so it runs wherever the bundle runs. */
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { cleanText, REPLACEMENT } from "./clean-text";
import type { DocumentData } from "./document-data";

/** Folder of the parts all kinds share; see build/documents.mjs. */
const SHARED_FOLDER = "shared/";

/** One time for every part: the same data give the same bytes. */
const PART_DATE = new Date(Date.UTC(2026, 0, 1));

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
  const filled = document.getZip();
  for (const part of Object.values(filled.files)) {
    part.date = PART_DATE;
  }
  return {
    base64: filled.generate({ type: "base64", compression: "DEFLATE" }),
    problems,
  };
}

/** A .docx of its own: the shared parts overlaid with those of the kind. */
function openTemplate(kind: string, templatesBase64: string): PizZip {
  const packed = new PizZip(templatesBase64, { base64: true });
  const parts: Readonly<Record<string, string>> = JSON.parse(
    packed.file("parts.json")?.asText() ?? "{}",
  );
  const template = new PizZip();
  for (const folder of [SHARED_FOLDER, `${kind}/`]) {
    for (const [path, text] of Object.entries(parts)) {
      if (path.startsWith(folder)) {
        template.file(path.slice(folder.length), text, {
          createFolders: false,
        });
      }
    }
  }
  if (template.file("word/document.xml") === null) {
    throw new RangeError(`fillDocument: there is no template "${kind}"`);
  }
  return template;
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
