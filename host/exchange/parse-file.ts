/** Reads an uploaded file whatever its kind; runs in a thread of its own. */
import { type FileBook, sizeOf } from "./file-book";
import { fileKind } from "./file-kind";
import { DAMAGED, LIMITS, TOO_BIG, UploadError } from "./limits";
import { readCsv } from "./read-csv";
import { readOds } from "./read-ods";
import { readXlsx } from "./read-xlsx";

/**
 * @param name - The file's name, for the title of a .csv's tab.
 * @throws UploadError with a Russian sentence when it cannot be read.
 */
export async function parseFile(
  bytes: Uint8Array,
  name: string,
): Promise<FileBook> {
  const file = fileKind(bytes);
  const book = await readKind(file, name);
  checkBook(book);
  return book;
}

async function readKind(
  file: ReturnType<typeof fileKind>,
  name: string,
): Promise<FileBook> {
  if (file.kind === "csv") return readCsv(file.bytes, titleOf(name));
  try {
    return file.kind === "xlsx" ? await readXlsx(file.zip) : readOds(file.zip);
  } catch (cause) {
    if (cause instanceof UploadError) throw cause;
    throw new UploadError(DAMAGED, { cause });
  }
}

function titleOf(name: string): string {
  const bare = name.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
  return bare.trim().slice(0, 100) || "Лист1";
}

function checkBook({ tabs }: FileBook): void {
  if (tabs.length === 0) throw new UploadError("В файле нет ни одного листа.");
  if (tabs.length > LIMITS.tabs) {
    throw new UploadError(
      `В файле ${tabs.length} листов, загружается не больше ${LIMITS.tabs}.`,
    );
  }
  let cells = 0;
  for (const tab of tabs) {
    const { rows, columns } = sizeOf(tab);
    if (columns > LIMITS.columns) throw new UploadError(TOO_BIG);
    cells += rows * columns;
  }
  if (cells > LIMITS.cells) {
    throw new UploadError(
      "В файле больше 10 миллионов ячеек: столько таблица не вмещает.",
    );
  }
}
