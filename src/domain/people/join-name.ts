/** One name out of separate columns for surname, name and patronymic. */

/**
 * Joins the parts of a name in the official order. A blank part is left out;
 * when the surname's cell holds the whole name, its words are not repeated.
 *
 * @returns Surname, name, patronymic with single spaces; "" when all are
 * blank.
 */
export function joinName(
  surname: string,
  given: string,
  patronymic: string,
): string {
  const first = wordsOf(surname);
  const whole = new Set(first.length > 1 ? first.map(lower) : []);
  const rest = [...wordsOf(given), ...wordsOf(patronymic)].filter(
    (word) => !whole.has(lower(word)),
  );
  return [...first, ...rest].join(" ");
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => !/^[-–—]*$/.test(word));
}

function lower(word: string): string {
  return word.toLowerCase().replace(/ё/g, "е");
}
