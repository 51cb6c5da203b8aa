/** Latin letters that look like Cyrillic ones: typed on the wrong keyboard, or mixed in by a scanner. */

const TWINS: Readonly<Record<string, string>> = {
  a: "а",
  b: "в",
  c: "с",
  e: "е",
  h: "н",
  k: "к",
  m: "м",
  o: "о",
  p: "р",
  t: "т",
  x: "х",
  y: "у",
};

/** The text with Cyrillic twins of its Latin letters; letters without one stay. */
export function withCyrillicTwins(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const lower = letter.toLowerCase();
    const twin = TWINS[lower] ?? lower;
    return letter === lower ? twin : twin.toUpperCase();
  });
}
