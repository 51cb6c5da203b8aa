/** Small formulas over cells of one tab, computed cell by cell: what conditional formats mostly are. */
import {
  type CellContent,
  compare,
  FormulaError,
  FUNCTIONS,
  numberOf,
  textOf,
  truthOf,
} from "./quick-functions";

export type { CellContent } from "./quick-functions";

/** Reads a cell, 0-based. */
export type ReadCell = (row: number, column: number) => CellContent;

/** The formula's value where its own first cell stands `down` and `right` of the range's first. */
export type QuickFormula = (
  read: ReadCell,
  down: number,
  right: number,
) => CellContent;

type Token = {
  readonly kind: "number" | "text" | "name" | "sign";
  readonly text: string;
};

const TOKENS =
  /\s+|(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|(\$?[A-Za-z]{1,3}\$?\d+(?![\w(])|[A-Za-z]+)|(<>|<=|>=|[=<>+\-*/&(),;])/y;

/** What is neither a known function nor a plain cell goes to the engine. */
export function quickFormula(text: string): QuickFormula | null {
  const tokens = tokensOf(text.replace(/^=/, ""));
  if (tokens === null) return null;
  const reader = newReader(tokens);
  try {
    const formula = reader.comparison();
    return reader.isAtEnd() ? guarded(formula) : null;
  } catch (error) {
    if (error instanceof UnknownWord) return null;
    throw error;
  }
}

/** Not for this reader: another tab, a range, a function it does not know. */
class UnknownWord extends Error {}

function guarded(formula: QuickFormula): QuickFormula {
  return (read, down, right) => {
    try {
      return formula(read, down, right);
    } catch (error) {
      if (error instanceof FormulaError) return null;
      throw error;
    }
  };
}

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < text.length) {
    const match = TOKENS.exec(text);
    if (match === null) return null;
    const [, number, quoted, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: "number", text: number });
    if (quoted !== undefined) {
      tokens.push({ kind: "text", text: quoted.replace(/""/g, '"') });
    }
    if (name !== undefined) tokens.push({ kind: "name", text: name });
    if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
  }
  return tokens;
}

function newReader(tokens: readonly Token[]) {
  let at = 0;
  const isSign = (...signs: readonly string[]): boolean => {
    const token = tokens[at];
    return token?.kind === "sign" && signs.includes(token.text);
  };
  const take = (): Token => {
    const token = tokens[at];
    if (token === undefined) throw new UnknownWord();
    at += 1;
    return token;
  };
  const expect = (sign: string): void => {
    if (!isSign(sign)) throw new UnknownWord();
    at += 1;
  };
  /** A level of operators that are read from the left. */
  const level =
    (signs: readonly string[], inner: () => QuickFormula) =>
    (): QuickFormula => {
      let left = inner();
      while (isSign(...signs)) {
        const operation = OPERATIONS[take().text];
        const [first, second] = [left, inner()];
        if (operation === undefined) throw new UnknownWord();
        left = (read, down, right) =>
          operation(first(read, down, right), second(read, down, right));
      }
      return left;
    };
  const primary = (): QuickFormula => {
    const token = take();
    switch (token.kind) {
      case "number":
        return constant(Number(token.text));
      case "text":
        return constant(token.text);
      case "name":
        return isSign("(") ? called(token.text.toUpperCase()) : named(token);
      default:
        return signed(token.text);
    }
  };
  const signed = (sign: string): QuickFormula => {
    if (sign === "(") {
      const inner = comparison();
      expect(")");
      return inner;
    }
    if (sign !== "-") throw new UnknownWord();
    const inner = primary();
    return (read, down, right) => -numberOf(inner(read, down, right));
  };
  const called = (name: string): QuickFormula => {
    expect("(");
    const parts: QuickFormula[] = [];
    while (!isSign(")")) {
      parts.push(comparison());
      if (isSign(",", ";")) at += 1;
    }
    expect(")");
    return functionOf(name, parts);
  };
  const products = level(["*", "/"], primary);
  const sums = level(["+", "-"], products);
  const texts = level(["&"], sums);
  const comparison = level(["=", "<>", "<", "<=", ">", ">="], texts);
  return { comparison, isAtEnd: () => at === tokens.length };
}

const constant =
  (value: CellContent): QuickFormula =>
  () =>
    value;

function named({ text }: Token): QuickFormula {
  if (/^true$/i.test(text)) return constant(true);
  if (/^false$/i.test(text)) return constant(false);
  const match = /^(\$?)([A-Za-z]{1,3})(\$?)(\d+)$/.exec(text);
  if (match === null) throw new UnknownWord();
  const [, fixedColumn, letters = "", fixedRow, digits] = match;
  const row = Number(digits) - 1;
  const column = columnOf(letters.toUpperCase());
  return (read, down, right) =>
    read(
      fixedRow === "$" ? row : row + down,
      fixedColumn === "$" ? column : column + right,
    );
}

function columnOf(letters: string): number {
  return (
    [...letters].reduce(
      (sum, letter) => 26 * sum + letter.charCodeAt(0) - 64,
      0,
    ) - 1
  );
}

const OPERATIONS: Readonly<
  Record<string, (left: CellContent, right: CellContent) => CellContent>
> = {
  "=": (left, right) => compare(left, right) === 0,
  "<>": (left, right) => compare(left, right) !== 0,
  "<": (left, right) => compare(left, right) < 0,
  "<=": (left, right) => compare(left, right) <= 0,
  ">": (left, right) => compare(left, right) > 0,
  ">=": (left, right) => compare(left, right) >= 0,
  "+": (left, right) => numberOf(left) + numberOf(right),
  "-": (left, right) => numberOf(left) - numberOf(right),
  "*": (left, right) => numberOf(left) * numberOf(right),
  "/": (left, right) => {
    const divisor = numberOf(right);
    if (divisor === 0) throw new FormulaError();
    return numberOf(left) / divisor;
  },
  "&": (left, right) => textOf(left) + textOf(right),
};

function functionOf(
  name: string,
  parts: readonly QuickFormula[],
): QuickFormula {
  const [first = constant(null), second, third = constant(false)] = parts;
  if (name === "IF" && second !== undefined) {
    return (read, down, right) =>
      truthOf(first(read, down, right))
        ? second(read, down, right)
        : third(read, down, right);
  }
  if (name === "AND" || name === "OR") {
    // The first that decides ends it; an error beside it would not show anyway.
    const isAnd = name === "AND";
    return (read, down, right) =>
      parts[isAnd ? "every" : "some"]((part) =>
        truthOf(part(read, down, right)),
      );
  }
  if (name === "ISNUMBER" || name === "ISTEXT") {
    const asked = name === "ISNUMBER" ? "number" : "string";
    const value = guarded(first);
    return (read, down, right) => typeof value(read, down, right) === asked;
  }
  const work = FUNCTIONS[name];
  if (work === undefined) throw new UnknownWord();
  return (read, down, right) =>
    work(...parts.map((part) => part(read, down, right)));
}
