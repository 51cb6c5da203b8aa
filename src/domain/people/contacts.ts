/** E-mail addresses and telephone numbers found in what people write. */

const EMAIL =
  /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,24}/gu;

/**
 * +7 or 8 or nothing, then ten digits in the usual groups, with up to four
 * signs between them (a bound, so that a cell of dashes takes no time).
 */
const RUSSIAN_PHONE =
  /(?<![\d+])(?:\+?7|8)?[\s(.–—-]{0,4}\d{3,5}(?:[\s).–—-]{0,4}\d){5,7}(?!\d)/g;

/** Any other country: + and 8 to 15 digits. */
const FOREIGN_PHONE = /\+(?!7)\d(?:[\s().–—-]{0,4}\d){7,14}(?!\d)/g;

/**
 * E-mail addresses in a text, in lower case, each once, in the order written.
 */
export function findEmails(text: string): readonly string[] {
  // Without "@" there is nothing to find; long cells are common.
  if (!text.includes("@")) {
    return [];
  }
  const found = text.normalize("NFKC").toLowerCase().match(EMAIL) ?? [];
  return [...new Set(found.map((address) => address.replace(/^[.]+/, "")))];
}

/** The one address of a text in lower case, or null when none or several. */
export function normalizeEmail(text: string): string | null {
  const found = findEmails(text);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * Telephone numbers in a text as + and digits, each once, in the order
 * written. Russian numbers need ten digits after the code of the country;
 * local numbers without the code of a town are not found.
 */
export function findPhones(text: string): readonly string[] {
  const plain = text.normalize("NFKC");
  const found = [
    ...(plain.match(RUSSIAN_PHONE) ?? []).map(russianPhone),
    ...(plain.match(FOREIGN_PHONE) ?? []).map(
      (phone) => `+${phone.replace(/\D/g, "")}`,
    ),
  ].filter((phone): phone is string => phone !== null);
  return [...new Set(found)];
}

function russianPhone(text: string): string | null {
  const digits = text.replace(/\D/g, "");
  const local = digits.length === 11 ? digits.slice(1) : digits;
  const hasCode = digits.length === 10 || /^[78]/.test(digits);
  return local.length === 10 && hasCode ? `+7${local}` : null;
}

/**
 * The one number of a text as + and digits («8(900)000.00.12» is
 * «+79000000012»), or null when none or several.
 */
export function normalizePhone(text: string): string | null {
  const found = findPhones(text);
  return found.length === 1 ? (found[0] ?? null) : null;
}
