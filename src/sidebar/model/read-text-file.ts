/** Reads a chosen file as text: .csv in the usual encodings, .xlsx sheet by sheet. */
import { gridText } from "../../shared/sheet-grid";
import { readDocx } from "./read-docx";
import { readXlsx } from "./read-xlsx";
import { formatSize } from "./words";

/** Larger files would not pass through one call to the server. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

export type SheetText = { readonly title: string; readonly text: string };

export type TextFile =
  | {
      readonly ok: true;
      readonly text: string;
      /** Sheets to choose from; `text` is the first one. */
      readonly sheets?: readonly SheetText[];
    }
  | { readonly ok: false; readonly message: string };

const NOT_TEXT =
  "Такой файл прочитать нельзя. Сохраните таблицу как «Книга Excel (.xlsx)» или «CSV UTF-8» (Файл → Сохранить как) и выберите полученный файл.";

const DAMAGED =
  "Это не книга Excel (.xlsx), или она повреждена либо закрыта паролем. Откройте её, сохраните заново без пароля как «Книга Excel (.xlsx)» и выберите снова.";

const PDF_MARK = [0x25, 0x50, 0x44, 0x46];
const ZIP_MARK = [0x50, 0x4b];

function tooLarge(sizeBytes: number): TextFile {
  return {
    ok: false,
    message: `Файл слишком большой: ${formatSize(sizeBytes)}. Можно до ${formatSize(MAX_FILE_BYTES)}: разделите его на части.`,
  };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function encodingByMark(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) {
    return "utf-16le";
  }
  return startsWith(bytes, [0xfe, 0xff]) ? "utf-16be" : null;
}

function decode(bytes: Uint8Array): string | null {
  const marked = encodingByMark(bytes);
  if (startsWith(bytes, PDF_MARK) || (marked === null && bytes.includes(0))) {
    // Text never has a zero byte; .xlsx, .docx, .xls and pictures do.
    return null;
  }
  const encodings = marked === null ? ["utf-8", "windows-1251"] : [marked];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  return null;
}

/**
 * UTF-8 first, then Windows-1251; a byte order mark is honoured and left out.
 *
 * @param bytes - The whole file.
 */
export function decodeTextFile(bytes: Uint8Array): TextFile {
  if (bytes.length === 0) {
    return { ok: false, message: "Файл пустой. Выберите другой." };
  }
  if (bytes.length > MAX_FILE_BYTES) {
    return tooLarge(bytes.length);
  }
  const text = decode(bytes);
  return text === null ? { ok: false, message: NOT_TEXT } : { ok: true, text };
}

async function readWorkbook(bytes: Uint8Array): Promise<TextFile> {
  const grids = await readXlsx(bytes);
  if (grids === null) {
    return { ok: false, message: DAMAGED };
  }
  const sheets = grids.map((grid) => ({
    title: grid.sheet,
    text: gridText(grid),
  }));
  const [first] = sheets;
  if (first === undefined) {
    return { ok: false, message: "В книге нет данных. Выберите другую." };
  }
  const largest = Math.max(...sheets.map(({ text }) => text.length));
  return largest > MAX_FILE_BYTES
    ? tooLarge(largest)
    : { ok: true, text: first.text, sheets };
}

/** A document only where one is asked for: a list of people is a workbook. */
async function readPacked(
  bytes: Uint8Array,
  accept: string,
): Promise<TextFile> {
  const text = accept.includes(".docx") ? await readDocx(bytes) : null;
  return text === null ? readWorkbook(bytes) : { ok: true, text };
}

/**
 * The size is checked before anything is read.
 *
 * @param accept - Extensions that the field takes.
 */
export async function readTextFile(file: File, accept = ""): Promise<TextFile> {
  if (file.size > MAX_FILE_BYTES) {
    return tooLarge(file.size);
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return startsWith(bytes, ZIP_MARK)
      ? await readPacked(bytes, accept)
      : decodeTextFile(bytes);
  } catch {
    return {
      ok: false,
      message:
        "Файл не прочитался. Возможно, он открыт в другой программе или перемещён. Выберите его ещё раз.",
    };
  }
}
