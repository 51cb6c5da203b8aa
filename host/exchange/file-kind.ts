/** Tells what a file is by its content, not by its name. */
import { LIMITS, TOO_BIG, UploadError } from "./limits";
import { openZip, type ZipFile } from "./zip-file";

export type UploadedFile =
  | { readonly kind: "xlsx" | "ods"; readonly zip: ZipFile }
  | { readonly kind: "csv"; readonly bytes: Uint8Array };

const NOT_A_BOOK = "Это не таблица. Загружаются файлы .xlsx, .ods и .csv.";
const PASSWORD = "Файл защищён паролем. Снимите пароль и повторите.";
const OLD_EXCEL =
  "Это старый формат Excel (.xls). Откройте файл в Excel или LibreOffice и сохраните как .xlsx.";

/** First bytes of Microsoft's compound files: .xls, and .xlsx with a password. */
const COMPOUND = Buffer.from("d0cf11e0a1b11ae1", "hex");
/** Name of the stream that holds a file encrypted with a password. */
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");
const ZIP = Buffer.from("PK");
const UTF16 = Buffer.from([0xff, 0xfe]);
/** How much of a text file is looked at. */
const LOOKED_AT = 65_536;

/** @throws UploadError with the reason why the file cannot be imported. */
export function fileKind(bytes: Uint8Array): UploadedFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) throw new UploadError("Файл пуст.");
  if (buffer.length > LIMITS.fileBytes) throw new UploadError(TOO_BIG);
  if (startsWith(buffer, COMPOUND)) {
    throw new UploadError(buffer.includes(ENCRYPTED) ? PASSWORD : OLD_EXCEL);
  }
  if (startsWith(buffer, ZIP)) return zipKind(openZip(bytes));
  if (!isText(buffer)) throw new UploadError(NOT_A_BOOK);
  return { kind: "csv", bytes };
}

function startsWith(buffer: Buffer, start: Buffer): boolean {
  return buffer.subarray(0, start.length).equals(start);
}

function zipKind(zip: ZipFile): UploadedFile {
  if (zip.has("xl/workbook.xml")) return { kind: "xlsx", zip };
  if (zip.has("xl/workbook.bin")) {
    throw new UploadError(
      "Это двоичный формат Excel (.xlsb). Сохраните файл как .xlsx.",
    );
  }
  if (/spreadsheet/.test(zip.text("mimetype")) && zip.has("content.xml")) {
    if (zip.text("META-INF/manifest.xml").includes("encryption-data")) {
      throw new UploadError(PASSWORD);
    }
    return { kind: "ods", zip };
  }
  throw new UploadError(NOT_A_BOOK);
}

function isText(buffer: Buffer): boolean {
  if (startsWith(buffer, UTF16)) return true;
  const start = buffer.subarray(0, LOOKED_AT);
  return (
    !start.includes(0) &&
    !/^\s*(?:<!doctype|<html|<\?xml|%PDF-|\{\\rtf)/i.test(
      start.toString("latin1").replace(/^ï»¿/, ""),
    )
  );
}
