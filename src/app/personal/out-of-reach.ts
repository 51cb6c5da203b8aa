/** Where names stay that the add-on cannot take away, and how a person can. */
import { type Book, rowsOf, textOf } from "../../book/book";
import type { Section } from "../../shared/rpc";

/** Titles named one by one; more are counted. */
const MOST_NAMED = 10;

export function outOfReach(book: Book): Section {
  const documents = rowsOf(book, "documents")
    .filter((row) => textOf(row, "link") !== "")
    .map((row) => `${row.id} «${textOf(row, "title")}»`);
  const forms = rowsOf(book, "forms").map((row) => `«${textOf(row, "title")}»`);
  const tabs = (book.foreign?.titles ?? []).map(({ title }) => `«${title}»`);
  return {
    title: "Куда надстройка не достаёт",
    lines: [
      "История версий таблицы помнит прежние ячейки («Файл → История версий»). Чтобы их не было, сделайте копию таблицы без истории («Файл → Создать копию»), работайте в ней, а эту удалите вместе с корзиной Диска.",
      ...(documents.length > 0
        ? [
            `Созданные документы остаются с именами: ${listed(documents)}. Подписанные храните у себя, лишние удалите с Диска и из корзины.`,
          ]
        : []),
      ...(forms.length > 0
        ? [
            `Ответы участников лежат и в самих анкетах: ${listed(forms)}. Откройте анкету, «Ответы → ⋮ → Удалить все ответы»; вкладку с ответами в этой книге удалите отдельно.`,
          ]
        : []),
      ...(tabs.length > 0
        ? [`Ваши вкладки этой книги не читаются: ${listed(tabs)}.`]
        : []),
      "Скачанные и распечатанные файлы, письма и снимки экрана остаются там, где они есть.",
    ],
  };
}

function listed(items: readonly string[]): string {
  const more = items.length - MOST_NAMED;
  const named = items.slice(0, MOST_NAMED).join(", ");
  return more > 0 ? `${named} и ещё ${more}` : named;
}
