/** Looks for names and contacts of people in free text, to warn where only codes may stand. */
import { findContacts } from "./find-contacts";
import { findNames } from "./find-names";
import type { Finding } from "./finding";
import { nameWords } from "./normalize-name";

/** Longest text looked at: cells hold no more. */
const MOST = 50_000;

/** Letters of a word that stay through its cases. */
const STEM_CUT = 3;
const STEM_LEAST = 3;

/**
 * What in a text reads as a name or a contact. It warns, it proves nothing:
 * rare names without patronymic are missed, and writers and streets are left
 * out by what stands around them.
 *
 * @param allowed - Names that may stand: the head, the curator.
 * @returns In the order of the text, without overlaps.
 */
export function findPersonal(
  text: string,
  allowed: readonly string[] = [],
): Finding[] {
  const part = text.length > MOST ? text.slice(0, MOST) : text;
  const found = [
    ...findContacts(part),
    ...findNames(part).filter(
      ({ from, to }) => !isAllowed(part.slice(from, to), allowed),
    ),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  const apart: Finding[] = [];
  for (const finding of found) {
    const last = apart[apart.length - 1];
    if (last === undefined || finding.from >= last.to) {
      apart.push(finding);
    } else if (finding.to > last.to) {
      apart[apart.length - 1] = { ...last, to: finding.to };
    }
  }
  return apart;
}

/** Every whole word is one of the allowed name, in whatever case. */
function isAllowed(found: string, allowed: readonly string[]): boolean {
  const words = nameWords(found).filter((word) => word.length > 1);
  return (
    words.length > 0 &&
    allowed.some((name) => {
      const own = nameWords(name);
      return words.every((word) => own.some((one) => isSameStem(word, one)));
    })
  );
}

function isSameStem(a: string, b: string): boolean {
  const length = Math.max(STEM_LEAST, Math.min(a.length, b.length) - STEM_CUT);
  return a.slice(0, length) === b.slice(0, length);
}

/** The text with every finding replaced. */
export function replaceFindings(
  text: string,
  findings: readonly Finding[],
  replacement: (finding: Finding) => string,
): string {
  let result = "";
  let end = 0;
  for (const finding of findings) {
    result += text.slice(end, finding.from) + replacement(finding);
    end = finding.to;
  }
  return result + text.slice(end);
}
