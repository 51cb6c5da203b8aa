/** The language of QUERY, read into its clauses; what it has beyond them is refused. */

export type Aggregate = "sum" | "avg" | "count" | "min" | "max";
/** A column by its place from 0, perhaps reckoned together. */
export type Picked = {
  readonly column: number;
  readonly aggregate: Aggregate | null;
};
export type Literal = string | number | boolean;
export type Condition =
  | { readonly kind: "and" | "or"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition }
  | { readonly kind: "null"; readonly column: number }
  | {
      readonly kind: "compare";
      readonly column: number;
      readonly operator: string;
      readonly operand: Literal | { readonly column: number };
    };
export type Query = {
  /** Null: all of them. */
  readonly select: readonly Picked[] | null;
  readonly where: Condition | null;
  readonly groupBy: readonly number[];
  readonly orderBy: readonly (Picked & { readonly isDown: boolean })[];
  readonly limit: number | null;
  readonly offset: number;
  readonly labels: readonly (Picked & { readonly text: string })[];
};

const TOKEN =
  /\s*("[^"]*"|'[^']*'|`[^`]*`|\d+(?:\.\d+)?|[A-Za-z_][\w]*|<>|!=|<=|>=|[-=<>(),*])/y;
const AGGREGATE = /^(?:sum|avg|count|min|max)$/i;
const WORDS = ["contains", "starts", "ends", "matches", "like"];
const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);

class Reader {
  readonly #tokens: readonly string[];
  readonly #columnOf: (name: string) => number;
  #at = 0;

  constructor(text: string, columnOf: (name: string) => number) {
    this.#tokens = tokensOf(text);
    this.#columnOf = columnOf;
  }

  get isDone(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** Takes these words when they come next. */
  takes(...words: readonly string[]): boolean {
    const isNext = words.every(
      (word, index) =>
        this.#tokens[this.#at + index]?.toLowerCase() === word.toLowerCase(),
    );
    if (isNext) this.#at += words.length;
    return isNext;
  }

  needs(...words: readonly string[]): void {
    if (!this.takes(...words)) throw this.failure();
  }

  next(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw this.failure();
    this.#at += 1;
    return token;
  }

  failure(): RangeError {
    return new RangeError(`readQuery: ${this.#tokens[this.#at] ?? "the end"}`);
  }

  list<T>(one: () => T): T[] {
    const found = [one()];
    while (this.takes(",")) found.push(one());
    return found;
  }

  column(): number {
    const column = this.#columnOf(this.next().replace(/^`|`$/g, ""));
    if (column < 0) throw this.failure();
    return column;
  }

  picked(): Picked {
    const [name, bracket] = [
      this.#tokens[this.#at],
      this.#tokens[this.#at + 1],
    ];
    if (name === undefined || bracket !== "(" || !AGGREGATE.test(name)) {
      return { column: this.column(), aggregate: null };
    }
    this.#at += 2;
    const column = this.column();
    this.needs(")");
    return { column, aggregate: name.toLowerCase() as Aggregate };
  }

  number(): number {
    const number = Number(this.next());
    if (!Number.isInteger(number)) throw this.failure();
    return number;
  }

  quoted(): string {
    const token = this.next();
    if (!/^["']/.test(token)) throw this.failure();
    return token.slice(1, -1);
  }

  condition(): Condition {
    const parts = [this.#all()];
    while (this.takes("or")) parts.push(this.#all());
    return parts.length === 1 ? (parts[0] as Condition) : { kind: "or", parts };
  }

  #all(): Condition {
    const parts = [this.#one()];
    while (this.takes("and")) parts.push(this.#one());
    return parts.length === 1
      ? (parts[0] as Condition)
      : { kind: "and", parts };
  }

  #one(): Condition {
    if (this.takes("not")) return { kind: "not", part: this.#one() };
    if (this.takes("(")) {
      const inner = this.condition();
      this.needs(")");
      return inner;
    }
    const column = this.column();
    if (this.takes("is", "not", "null")) {
      return { kind: "not", part: { kind: "null", column } };
    }
    if (this.takes("is", "null")) return { kind: "null", column };
    const operator = this.#operator();
    return { kind: "compare", column, operator, operand: this.#operand() };
  }

  #operator(): string {
    const token = this.next().toLowerCase();
    if (token === "starts" || token === "ends") this.needs("with");
    if (!WORDS.includes(token) && !/^[=<>!]/.test(token)) throw this.failure();
    return token === "!=" ? "<>" : token;
  }

  #operand(): Literal | { readonly column: number } {
    if (this.takes("true")) return true;
    if (this.takes("false")) return false;
    if (this.takes("date")) return dayOf(this.quoted());
    if (this.takes("-")) return -Number(this.next());
    const token = this.#tokens[this.#at] ?? "";
    if (/^["']/.test(token)) return this.quoted();
    return /^\d/.test(token) ? Number(this.next()) : { column: this.column() };
  }
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const found = TOKEN.exec(text);
    if (found?.[1] === undefined)
      throw new RangeError("readQuery: a strange sign");
    tokens.push(found[1]);
  }
  return tokens;
}

function dayOf(text: string): number {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (day === undefined) throw new RangeError("readQuery: no day");
  const moment = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return (moment - EPOCH_MS) / DAY_MS;
}

/**
 * @param columnOf - Place of a column named in the query; −1 when there is none.
 * @throws RangeError for anything but these clauses in this order.
 */
export function readQuery(
  text: string,
  columnOf: (name: string) => number,
): Query {
  const reader = new Reader(text, columnOf);
  const select =
    !reader.takes("select") || reader.takes("*")
      ? null
      : reader.list(() => reader.picked());
  const where = reader.takes("where") ? reader.condition() : null;
  const groupBy = reader.takes("group", "by")
    ? reader.list(() => reader.column())
    : [];
  const orderBy = reader.takes("order", "by")
    ? reader.list(() => {
        const picked = reader.picked();
        const isDown = reader.takes("desc");
        if (!isDown) reader.takes("asc");
        return { ...picked, isDown };
      })
    : [];
  const limit = reader.takes("limit") ? reader.number() : null;
  const offset = reader.takes("offset") ? reader.number() : 0;
  const labels = reader.takes("label")
    ? reader.list(() => ({ ...reader.picked(), text: reader.quoted() }))
    : [];
  if (!reader.isDone) throw reader.failure();
  return { select, where, groupBy, orderBy, limit, offset, labels };
}
