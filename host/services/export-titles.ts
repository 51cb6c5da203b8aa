/** Titles too long for Excel, kept in the file's description so that an import finds them. */

/** Stands in the properties of every exported file. */
export const CREATOR = "Наставник";

const LINE = /^Лист (\d+): (.+)$/;

/**
 * A line per tab whose title Excel cuts; "" when there is none.
 *
 * @param titles - Titles in the book, in the order of the tabs.
 * @param inFile - Title in the book → title in the file.
 */
export function describeTitles(
  titles: readonly string[],
  inFile: ReadonlyMap<string, string>,
): string {
  return titles
    .flatMap((title, index) =>
      inFile.get(title) === title || /[\r\n]/.test(title)
        ? []
        : [`Лист ${index + 1}: ${title}`],
    )
    .join("\n");
}

/** Place of a tab, from 0 → its title in the book it was exported from. */
export function readTitles(description: string): Map<number, string> {
  return new Map(
    description.split("\n").flatMap((line) => {
      const [, place, title] = LINE.exec(line) ?? [];
      return title === undefined ? [] : [[Number(place) - 1, title] as const];
    }),
  );
}
