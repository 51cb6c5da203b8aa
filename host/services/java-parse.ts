/** Utilities.parseDate: a moment out of a text, by a pattern of Java's SimpleDateFormat. */
import { ServiceError } from "./service-object";
import { momentOf, serialFromParts } from "./zone-time";

const TOKEN = /''|'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

type Parts = Record<string, number>;

/**
 * @param zone - Zone of the wall clock, unless the text has its own offset.
 * @throws ServiceError when the text does not fit the pattern.
 */
export function parseJavaDate(
  text: string,
  zone: string,
  pattern: string,
): Date {
  const parts: Parts = {};
  let at = 0;
  const refuse = (): never => {
    throw new ServiceError(
      `Unparseable date: "${text}" does not fit the pattern "${pattern}".`,
    );
  };
  const tokens = [...pattern.matchAll(TOKEN)];
  tokens.forEach(([token, quoted, letter], index) => {
    if (letter === undefined) {
      const literal =
        token === "''" ? "'" : (quoted?.replaceAll("''", "'") ?? token);
      if (!text.startsWith(literal, at)) refuse();
      at += literal.length;
      return;
    }
    // A number that touches the next one has the width of its letters.
    const touches = tokens[index + 1]?.[2] !== undefined;
    const digits = touches ? `\\d{1,${token.length}}` : "\\d+";
    const form = FORMS[letter]?.(token.length, digits);
    if (form === undefined) {
      throw new ServiceError(`Illegal pattern character '${letter}'`);
    }
    const found = new RegExp(form, "iy");
    found.lastIndex = at;
    const piece = found.exec(text)?.[0] ?? refuse();
    at += piece.length;
    parts[letter] = numberIn(piece, letter, token.length);
  });
  return momentOfParts(parts, zone);
}

const number = (_width: number, digits: string): string => `-?${digits}`;
const FORMS: Readonly<
  Record<string, (width: number, digits: string) => string>
> = {
  y: number,
  M: (width, digits) => (width >= 3 ? "[a-z]{3,9}" : digits),
  d: number,
  H: number,
  k: number,
  K: number,
  h: number,
  m: number,
  s: number,
  S: number,
  E: () => "[a-z]{3,9}",
  a: () => "[ap]m",
  Z: () => "[+-]\\d{4}",
  X: () => "Z|[+-]\\d\\d(:?\\d\\d)?",
  z: () => "GMT([+-]\\d{1,2}:?\\d\\d)?|UTC|Z",
};

function numberIn(piece: string, letter: string, width: number): number {
  switch (letter) {
    case "M":
      return width < 3
        ? Number(piece)
        : MONTHS.indexOf(piece.slice(0, 3).toLowerCase()) + 1;
    case "y":
      return width === 2 && piece.length === 2
        ? 2000 + Number(piece) - (Number(piece) > 69 ? 100 : 0)
        : Number(piece);
    case "a":
      return piece.toLowerCase() === "pm" ? 12 : 0;
    case "E":
      return 0;
    case "Z":
    case "X":
    case "z":
      return offsetIn(piece);
    default:
      return Number(piece);
  }
}

/** Minutes east of Greenwich. */
function offsetIn(piece: string): number {
  const found = /([+-])(\d{1,2}):?(\d\d)?$/.exec(piece);
  if (found === null) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return found[1] === "-" ? -minutes : minutes;
}

function momentOfParts(parts: Parts, zone: string): Date {
  const halfDay = (parts["K"] ?? (parts["h"] ?? 0) % 12) + (parts["a"] ?? 0);
  const hour =
    parts["H"] ?? (parts["k"] === undefined ? halfDay : parts["k"] % 24);
  // Too large parts carry over, as Java's leniency has it.
  const serial = serialFromParts({
    year: parts["y"] ?? 1970,
    month: parts["M"] ?? 1,
    day: parts["d"] ?? 1,
    hour,
    minute: parts["m"] ?? 0,
    second: parts["s"] ?? 0,
  });
  const offset = parts["X"] ?? parts["Z"] ?? parts["z"];
  const moment = momentOf(serial, offset === undefined ? zone : "Etc/UTC");
  return new Date(
    moment.getTime() + (parts["S"] ?? 0) - (offset ?? 0) * 60_000,
  );
}
