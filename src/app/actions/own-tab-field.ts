/** The field for a tab of the curator's own as a source; a book without such tabs has none. */
import type { Book } from "../../book/book";
import type { Field } from "../../shared/rpc";

export function ownTabField(book: Book): readonly Field[] {
  const titles = book.foreign?.titles ?? [];
  return titles.length === 0
    ? []
    : [
        {
          key: "tab",
          label: "Или вкладка этой книги",
          kind: "choice",
          choices: titles.map(({ tabId, title }) => ({
            value: String(tabId),
            label: title,
          })),
        },
      ];
}
