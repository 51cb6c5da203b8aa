/**
 * Fills the WordprocessingML of a template: `{tag}`, `{#section}…{/section}` for
 * each item or for what is so, `{^section}…{/section}` for what is not.
 */
import { escaped } from "../markup";
import type { DocumentData } from "./document-data";

type Tag = { readonly sign: string; readonly name: string };

/** One XML tag, a stretch of text, or a tag of the template. */
type Piece = string | Tag;

type Part =
  | string
  | { readonly name: string; readonly runProperties: string }
  | {
      readonly name: string;
      readonly isInverted: boolean;
      readonly body: readonly Part[];
    };

/** Indices of pieces, `to` not included. */
type Span = { readonly from: number; readonly to: number };

/** What gives way to the items, and what of it is repeated. */
type Section = { readonly whole: Span; readonly body: Span };

const PIECE = /<[^>]+>|\{[#^/]?[^{}<]+\}|[^<{]+|\{/g;
const TAG = /^\{([#^/]?)([^{}]+)\}$/;

/**
 * The part with its tags filled.
 *
 * Text goes in literally, a line feed becomes a line break. A section whose tags
 * stand in two cells of a row repeats the row; one whose tags stand alone in
 * their paragraphs takes these paragraphs away; any other repeats what is
 * between its tags. A table left without rows goes, a cell left without a
 * paragraph gets one.
 *
 * @throws RangeError if the data lack a tag, a section is not closed, or page
 *   settings would go with a section.
 */
export function fillTemplate(xml: string, data: DocumentData): string {
  const pieces = (xml.match(PIECE) ?? []).map(pieceOf);
  const parts = compile(pieces, { from: 0, to: pieces.length });
  return withoutGaps(render(parts, [data]));
}

function pieceOf(text: string): Piece {
  const [, sign, name] = TAG.exec(text) ?? [];
  if (sign !== undefined && name !== undefined) {
    return { sign, name };
  }
  // A value may begin or end with a space.
  return text === "<w:t>" ? '<w:t xml:space="preserve">' : text;
}

function compile(pieces: Piece[], { from, to }: Span): readonly Part[] {
  const parts: Part[] = [];
  let at = from;
  for (let index = from; index < to; index++) {
    const tag = pieces[index];
    if (isTag(tag) && (tag.sign === "#" || tag.sign === "^")) {
      const { whole, body } = takeSection(pieces, index, tag);
      if (whole.from < at || whole.to > to) {
        throw new RangeError(`fillTemplate: "${tag.name}" crosses another`);
      }
      parts.push(...withValues(pieces, { from: at, to: whole.from }), {
        name: tag.name,
        isInverted: tag.sign === "^",
        body: compile(pieces, body),
      });
      at = whole.to;
      index = at - 1;
    }
  }
  return [...parts, ...withValues(pieces, { from: at, to })];
}

/** The section that opens here; its two tags are no pieces any more. */
function takeSection(pieces: Piece[], opening: number, tag: Tag): Section {
  const closing = pieces.findIndex(
    (piece, index) =>
      index > opening &&
      isTag(piece) &&
      piece.sign === "/" &&
      piece.name === tag.name,
  );
  if (closing < 0) {
    throw new RangeError(`fillTemplate: "${tag.name}" is not closed`);
  }
  const between = { from: opening, to: closing + 1 };
  const section = rowSection(pieces, between) ??
    paragraphSection(pieces, between) ?? { whole: between, body: between };
  pieces[opening] = "";
  pieces[closing] = "";
  return section;
}

/** The row, when the section goes from one cell to another. */
function rowSection(pieces: readonly Piece[], between: Span): Section | null {
  let depth = 0;
  let isAcross = false;
  for (const piece of pieces.slice(between.from, between.to)) {
    depth += step(piece, "w:tc");
    isAcross = isAcross || depth < 0;
  }
  if (!isAcross) {
    return null;
  }
  const row = {
    from: around(pieces, between.from, "w:tr", -1),
    to: around(pieces, between.to - 1, "w:tr", 1) + 1,
  };
  return { whole: row, body: row };
}

/** The paragraphs between, when both tags stand alone in paragraphs of their own. */
function paragraphSection(
  pieces: readonly Piece[],
  between: Span,
): Section | null {
  const first = paragraphAround(pieces, between.from);
  const last = paragraphAround(pieces, between.to - 1);
  if (!isAlone(pieces, first) || !isAlone(pieces, last)) {
    return null;
  }
  return {
    whole: { from: first.from, to: last.to },
    body: { from: first.to, to: last.from },
  };
}

function paragraphAround(pieces: readonly Piece[], index: number): Span {
  return {
    from: around(pieces, index, "w:p", -1),
    to: around(pieces, index, "w:p", 1) + 1,
  };
}

function isAlone(pieces: readonly Piece[], { from, to }: Span): boolean {
  const inside = pieces.slice(from, to);
  const said = inside.filter(
    (piece) => isTag(piece) || !(piece.startsWith("<") || piece.trim() === ""),
  );
  if (said.length !== 1) {
    return false;
  }
  if (inside.some((piece) => step(piece, "w:sectPr") !== 0)) {
    throw new RangeError("fillTemplate: page settings stand with a section");
  }
  return true;
}

/** Where the element around a piece begins (direction -1) or ends (1). */
function around(
  pieces: readonly Piece[],
  index: number,
  element: string,
  direction: -1 | 1,
): number {
  let depth = 0;
  let at = index;
  while (depth >= 0) {
    at += direction;
    const piece = pieces[at];
    if (piece === undefined) {
      throw new RangeError(`fillTemplate: a section is not in a ${element}`);
    }
    depth += step(piece, element) * direction;
  }
  return at;
}

/** 1 where the element begins, -1 where it ends. */
function step(piece: Piece, element: string): number {
  if (isTag(piece) || piece.endsWith("/>")) {
    return 0;
  }
  if (piece === `</${element}>`) {
    return -1;
  }
  return piece === `<${element}>` || piece.startsWith(`<${element} `) ? 1 : 0;
}

/** Pieces without sections as text and values. */
function withValues(
  pieces: readonly Piece[],
  { from, to }: Span,
): readonly Part[] {
  const parts: Part[] = [];
  let text = "";
  for (let index = from; index < to; index++) {
    const piece = pieces[index] ?? "";
    if (!isTag(piece)) {
      text += piece;
    } else if (piece.sign === "") {
      const runProperties = runPropertiesAt(pieces, index);
      parts.push(text, { name: piece.name, runProperties });
      text = "";
    } else {
      throw new RangeError(`fillTemplate: "${piece.name}" is not opened`);
    }
  }
  return [...parts, text];
}

/** How the run around a piece looks: a line break begins another run of its kind. */
function runPropertiesAt(pieces: readonly Piece[], index: number): string {
  const run = pieces
    .slice(around(pieces, index, "w:r", -1), index)
    .filter((piece) => !isTag(piece))
    .join("");
  return /<w:rPr>.*<\/w:rPr>|<w:rPr\/>/s.exec(run)?.[0] ?? "";
}

/** @param scopes - Outermost first; a tag is looked for from the end on. */
function render(
  parts: readonly Part[],
  scopes: readonly DocumentData[],
): string {
  return parts
    .map((part) => {
      if (typeof part === "string") {
        return part;
      }
      const value = valueIn(part.name, scopes);
      if ("body" in part) {
        return itemsOf(value, part.isInverted)
          .map((item) => render(part.body, [...scopes, item]))
          .join("");
      }
      if (typeof value !== "string") {
        throw new RangeError(`fillTemplate: "${part.name}" is no text`);
      }
      return value
        .split("\n")
        .map(escaped)
        .join(
          `</w:t></w:r><w:r><w:br/></w:r><w:r>${part.runProperties}<w:t xml:space="preserve">`,
        );
    })
    .join("");
}

/** Own keys only: `constructor` is no tag. */
function valueIn(
  name: string,
  scopes: readonly DocumentData[],
): DocumentData[string] {
  for (let index = scopes.length - 1; index >= 0; index--) {
    const scope = scopes[index] ?? {};
    const value = Object.getOwnPropertyDescriptor(scope, name)?.value;
    if (value !== undefined) {
      return value;
    }
  }
  throw new RangeError(`fillTemplate: no value for "${name}"`);
}

/** A scope for every time the section is written. */
function itemsOf(
  value: DocumentData[string],
  isInverted: boolean,
): readonly DocumentData[] {
  const isList = typeof value !== "string" && typeof value !== "boolean";
  const isSo = isList ? value.length > 0 : value !== "" && value !== false;
  if (isInverted) {
    return isSo ? [] : [{}];
  }
  return isList ? value : isSo ? [{}] : [];
}

/** What sections took away must not leave XML that Word refuses. */
function withoutGaps(xml: string): string {
  return xml
    .replace(/<w:tbl>(?:(?!<w:tr[ >]|<w:tbl>)<[^>]*>)*<\/w:tbl>/g, "")
    .replace(
      /<w:tc>(?:<w:tcPr>(?:(?!<\/w:tcPr>)<[^>]*>)*<\/w:tcPr>)?(?=<\/w:tc>)/g,
      "$&<w:p/>",
    )
    .replace(/<\/w:tbl>(?=<\/w:(?:tc|body)>)/g, "$&<w:p/>");
}

function isTag(piece: Piece | undefined): piece is Tag {
  return typeof piece === "object";
}
