/** Files in and out of one workspace: previews what a file holds, then writes it; exports. */

import { randomUUID } from "node:crypto";
import type { Book } from "../services/book";
import { blocksOf } from "../services/computed-cells";
import { contentSize } from "../services/content-size";
import { exportXlsx } from "../services/export-xlsx";
import type { Workspace } from "../services/registry";
import { backUp } from "./back-up";
import { exportAll } from "./export-all";
import { exportCsv } from "./export-csv";
import { type FileBook, sizeOf } from "./file-book";
import { UploadError } from "./limits";
import { type ReadOptions, readUpload } from "./read-upload";
import { unknownIn } from "./unknown-functions";
import { type ImportChoice, type Written, writeFileBook } from "./write-book";
import { formulasIn } from "./write-cells";

/** What a person sees before anything is written. */
export type ImportPreview = {
  /** Names the read file in `apply`. */
  readonly id: string;
  readonly name: string;
  readonly kind: FileBook["kind"];
  readonly tabs: readonly {
    readonly title: string;
    readonly rows: number;
    readonly columns: number;
    readonly formulas: number;
    readonly hidden: boolean;
  }[];
  readonly formulas: number;
  /** Functions the engine lacks; their formulas become texts. */
  readonly unknownFunctions: readonly string[];
  readonly problems: readonly string[];
  /** Whether the book here holds nothing that could be lost. */
  readonly isBookEmpty: boolean;
};

export type ImportResult = Written & {
  /** Folder with the workspace as it was; null when nothing was replaced. */
  readonly backup: string | null;
};

export type Exchange = {
  /** @throws UploadError with a Russian sentence when the file is not taken. */
  readonly preview: (bytes: Uint8Array, name: string) => Promise<ImportPreview>;
  /** @throws UploadError when the preview is gone or something else runs. */
  readonly apply: (id: string, choice: ImportChoice) => Promise<ImportResult>;
  /** A tab by its id or title, as UTF-8 text; null when there is none. */
  readonly tabCsv: (tab: string) => Promise<{
    readonly title: string;
    readonly text: string;
  } | null>;
  /** Book, documents, answers and letters as one .zip. */
  readonly everything: () => Promise<Uint8Array>;
};

export type ExchangeParts = {
  readonly workspace: Workspace;
  /** Folder of the workspace; null when it is kept in memory. */
  readonly folder: string | null;
  /** Writes everything to the folder. */
  readonly save: () => Promise<void>;
  /** Whether an execution of the add-on is under way. */
  readonly isBusy: () => boolean;
  readonly reading?: ReadOptions;
};

/** Read files kept for their `apply`; chosen. */
const KEPT = 2;

export function openExchange(parts: ExchangeParts): Exchange {
  const { workspace } = parts;
  const { book } = workspace;
  const kept = new Map<string, FileBook>();
  let isReading = false;
  let isWriting = false;

  return {
    async preview(bytes, name) {
      if (isReading) {
        throw new UploadError("Другой файл ещё читается. Подождите немного.");
      }
      isReading = true;
      try {
        const file = await readUpload(bytes, name, parts.reading);
        const id = randomUUID();
        kept.set(id, file);
        for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
        return previewOf(workspace, id, name, file);
      } finally {
        isReading = false;
      }
    },
    async apply(id, choice) {
      const file = kept.get(id);
      if (file === undefined) {
        throw new UploadError("Файл больше не под рукой. Выберите его заново.");
      }
      if (isWriting || parts.isBusy()) {
        throw new UploadError(
          "Сейчас выполняется другое действие. Повторите, когда оно закончится.",
        );
      }
      isWriting = true;
      try {
        await parts.save();
        const backup =
          choice.mode === "book" && parts.folder !== null && !isEmpty(book)
            ? backUp(parts.folder, workspace.now())
            : null;
        const written = await writeFileBook(book, file, choice);
        kept.delete(id);
        await book.settle();
        return { ...written, backup };
      } finally {
        isWriting = false;
        await parts.save();
      }
    },
    async tabCsv(tab) {
      const sheet =
        book.workbook.getSheetBySheetId(tab) ??
        book.workbook.getSheetBySheetName(tab);
      if (!sheet) return null;
      await book.settle();
      const text = exportCsv(book, sheet.getSheetId());
      return { title: sheet.getName(), text };
    },
    async everything() {
      await book.settle();
      const { bytes } = await exportXlsx(
        book.snapshot(),
        workspace.now(),
        blocksOf(book.engine),
      );
      return exportAll(workspace, bytes);
    },
  };
}

function isEmpty(book: Book): boolean {
  return book.workbook
    .getSheets()
    .every((sheet) => contentSize(sheet).rows === 0);
}

function previewOf(
  { book }: Workspace,
  id: string,
  name: string,
  file: FileBook,
): ImportPreview {
  const unknown = new Set<string>();
  for (const { cells } of file.tabs) {
    for (const { formula, typed } of cells) {
      if (formula === undefined || typed === true) continue;
      for (const one of unknownIn(book, formula)) unknown.add(one);
    }
  }
  return {
    id,
    name,
    kind: file.kind,
    tabs: file.tabs.map((tab) => ({
      title: tab.title,
      ...sizeOf(tab),
      formulas: formulasIn([tab]),
      hidden: tab.hidden,
    })),
    formulas: formulasIn(file.tabs),
    unknownFunctions: [...unknown].sort(),
    problems: file.problems,
    isBookEmpty: isEmpty(book),
  };
}
