/** PDF of documents and of the book, where LibreOffice is installed. */
import {
  convert,
  findLibreOffice,
  LibreOfficeError,
} from "../machine/libreoffice";

export type PdfResult =
  | { readonly bytes: Uint8Array; readonly message: null }
  /** `message` is a Russian sentence saying why there is no PDF. */
  | { readonly bytes: null; readonly message: string };

/** Makes a PDF of a .docx or .xlsx, or says why it cannot. */
export async function exportPdf(
  file: Uint8Array,
  from: "docx" | "xlsx",
  timeLimitMs?: number,
): Promise<PdfResult> {
  try {
    const limit = timeLimitMs === undefined ? {} : { timeLimitMs };
    const bytes = await convert(file, { from, to: "pdf", ...limit });
    return { bytes, message: null };
  } catch (error) {
    if (error instanceof LibreOfficeError) {
      return { bytes: null, message: error.message };
    }
    throw error;
  }
}

/**
 * Makes a PDF of a .docx; undefined when this machine has no LibreOffice.
 * The function throws an Error with a Russian sentence when it cannot.
 */
export function pdfMaker():
  | ((docx: Uint8Array) => Promise<Uint8Array>)
  | undefined {
  const program = findLibreOffice();
  return program === null
    ? undefined
    : (docx) => convert(docx, { from: "docx", to: "pdf" }, program);
}
