/** What names a person and is out of the add-on's reach: the curator is told where to look. */
import { type Book, listOf, type Row, rowsOf, textOf } from "../../book/book";
import type { Edit } from "../../book/edits";
import type { Seeker } from "../../domain/erasure/traces";
import { TOKEN_TITLE } from "../../domain/forms/questionnaire";
import type { Problem } from "../../shared/rpc";
import type { Effect } from "../plan";
import type { GivenAnswers } from "./erase-answers";

/** So many places of one sort are named one by one. */
const MAX_NAMED = 20;

export type DocumentsAbout = {
  /** The register without the links of the files that go. */
  readonly edits: readonly Edit[];
  readonly effects: readonly Effect[];
  /** Documents of several people, as «Д-003 (приказ, подписан)». */
  readonly shared: readonly string[];
};

/** Files about these people alone go into the bin; the others are named. */
export function documentsAbout(
  book: Book,
  ids: ReadonlySet<string>,
): DocumentsAbout {
  const owners = new Map<string, string[]>();
  for (const row of rowsOf(book, "consents")) {
    const document = textOf(row, "document");
    owners.set(document, [
      ...(owners.get(document) ?? []),
      textOf(row, "person"),
    ]);
  }
  const edits: Edit[] = [];
  const effects: Effect[] = [];
  const shared: string[] = [];
  for (const row of rowsOf(book, "documents")) {
    const people = owners.get(row.id) ?? [];
    const concerned = [...people, ...listOf(row, "pairs")];
    const file = textOf(row, "file");
    if (people.length > 0 && concerned.every((id) => ids.has(id))) {
      if (file !== "") {
        effects.push({ kind: "trash", key: `trash:${file}`, file });
      }
      edits.push(...withoutFile(row));
    } else if (concerned.some((id) => ids.has(id))) {
      const what = [textOf(row, "kind"), textOf(row, "status")]
        .filter((part) => part !== "")
        .join(", ");
      shared.push(`${row.id} (${what})`);
    }
  }
  return { edits, effects, shared };
}

function withoutFile(row: Row): Edit[] {
  return Object.entries({ link: null, file: null, status: "отменён" })
    .filter(([column, value]) => (row.values[column] ?? null) !== value)
    .map(([column, value]) => ({
      kind: "set",
      table: "documents",
      row: row.id,
      column,
      value,
    }));
}

/** Names in other people's answers and in the curator's own tabs. */
export function otherPlaces(
  book: Book,
  seek: Seeker,
  { isTheirs }: GivenAnswers,
): readonly Problem[] {
  return [
    ...named(answersNaming(book, seek, isTheirs)),
    ...named(ownTabsNaming(book, seek)),
  ];
}

function answersNaming(
  book: Book,
  seek: Seeker,
  isTheirs: GivenAnswers["isTheirs"],
): Problem[] {
  return book.responses.flatMap(({ formId, tab, headers, rows }) => {
    const key = headers.indexOf(TOKEN_TITLE);
    return rows
      .filter(
        ({ stamp, cells }) =>
          !isTheirs(formId, stamp, cells[key] ?? "") &&
          cells.some((cell) => seek(cell).length > 0),
      )
      .map(({ row }) => ({
        severity: "warning",
        tab,
        row,
        message:
          "Этого человека назвал в ответе кто-то другой. Сам ответ надстройка не меняет: решите, удалить ли его в анкете.",
      }));
  });
}

function ownTabsNaming(book: Book, seek: Seeker): Problem[] {
  const answers = new Set(book.responses.map(({ tab }) => tab));
  return (book.foreign?.all ?? [])
    .filter(({ title }) => !answers.has(title))
    .flatMap(({ title, shown }) =>
      shown.flatMap((cells, index): Problem[] =>
        cells.some((cell) => seek(cell).length > 0)
          ? [
              {
                severity: "warning",
                tab: title,
                row: index + 1,
                message:
                  "На Вашей вкладке назван этот человек или его контакт. Её надстройка не меняет: исправьте сами.",
              },
            ]
          : [],
      ),
    );
}

/** The first ones, and how many more there are. */
function named(problems: readonly Problem[]): readonly Problem[] {
  const [first] = problems;
  const more = problems.length - MAX_NAMED;
  return first === undefined || more <= 0
    ? problems
    : [
        ...problems.slice(0, MAX_NAMED),
        {
          severity: "warning",
          message: `И ещё таких мест: ${more}. Найдите их через «Правка → Найти и заменить».`,
        },
      ];
}

/** What no add-on reaches, for the preview and the protocol. */
export function beyondReach(shared: readonly string[]): readonly string[] {
  return [
    ...(shared.length > 0
      ? [
          `документы, где этот человек назван вместе с другими: ${shared.join(", ")};`,
        ]
      : []),
    "изданные приказы и подписанные согласия на бумаге;",
    "скачанные и отправленные файлы, письма, копии таблицы;",
    "корзина Диска: файлы лежат в ней до 30 дней, если не очистить её раньше;",
    "история версий таблицы: в ней прежние ячейки видны и дальше. Убрать их можно так: сделать копию таблицы и удалить прежнюю.",
  ];
}
