/** Edits the text of WordprocessingML paragraph by paragraph, however it is split over runs. */

export type TextEdit = {
  /** Characters of the paragraph's text, `to` not included. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
};

/** Edits of one paragraph, in order, not overlapping. */
export type ParagraphText = (text: string) => readonly TextEdit[];

/**
 * What matters of the XML: paragraphs (they nest in text boxes), texts, and
 * what Word makes of hyphens and breaks.
 */
const TOKEN =
  /<w:p(?:\s[^>]*)?\/>|<w:p(?:\s[^>]*)?>|<\/w:p>|<w:t(?:\s[^>]*)?\/>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(noBreakHyphen|softHyphen|tab|br|cr)(?:\s[^>]*)?\/>/g;

const MEANING: Readonly<Record<string, string>> = {
  noBreakHyphen: "\u2011",
  softHyphen: "\u00ad",
  tab: "\t",
  br: "\n",
  cr: "\n",
};

/** A token that stands for characters; `from` and `to` of the XML. */
type Piece = {
  readonly from: number;
  readonly to: number;
  text: string;
  readonly isText: boolean;
  isChanged: boolean;
};

/** The XML with the edits carried out; the rest stays letter by letter. */
export function editParagraphs(xml: string, edit: ParagraphText): string {
  const open: Piece[][] = [];
  const changed: Piece[] = [];
  const close = (pieces: Piece[] | undefined) => {
    if (pieces !== undefined) {
      change(pieces, edit);
      changed.push(...pieces.filter(({ isChanged }) => isChanged));
    }
  };
  for (const match of xml.matchAll(TOKEN)) {
    const [token, text, special] = match;
    const from = match.index ?? 0;
    if (token === "</w:p>") {
      close(open.pop());
    } else if (/^<w:p[\s>]/.test(token) && !token.endsWith("/>")) {
      open.push([]);
    } else if (text !== undefined || special !== undefined) {
      open[open.length - 1]?.push({
        from,
        to: from + token.length,
        text:
          text === undefined ? (MEANING[special ?? ""] ?? "") : decode(text),
        isText: text !== undefined,
        isChanged: false,
      });
    }
  }
  return withPieces(xml, changed);
}

/** The new text goes where the old one began, in the looks it has there. */
function change(pieces: readonly Piece[], edit: ParagraphText): void {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of pieces) {
    starts.push(length);
    length += text.length;
  }
  const edits = [...edit(pieces.map(({ text }) => text).join(""))].reverse();
  for (const { from, to, text } of edits) {
    const first = pieces.findIndex(
      (piece, index) => from < (starts[index] ?? 0) + piece.text.length,
    );
    for (let index = pieces.length - 1; index >= first; index--) {
      const piece = pieces[index];
      const start = starts[index] ?? 0;
      if (piece === undefined || start >= to || first < 0) {
        continue;
      }
      const head = piece.text.slice(0, Math.max(0, from - start));
      const tail = piece.text.slice(Math.max(0, to - start));
      piece.text = `${head}${index === first ? text : ""}${tail}`;
      piece.isChanged = true;
    }
  }
}

function withPieces(xml: string, changed: readonly Piece[]): string {
  let result = "";
  let end = 0;
  for (const piece of [...changed].sort((a, b) => a.from - b.from)) {
    result += xml.slice(end, piece.from);
    result +=
      piece.isText || piece.text !== ""
        ? `<w:t xml:space="preserve">${encode(piece.text)}</w:t>`
        : "";
    end = piece.to;
  }
  return result + xml.slice(end);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function decode(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) {
        return ENTITIES[name.toLowerCase()] ?? whole;
      }
      const code =
        hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function encode(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}
