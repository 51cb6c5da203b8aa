/** OpenFormula as the engine spells formulas; OASIS OpenDocument 1.3, part 4. */

/** Text, reference in brackets, function with a vendor's prefix, the rest. */
const TOKEN =
  /"(?:[^"]|"")*"|\[([^\]]*)\]|(?:COM\.MICROSOFT|_xlfn)\.(?=[A-Z])|ORG\.\w+\.\w+|[;{}|~!]|[^"[\];{}|~!]/giu;
/** `$'Tab'.$A$1`, `.A1`, `Tab.A:A`. */
const CORNER =
  /^(\$?(?:'(?:[^']|'')*'|[^.']*))\.(\$?[A-Z]{1,3}\$?\d*|\$?\d+)$/i;

/**
 * @param formula - As the file has it: `of:=SUM([.A1:.B2])`.
 * @returns With `=`; null for what has no plain counterpart (inline arrays,
 *   unions, other programs' functions, references to other files).
 */
export function fromOpenFormula(formula: string): string | null {
  const text = /^(?:of:|oooc:)?=([\s\S]*)$/.exec(formula)?.[1];
  if (text === undefined || text === "") return null;
  let result = "=";
  for (const [token, reference] of text.matchAll(TOKEN)) {
    const written =
      reference === undefined ? plainToken(token) : referenceOf(reference);
    if (written === null) return null;
    result += written;
  }
  return result;
}

function plainToken(token: string): string | null {
  if (token === ";") return ",";
  if (/^(?:[{}|~!]|ORG\.)/i.test(token)) return null;
  return /^(?:COM\.MICROSOFT|_xlfn)\.$/i.test(token) ? "" : token;
}

/** `.A1:.B2` → `A1:B2`, `$Лист.A1` → `'Лист'!A1`; null when it is lost. */
export function referenceOf(text: string): string | null {
  const [first, second] = cornersOf(text);
  const from = CORNER.exec(first ?? "");
  if (from === null) return null;
  const title = titleOf(from[1] ?? "");
  const start = `${title === "" ? "" : `'${title}'!`}${from[2]}`;
  if (second === undefined) return start;
  const to = CORNER.exec(second);
  if (to === null) return null;
  const other = titleOf(to[1] ?? "");
  return other === "" || other === title ? `${start}:${to[2]}` : null;
}

/** Cut at the colon that stands outside quotes. */
function cornersOf(text: string): string[] {
  return text.match(/(?:'(?:[^']|'')*'|[^:'])+/g) ?? [];
}

/** Quotes inside stay doubled. */
function titleOf(text: string): string {
  return text.replace(/^\$/, "").replace(/^'([\s\S]*)'$/, "$1");
}
