/** Reads a chosen file as text, whatever of the usual encodings it is in. */
import { formatSize } from "./words";

/** Larger files would not pass through one call to the server. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

export type TextFile =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

const NOT_TEXT =
  "Это не текстовый файл. Таблицу Excel сохраните как «CSV UTF-8» (Файл → Сохранить как) и выберите полученный файл.";

const PDF_MARK = [0x25, 0x50, 0x44, 0x46];

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

/** The size is checked before anything is read. */
export async function readTextFile(file: File): Promise<TextFile> {
  if (file.size > MAX_FILE_BYTES) {
    return tooLarge(file.size);
  }
  try {
    return decodeTextFile(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return {
      ok: false,
      message:
        "Файл не прочитался. Возможно, он открыт в другой программе или перемещён. Выберите его ещё раз.",
    };
  }
}
