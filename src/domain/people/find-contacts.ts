/** Contacts and numbers of papers in free text, with their places; dates, years and amounts are let be. */
import type { Finding } from "./finding";

type Kind = Finding["kind"];

const PATTERNS: readonly (readonly [Kind, RegExp])[] = [
  [
    "email",
    /[\p{L}\p{N}._%+-]{1,64}[@＠](?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,24}/gu,
  ],
  // +7 or 8, then ten digits however they are grouped; codes begin with 3 to 9.
  [
    "phone",
    /(?<![\d.,/№+-])(?:\+\s?7|[78])[\s(.–—-]{0,3}[3-9](?:[\s().–—-]{0,3}\d){9}(?!\d)/g,
  ],
  // A mobile number without the code of the country.
  [
    "phone",
    /(?<![\d.,/№+-])\(?9\d{2}\)?[\s–—-]{0,2}\d{3}[\s–—-]?\d{2}[\s–—-]?\d{2}(?!\d)/g,
  ],
  ["phone", /(?<![\d+])\+(?!\s?7)\d(?:[\s().–—-]{0,3}\d){7,14}(?!\d)/g],
  // A local one is told by its word.
  [
    "phone",
    /(?<!\p{L})(?:тел(?:ефон)?|моб|дом)\s?[.:]*\s*\d(?:[\s–—-]?\d){4,6}(?!\d)/giu,
  ],
  [
    "account",
    /(?<![\p{L}\p{N}])(?:https?:\/\/)?(?:www\.)?(?:t\.me|vk\.com|wa\.me|ok\.ru|instagram\.com|facebook\.com)\/[\w.@+-]{2,40}/giu,
  ],
  ["account", /(?<![\p{L}\p{N}.@/])@[a-z][\w.]{3,31}(?![\w@])/giu],
  // СНИЛС.
  ["paper", /(?<![\d-])\d{3}-\d{3}-\d{3}[\s-]\d{2}(?!\d)/g],
  [
    "paper",
    /(?<!\p{L})паспорт\p{Ll}{0,3}[^\d\n]{0,20}\d{2}\s?\d{2}[^\d\n]{0,6}\d{6}(?!\d)/giu,
  ],
  // Home address: a house with a flat.
  [
    "address",
    /(?<!\p{L})(?:ул|улица|пр|просп|проспект|пер|переулок|б-р|бульвар|мкр|ш|шоссе)\.?\s[^\n,;]{2,40},?\s?(?:д(?:ом)?\.?\s?)?\d{1,4}\p{L}?,?\s?(?:к(?:орп)?\.?\s?\d+,?\s?)?кв(?:артира)?\.?\s?\d{1,4}/giu,
  ],
];

/** What digits may be besides a telephone number: days, numbers of accounts and books. */
const OTHER_DIGITS =
  /\d{1,2}\.\d{1,2}\.\d{4}|(?:19|20)\d{2}\s?[–—-]\s?(?:19|20)\d{2}/;
const OTHER_BEFORE =
  /(?:инн|огрн|кпп|бик|окпо|isbn|сч[её]та?|р\/с)[^\d\n]{0,4}$/i;

function isContact(kind: Kind, found: string, before: string): boolean {
  return (
    kind !== "phone" || !(OTHER_DIGITS.test(found) || OTHER_BEFORE.test(before))
  );
}

/** @returns In the order of the text; they may overlap. */
export function findContacts(text: string): Finding[] {
  if (!/[\d@＠/]/.test(text)) {
    return [];
  }
  return PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)]
      .filter((match) =>
        isContact(kind, match[0], text.slice(0, match.index ?? 0).slice(-12)),
      )
      .map((match): Finding => {
        const from = match.index ?? 0;
        return { kind, from, to: from + match[0].length };
      }),
  );
}
