/** The search language of Drive.Files.list (parameter q), as far as it is used. */

/** What a search sees of a file. */
export type Searched = {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly trashed: boolean;
  readonly parents: readonly string[];
  readonly appProperties: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
  /** ISO instants. */
  readonly createdTime: string;
  readonly modifiedTime: string;
};

export type Test = (file: Searched) => boolean;

/** A query that the host cannot answer; the message names the place. */
export class QueryError extends Error {
  override readonly name = "QueryError";
}

type Token = {
  readonly kind: "text" | "word" | "sign";
  readonly value: string;
};

const TOKEN =
  /\s*(?:'((?:[^'\\]|\\.)*)'|([A-Za-z_][A-Za-z0-9_]*)|(!=|<=|>=|[=<>(){}]))/suy;

function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < query.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(query);
    if (match === null) {
      throw new QueryError(`cannot read the query at: ${query.slice(at)}`);
    }
    const [, text, word, sign] = match;
    tokens.push(
      text !== undefined
        ? { kind: "text", value: text.replace(/\\(.)/gsu, "$1") }
        : word !== undefined
          ? { kind: "word", value: word }
          : { kind: "sign", value: sign ?? "" },
    );
  }
  return tokens;
}

/** Reads tokens one after another. */
type Reader = {
  readonly peek: () => Token | undefined;
  readonly take: () => Token;
};

function readerOf(tokens: readonly Token[]): Reader {
  let position = 0;
  return {
    peek: () => tokens[position],
    take: () => {
      const token = tokens[position];
      if (token === undefined) {
        throw new QueryError("the query ends too early");
      }
      position += 1;
      return token;
    },
  };
}

function takeExactly(
  reader: Reader,
  kind: Token["kind"],
  value?: string,
): string {
  const token = reader.take();
  if (
    token.kind !== kind ||
    (value !== undefined && token.value.toLowerCase() !== value)
  ) {
    throw new QueryError(`unexpected ${token.value}`);
  }
  return token.value;
}

function nextIsWord(reader: Reader, word: string): boolean {
  const token = reader.peek();
  return token?.kind === "word" && token.value.toLowerCase() === word;
}

function readOr(reader: Reader): Test {
  let test = readAnd(reader);
  while (nextIsWord(reader, "or")) {
    reader.take();
    const [left, right] = [test, readAnd(reader)];
    test = (file) => left(file) || right(file);
  }
  return test;
}

function readAnd(reader: Reader): Test {
  let test = readNot(reader);
  while (nextIsWord(reader, "and")) {
    reader.take();
    const [left, right] = [test, readNot(reader)];
    test = (file) => left(file) && right(file);
  }
  return test;
}

function readNot(reader: Reader): Test {
  if (nextIsWord(reader, "not")) {
    reader.take();
    const test = readNot(reader);
    return (file) => !test(file);
  }
  const token = reader.peek();
  if (token?.kind === "sign" && token.value === "(") {
    reader.take();
    const test = readOr(reader);
    takeExactly(reader, "sign", ")");
    return test;
  }
  return readTerm(reader);
}

function readTerm(reader: Reader): Test {
  const first = reader.take();
  if (first.kind === "text") {
    takeExactly(reader, "word", "in");
    const field = takeExactly(reader, "word");
    if (field !== "parents") {
      throw new QueryError(`the term "in ${field}" is not available`);
    }
    return (file) => file.parents.includes(first.value);
  }
  const operator = reader.take().value.toLowerCase();
  switch (first.value) {
    case "name":
      return textTest(reader, operator, "name");
    case "mimeType":
      return textTest(reader, operator, "mimeType");
    case "trashed":
      return booleanTest(reader, operator);
    case "createdTime":
      return timeTest(reader, operator, "createdTime");
    case "modifiedTime":
      return timeTest(reader, operator, "modifiedTime");
    case "appProperties":
      return propertyTest(reader, operator, "appProperties");
    case "properties":
      return propertyTest(reader, operator, "properties");
    default:
      throw new QueryError(`the term ${first.value} is not available`);
  }
}

function textTest(
  reader: Reader,
  operator: string,
  field: "name" | "mimeType",
): Test {
  const wanted = takeExactly(reader, "text");
  const folded = wanted.toLowerCase();
  switch (operator) {
    case "=":
      return (file) => file[field] === wanted;
    case "!=":
      return (file) => file[field] !== wanted;
    case "contains":
      // For names Google matches the beginnings of words only.
      return field === "name"
        ? (file) => startsWord(file.name.toLowerCase(), folded)
        : (file) => file.mimeType.includes(wanted);
    default:
      throw new QueryError(`the operator ${operator} is not for ${field}`);
  }
}

function startsWord(text: string, part: string): boolean {
  let at = text.indexOf(part);
  while (at !== -1) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) {
      return true;
    }
    at = text.indexOf(part, at + 1);
  }
  return false;
}

function booleanTest(reader: Reader, operator: string): Test {
  const word = takeExactly(reader, "word").toLowerCase();
  if ((word !== "true" && word !== "false") || !/^!?=$/.test(operator)) {
    throw new QueryError(`trashed is compared with true or false only`);
  }
  const wanted = (word === "true") === (operator === "=");
  return (file) => file.trashed === wanted;
}

function timeTest(
  reader: Reader,
  operator: string,
  field: "createdTime" | "modifiedTime",
): Test {
  const text = takeExactly(reader, "text");
  // A time without a zone is UTC, as Drive documents.
  const wanted = Date.parse(
    /(?:z|[+-]\d\d:?\d\d)$/iu.test(text) || !text.includes("T")
      ? text
      : `${text}Z`,
  );
  if (Number.isNaN(wanted)) {
    throw new QueryError(`not a time: ${text}`);
  }
  const compare: Readonly<Record<string, (moment: number) => boolean>> = {
    "=": (moment) => moment === wanted,
    "!=": (moment) => moment !== wanted,
    "<": (moment) => moment < wanted,
    "<=": (moment) => moment <= wanted,
    ">": (moment) => moment > wanted,
    ">=": (moment) => moment >= wanted,
  };
  const test = Object.hasOwn(compare, operator) ? compare[operator] : undefined;
  if (test === undefined) {
    throw new QueryError(`the operator ${operator} is not for ${field}`);
  }
  return (file) => test(Date.parse(file[field]));
}

function propertyTest(
  reader: Reader,
  operator: string,
  field: "appProperties" | "properties",
): Test {
  if (operator !== "has") {
    throw new QueryError(`the operator ${operator} is not for ${field}`);
  }
  takeExactly(reader, "sign", "{");
  takeExactly(reader, "word", "key");
  takeExactly(reader, "sign", "=");
  const key = takeExactly(reader, "text");
  takeExactly(reader, "word", "and");
  takeExactly(reader, "word", "value");
  takeExactly(reader, "sign", "=");
  const value = takeExactly(reader, "text");
  takeExactly(reader, "sign", "}");
  return (file) =>
    Object.hasOwn(file[field], key) && file[field][key] === value;
}

/**
 * The test a search string describes.
 *
 * Known: name, mimeType, trashed, createdTime, modifiedTime, `'id' in
 * parents`, appProperties/properties `has { key='…' and value='…' }`, and,
 * or, not, brackets; inside quotes `\'` and `\\`.
 *
 * @throws QueryError naming what is not known.
 */
export function parseQuery(query: string): Test {
  const reader = readerOf(tokensOf(query));
  const test = readOr(reader);
  const rest = reader.peek();
  if (rest !== undefined) {
    throw new QueryError(`unexpected ${rest.value}`);
  }
  return test;
}
