/** The menu «Файл»: what the page itself does, not the add-on. */
import type { UiMenu } from "../types";

/** Stand for functions of the page. */
export const IMPORT = "page:import";
const DOWNLOAD_BOOK = "page:download-book";
const DOWNLOAD_TAB = "page:download-tab";
const DOWNLOAD_ALL = "page:download-all";

export const FILE_MENU: UiMenu = {
  caption: "Файл",
  items: [
    { caption: "Импортировать…", functionName: IMPORT },
    { separator: true },
    {
      caption: "Скачать",
      items: [
        { caption: "Таблица (.xlsx)", functionName: DOWNLOAD_BOOK },
        { caption: "Этот лист (.csv)", functionName: DOWNLOAD_TAB },
        { caption: "Все файлы (.zip)", functionName: DOWNLOAD_ALL },
      ],
    },
  ],
};

/**
 * @param tab - Id of the tab that is shown.
 * @returns Where the chosen item's file is; null for other items.
 */
export function downloadAddress(
  functionName: string,
  tab: string | null,
): string | null {
  switch (functionName) {
    case DOWNLOAD_BOOK:
      return "/book.xlsx";
    case DOWNLOAD_TAB:
      return `/tab.csv?${new URLSearchParams({ tab: tab ?? "" })}`;
    case DOWNLOAD_ALL:
      return "/everything.zip";
    default:
      return null;
  }
}
