/** Text of several lines: plain in the book, as Google keeps it, a document in Univer's editor, which loses breaks of plain text. */
import type { ICellData, IDocumentData } from "@univerjs/presets";

const BREAK = "\n";
/** Ends a paragraph in Univer's documents; the last one is followed by `\n`. */
const PARAGRAPH_END = "\r";
const DOCUMENT_END = /\r\n$/;

/** The document Univer's editor opens for a text with breaks. */
export function documentOfLines(text: string): IDocumentData {
  const stream = text.replaceAll(BREAK, PARAGRAPH_END) + PARAGRAPH_END;
  const paragraphs = [...stream.matchAll(/\r/g)].map(({ index }) => ({
    startIndex: index,
  }));
  return {
    id: "lines",
    documentStyle: {},
    body: { dataStream: `${stream}\n`, textRuns: [], paragraphs },
  };
}

/** The text with breaks of a cell's document; null when it holds links, pictures or formats of parts. */
export function linesOfCell(cell: ICellData): string | null {
  const body = cell.p?.body;
  if (body === undefined) return null;
  const isPlain =
    (body.customRanges ?? []).length === 0 &&
    (body.customBlocks ?? []).length === 0 &&
    (body.textRuns ?? []).every(
      ({ st, ed }) =>
        st === 0 && ed >= body.dataStream.replace(DOCUMENT_END, "").length,
    );
  return isPlain
    ? body.dataStream.replace(DOCUMENT_END, "").replaceAll(PARAGRAPH_END, BREAK)
    : null;
}
