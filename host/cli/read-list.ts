/** Reads a list of people that a command names: text, or one sheet of a workbook. */
import { basename } from "node:path";
import { decodeText } from "../exchange/decode-text";
import { firstFilled, gridText } from "../exchange/file-grid";
import { UploadError } from "../exchange/limits";
import { parseFile } from "../exchange/parse-file";
import { CommandError } from "./failure";
import type { Job } from "./job";
import { readBytes } from "./read-bytes";

/** First bytes of .xlsx and .ods, and of the old .xls. */
const BOOKS = [Buffer.from("PK"), Buffer.from("d0cf11e0a1b11ae1", "hex")];

/**
 * The input of the import: `text` as it is written, or the sheet named by
 * `--sheet`, without it the first with anything in it.
 *
 * @throws CommandError when the file cannot be read or has no such sheet.
 */
export async function readList(
  { args, output }: Job,
  path: string,
): Promise<{ readonly text: string } | { readonly file: string }> {
  const bytes = readBytes(path);
  if (!BOOKS.some((start) => Buffer.from(bytes).indexOf(start) === 0)) {
    return { text: decodeText(bytes) };
  }
  const book = await parsed(bytes, basename(path));
  const titles = book.tabs.map(({ title }) => `«${title}»`).join(", ");
  const tab =
    args.sheet === null
      ? firstFilled(book)
      : (book.tabs.find(({ title }) => title === args.sheet) ?? null);
  if (tab === null) {
    throw new CommandError(
      args.sheet === null
        ? "В файле нет ни одного заполненного листа."
        : `Листа «${args.sheet}» в файле нет. Есть: ${titles}.`,
    );
  }
  if (book.tabs.length > 1) {
    output.say(`Лист «${tab.title}» из: ${titles}. Другой – через --sheet.`);
  }
  return { file: gridText(book, tab) };
}

/** A refused file is the person's to mend, not a defect. */
async function parsed(bytes: Uint8Array, name: string) {
  try {
    return await parseFile(bytes, name);
  } catch (error) {
    if (!(error instanceof UploadError)) throw error;
    throw new CommandError(error.message, { cause: error });
  }
}
