/** Tells Russian text that was read in the wrong encoding. */

/** As many such letters are no accident. */
const LEAST = 20;

/**
 * Whether most letters are what is left of Russian after a wrong encoding:
 * Windows-1251 read as Western («Ïëàí»), UTF-8 read as Western («ÐŸÐ»») or as
 * Windows-1251 («РџР»Р°РЅ»), letters lost as «?» or «�».
 */
export function isGarbled(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  const russian = count(/[а-яё]/giu);
  const western = count(/[\u00C0-\u00FF]/g);
  const pairs = count(
    /[РС][\u00A0-\u00BF\u0402-\u040F\u0452-\u045F\u2013-\u203A\u20AC\u2116\u2122]/g,
  );
  const twice = count(/[РС](?=[А-Яа-яЂ-џ°±µ])/g);
  const lost = count(/\uFFFD|\?{3,}/g);
  return (
    (western >= LEAST &&
      western * 2 > letters - russian &&
      western > russian) ||
    (pairs >= LEAST && (pairs + twice) * 3 > russian) ||
    (lost >= LEAST && lost > russian)
  );
}
