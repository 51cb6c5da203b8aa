/** Finds references to documents in a date phrase: their dates are no terms. */

import { MONTH_FORM } from "./months";

const LEAD =
  "(?:(?:в соответствии со?|согласно|на основании|во исполнение|по|см\\.?|утв\\p{L}*\\.?|основание ?[:-]?) ?)?";
const DOCUMENT =
  "(?:приказ|распоряжени|постановлени|письм|протокол|положени|решени|договор|соглашени|указ|закон)\\p{L}{0,3}";
/** «управления образования», «Минпросвещения РФ». */
const ISSUER = '(?:\\s{1,2}[\\p{L}.«»"-]+){0,8}?';
const DAY = `\\d{1,2}(?:\\s?\\.\\s?\\d{1,2}\\s?\\.\\s?|\\s{1,2}${MONTH_FORM}\\s)\\d{2,4}`;
const DATE = `\\sот\\s{1,2}${DAY}(?:\\s?г(?:ода?)?(?!\\p{L})\\.?)?`;
const NUMBER =
  "\\s?(?:№|N)\\s?[\\p{L}\\d]+(?:[-/.][\\p{L}\\d]+)*(?![\\p{L}\\d])";

const REFERENCE = new RegExp(
  `(?<!\\p{L})${LEAD}${DOCUMENT}${ISSUER}(?:${DATE}(?:,?${NUMBER})?|${NUMBER}(?:,?${DATE})?)`,
  "giu",
);
const EMPTY_BRACKETS = /\(\s*[,;.]?\s*\)/g;

/**
 * The phrase without «(приказ УО от 24.08.2026 № 312)» and the like. A phrase
 * that is nothing else stays as it is: there the date is all there is.
 */
export function withoutDocuments(phrase: string): string {
  const rest = phrase.replace(REFERENCE, "").replace(EMPTY_BRACKETS, "");
  return /[\p{L}\p{N}]/u.test(rest) ? rest : phrase;
}
