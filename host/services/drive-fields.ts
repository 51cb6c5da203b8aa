/** Partial answers: the `fields` parameter of Google's APIs. */

/** Field name → wanted subfields; null means the whole field. */
type Mask = Map<string, Mask | null>;

/** A mask that cannot be read; the message quotes it. */
export class FieldsError extends Error {
  override readonly name = "FieldsError";
}

const PIECE = /\s*([A-Za-z0-9_*-]+|[(),/])/uy;

function piecesOf(fields: string): string[] {
  const pieces: string[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < fields.trimEnd().length) {
    const match = PIECE.exec(fields);
    if (match?.[1] === undefined) {
      throw new FieldsError(`Invalid field selection ${fields}`);
    }
    pieces.push(match[1]);
  }
  return pieces;
}

function readList(pieces: string[], whole: string): Mask {
  const mask: Mask = new Map();
  for (;;) {
    readField(pieces, mask, whole);
    if (pieces[0] !== ",") {
      return mask;
    }
    pieces.shift();
  }
}

function readField(pieces: string[], mask: Mask, whole: string): void {
  const name = pieces.shift();
  if (name === undefined || /^[(),/]$/.test(name)) {
    throw new FieldsError(`Invalid field selection ${whole}`);
  }
  const next = pieces[0];
  if (next === "/") {
    pieces.shift();
    const inner: Mask = mask.get(name) ?? new Map();
    readField(pieces, inner, whole);
    mask.set(name, inner);
  } else if (next === "(") {
    pieces.shift();
    mask.set(name, readList(pieces, whole));
    if (pieces.shift() !== ")") {
      throw new FieldsError(`Invalid field selection ${whole}`);
    }
  } else {
    mask.set(name, null);
  }
}

function pick(value: unknown, mask: Mask | null): unknown {
  if (mask === null || mask.has("*")) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((entry) => pick(entry, mask));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const wanted = mask.get(key);
      return wanted === undefined ? [] : [[key, pick(inner, wanted)]];
    }),
  );
}

/**
 * The wanted part of an answer.
 *
 * @param fields - For example `files(id,appProperties),nextPageToken` or `*`.
 * @param known - Names allowed at the top level.
 * @throws FieldsError for a mask that cannot be read or names an unknown field.
 */
export function selectFields(
  answer: Readonly<Record<string, unknown>>,
  fields: string,
  known: ReadonlySet<string>,
): Record<string, unknown> {
  const pieces = piecesOf(fields);
  const mask = readList(pieces, fields);
  if (pieces.length > 0) {
    throw new FieldsError(`Invalid field selection ${fields}`);
  }
  for (const name of mask.keys()) {
    if (name !== "*" && !known.has(name)) {
      throw new FieldsError(`Invalid field selection ${name}`);
    }
  }
  return pick(answer, mask) as Record<string, unknown>;
}
