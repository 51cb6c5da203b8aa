/** How large an uploaded file may be, and the sentence said when it is not taken. */

const MEGABYTE = 1_000_000;

export const LIMITS = {
  /** Chosen: a book of 10,000 rows is about 2 MB. */
  fileBytes: 20 * MEGABYTE,
  /** Chosen: what one thread reads in well under a minute. */
  unzippedBytes: 200 * MEGABYTE,
  /** Spreadsheets shrink 10 to 40 times; a bomb 1000 times. Chosen. */
  unzippedRatio: 150,
  /** Below this nothing is a bomb. */
  harmlessBytes: 10 * MEGABYTE,
  zipEntries: 2_000,
  /** Google's limits: https://support.google.com/drive/answer/37603 */
  cells: 10_000_000,
  columns: 18_278,
  cellCharacters: 50_000,
  /** Google's limit for the tabs of one book. */
  tabs: 200,
  /** Chosen: how long and with how much memory a file may be read. */
  readMs: 60_000,
  readMegabytes: 1_500,
} as const;

/** A file that is not taken; the message is a Russian sentence for the person. */
export class UploadError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "UploadError";
  }
}

export const DAMAGED =
  "Файл повреждён и не читается. Откройте его в той программе, где он сделан, и сохраните заново.";
export const TOO_BIG =
  "Файл слишком велик: таблицы загружаются до 20 МБ, в распакованном виде до 200 МБ.";
