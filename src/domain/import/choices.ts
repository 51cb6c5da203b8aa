/** Values of a fixed list found in what people write. */
import { compareKey, keptLine, oneLine, saysNothing } from "./compare-text";

/** Least letters of an abbreviation that stands for one choice. */
const PREFIX_LETTERS = 4;

/** Most pieces that together can be one listed value. */
const MAX_JOINED_PIECES = 4;

type Keyed = { readonly key: string; readonly value: string };

/** Keys of a list, computed once per list: rows × cells ask for them. */
const keyedLists = new WeakMap<readonly string[], readonly Keyed[]>();

function keyed(allowed: readonly string[]): readonly Keyed[] {
  const known = keyedLists.get(allowed);
  if (known !== undefined && known.length === allowed.length) {
    return known;
  }
  const fresh = allowed.map((value) => ({ key: compareKey(value), value }));
  keyedLists.set(allowed, fresh);
  return fresh;
}

/**
 * Finds the one allowed value a text stands for: the same after normalising
 * (`compareKey`), or its beginning of 4 letters or more that only one value
 * has.
 *
 * @returns The value as the list spells it, or null when none or several fit.
 */
export function readChoice(
  text: string,
  allowed: readonly string[],
): string | null {
  const line = oneLine(text);
  if (allowed.includes(line)) {
    return line;
  }
  const key = compareKey(line);
  if (key === "") {
    return null;
  }
  const equal = keyed(allowed).filter((candidate) => candidate.key === key);
  if (equal.length > 0 || key.length < PREFIX_LETTERS) {
    return onlyOne(equal);
  }
  return onlyOne(
    keyed(allowed).filter((candidate) => candidate.key.startsWith(key)),
  );
}

function onlyOne(candidates: readonly Keyed[]): string | null {
  const [first, ...others] = candidates;
  return first !== undefined &&
    others.every((other) => other.value === first.value)
    ? first.value
    : null;
}

export type ManyReading = {
  /** Values found, each once, in the order written. */
  readonly values: readonly string[];
  /** Pieces that are on no list, as written. */
  readonly unknown: readonly string[];
};

/**
 * Reads a list of values separated by «;», «,», «/» or line breaks; what
 * stands in brackets and «/» between digits are not separated. A listed value
 * that itself holds a separator is found.
 *
 * @param allowed - The list; without it every piece is a value.
 */
export function readMany(
  text: string,
  allowed?: readonly string[],
): ManyReading {
  const pieces = splitMany(text);
  const values = new Map<string, string>();
  const unknown: string[] = [];
  let at = 0;
  while (at < pieces.length) {
    const found = longestChoice(pieces, at, allowed);
    if (found === null) {
      unknown.push(pieces[at]?.text ?? "");
    } else {
      const key = compareKey(found.value) || found.value;
      values.set(key, values.get(key) ?? found.value);
    }
    at += found?.length ?? 1;
  }
  return { values: [...values.values()], unknown };
}

type Piece = { readonly text: string; readonly after: string };

function longestChoice(
  pieces: readonly Piece[],
  at: number,
  allowed: readonly string[] | undefined,
): { readonly value: string; readonly length: number } | null {
  if (allowed === undefined) {
    return { value: pieces[at]?.text ?? "", length: 1 };
  }
  const longest = Math.min(MAX_JOINED_PIECES, pieces.length - at);
  for (let length = longest; length > 0; length -= 1) {
    const joined = pieces.slice(at, at + length);
    const value = readChoice(
      joined
        .map((piece, index) =>
          index < length - 1 ? piece.text + piece.after : piece.text,
        )
        .join(" "),
      allowed,
    );
    if (value !== null) {
      return { value, length };
    }
  }
  return null;
}

function splitMany(text: string): Piece[] {
  const pieces: Piece[] = [];
  const lastBracket = text.lastIndexOf(")");
  let depth = 0;
  let start = 0;
  const cut = (end: number) => {
    const piece = keptLine(text.slice(start, end)).replace(
      /^(?:[•·*–—-]|\d{1,2}[.)])\s+/,
      "",
    );
    if (!saysNothing(piece)) {
      pieces.push({ text: piece, after: text[end] ?? "" });
    }
    start = end + 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (sign === "(" && at < lastBracket) {
      depth += 1;
    } else if (sign === ")") {
      depth = Math.max(0, depth - 1);
    } else if (isSeparator(text, at) && (depth === 0 || sign === "\n")) {
      depth = 0;
      cut(at);
    }
  }
  cut(text.length);
  return pieces;
}

function isSeparator(text: string, at: number): boolean {
  const sign = text[at] ?? "";
  if (sign === "/") {
    return !/\d\/\d/.test(text.slice(Math.max(0, at - 1), at + 2));
  }
  return sign === ";" || sign === "," || sign === "\n" || sign === "\r";
}
