/** Cleans text pasted from sites, Word and PDF before it is read. */
import { withCyrillicTwins } from "../lookalikes";
import { mendedText, withoutLetterSpacing } from "./mended-text";
import { isGenitiveMonth } from "./months";
import { plainForms } from "./phrase-forms";

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  bull: "•",
  gt: ">",
  hellip: "…",
  laquo: "«",
  ldquo: "“",
  lt: "<",
  mdash: "—",
  middot: "·",
  minus: "−",
  nbsp: " ",
  ndash: "–",
  numero: "№",
  quot: '"',
  raquo: "»",
  rdquo: "”",
  bdquo: "„",
  shy: "",
  sup1: "¹",
  thinsp: " ",
  ensp: " ",
  emsp: " ",
};

const BLOCK_TAG =
  /<\/?(?:p|br|li|ul|ol|div|tr|td|th|table|tbody|thead|h[1-6])(?:\s[^<>]*)?\/?>/gi;
/** Marks of looks; any other tag may be what somebody wrote, and stays. */
const LOOKS_TAG =
  /<\/?(?:a|abbr|article|b|big|body|caption|center|cite|code|col|colgroup|del|em|font|footer|head|header|html|i|img|ins|label|main|mark|nobr|s|section|small|span|strike|strong|sub|sup|tfoot|tt|u|wbr|[a-z]:[a-z0-9]+)(?:\s[^<>]*)?\/?>|<!--[^<>]*-->/gi;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029\v\f]/g;
const ODD_SPACE = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

/** Puts characters in order: composed letters, plain spaces, `\n` only. */
export function cleanCharacters(text: string): string {
  return text
    .normalize("NFC")
    .replace(LINE_BREAK, "\n")
    .replace(INVISIBLE, "")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(ODD_SPACE, " ");
}

/** Decodes HTML entities; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,7});/gi,
    (whole: string, name: string) => {
      if (!name.startsWith("#")) {
        return ENTITIES[name.toLowerCase()] ?? whole;
      }
      const hex = /^#x/i.test(name);
      const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
      const allowed =
        code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return allowed ? String.fromCodePoint(code) : whole;
    },
  );
}

/**
 * Text of a cell: HTML and Markdown marks removed, entities decoded, one space
 * between words, no empty lines. Line breaks between paragraphs stay.
 */
export function plainText(text: string): string {
  const withoutTags = text.replace(BLOCK_TAG, "\n").replace(LOOKS_TAG, "");
  return cleanCharacters(decodeEntities(withoutTags))
    .replace(/\\([\\_*#.()[\]+!|-])/g, "$1")
    .replace(/\*\*/g, "")
    .split("\n")
    .map((line) => line.replace(/ {2,}/g, " ").trim())
    .map((line) => line.replace(/^#{1,6} (?=\S)/, ""))
    .filter((line) => line !== "")
    .join("\n");
}

/**
 * A date phrase ready for reading: as `plainText`, with one kind of dash,
 * Cyrillic letters in mixed words, no quotes around numbers, no list numbers.
 */
export function datePhraseText(text: string): string {
  const alike = withoutBullets(
    alikeCharacters(mendedText(plainText(withoutLetterSpacing(text)))),
  )
    .replace(/ ?(?:…|\.{3}|(?<!г)\.{2}|[-=]>) ?/g, "-")
    .replace(/(?<!\p{L})у(?:ч\.? ?\/|\.|\/) ?г(?!\p{Ll}{4})/giu, "учебного г")
    .replace(/(?<!\p{L})[тс]\. ?г(?:\.|(?!\p{L}))/giu, "текущего года")
    .replace(/(?<!\p{L})к\. ?г\./giu, "календарного года")
    .replace(/(?<!\p{L})п\/г(?:од\p{L}{0,3})?(?!\p{L})/giu, "полугодие")
    .replace(
      /([\dIVІ]) ?- ?(?=(?:[яйею]|ая|ый|ое|го|ой|ую)(?!\p{L}))/giu,
      "$1-",
    )
    .replace(/(^|[\n;,])\s?(?:\d{1,2}|[а-д])\)\s/g, "$1 ")
    .replace(/^\d{1,2}\. ?(?=\p{Lu})(?![IVXХІ]{1,4}(?:\s?\.|$))/gmu, "")
    .replace(
      /["'«„“”‘’‚]{1,2} ?(\d{1,2}) ?["'»„“”‘’]{1,2}(?=\s*\d{1,2}\s*\.)/g,
      "$1.",
    )
    .replace(/["'«„“”‘’‚]{1,2} ?(\d{1,2}) ?["'»„“”‘’]{1,2}/g, "$1 ");
  return plainForms(alike);
}

const NUMBERED = /^1\. ?\S.*\n2\. ?\S/;

/** «- сентябрь\n- май», «1. сентябрь\n2. май»: the marks of a list are not dashes or days. */
function withoutBullets(text: string): string {
  if (text.startsWith("- ")) {
    return text.replace(/^- /gm, "");
  }
  return NUMBERED.test(text)
    ? text.replace(
        /^\d{1,2}\. ?(?=(\p{L}+|\d{1,2}\.\d{1,2}\.\d{2}))/gmu,
        (mark, next: string) => (isGenitiveMonth(next) ? mark : ""),
      )
    : text;
}

/** One kind of dash and Cyrillic twins, every character in its place. */
export function alikeCharacters(text: string): string {
  return text
    .replace(/[÷‐‑‒–—―−﹘﹣－→⟶➔➝⇒]/g, "-")
    .replace(/\p{L}+/gu, cyrillicWord);
}

function cyrillicWord(word: string): string {
  const mixed = /[a-z]/i.test(word) && /[а-яё]/i.test(word);
  // A lone Latin «c» is the preposition typed on the wrong keyboard.
  if (!mixed && !/^[cC]$/.test(word)) {
    return word;
  }
  return withCyrillicTwins(word);
}

/** The start of a long text, for messages. `limit` is in characters. */
export function excerpt(text: string, limit = 80): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= limit ? line : `${line.slice(0, limit - 1).trim()}…`;
}
