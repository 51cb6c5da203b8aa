/** How the columns of a roadmap were understood: corrected in the preview, remembered in «Настройки». */
import type { Book } from "../../book/book";
import type { Edit } from "../../book/edits";
import { excerpt } from "../../domain/roadmap/normalise";
import type {
  Column,
  ColumnKind,
  GivenColumns,
  Roadmap,
} from "../../domain/roadmap/roadmap";
import type { Field, JsonObject } from "../../shared/rpc";
import {
  answersOf,
  headersInShort,
  memoryKey,
  rememberColumns,
  rememberedMeanings,
} from "../actions/columns-memory";

/** Choice of a column that goes to the content under its own header. */
const OTHER = "other";

const CHOICES: readonly {
  readonly value: ColumnKind | typeof OTHER;
  readonly label: string;
}[] = [
  { value: "name", label: "Этап или мероприятие" },
  { value: "section", label: "Раздел" },
  { value: "number", label: "№" },
  { value: "content", label: "Содержание" },
  { value: "tasks", label: "Задачи" },
  { value: "dateText", label: "Срок" },
  { value: "responsible", label: "Ответственные" },
  { value: "participants", label: "Участники" },
  { value: "result", label: "Результат" },
  { value: "docKind", label: "Вид документа" },
  { value: "remark", label: "Примечание" },
  { value: OTHER, label: "Другое: дописать в содержание" },
];

const keyOf = (columns: readonly { readonly header: string }[]) =>
  memoryKey(
    "roadmap-columns",
    columns.map(({ header }) => header),
  );

/** What the preview or, without an answer, an earlier time said of the columns. */
export function saidOfColumns(book: Book, input: JsonObject): GivenColumns {
  const read = (label: string) =>
    CHOICES.find((choice) => choice.label === label)?.value;
  return (headers) => {
    const key = memoryKey("roadmap-columns", headers);
    const said = answersOf(input, key) ?? rememberedMeanings(book, key, read);
    return said?.map(kindOf) ?? null;
  };
}

function kindOf(value: string | undefined): ColumnKind | null | undefined {
  const choice = CHOICES.find((one) => one.value === value);
  return choice === undefined
    ? undefined
    : choice.value === OTHER
      ? null
      : choice.value;
}

/** Choices for every column; none when the roadmap was no table. */
export function columnFields({ columns = [], stages }: Roadmap): Field[] {
  const key = keyOf(columns);
  return columns.map(({ header, kind }, index) => {
    const sample =
      kind === null
        ? ""
        : (stages.find((stage) => stage[kind] !== "")?.[kind] ?? "");
    return {
      key: `${key}:${index}`,
      label: header === "" ? `Графа ${index + 1}, без названия` : `«${header}»`,
      kind: "choice",
      required: true,
      ...(sample === ""
        ? {}
        : { hint: `Например: ${excerpt(sample, SAMPLE_LETTERS)}` }),
      choices: CHOICES,
      value: kind ?? OTHER,
    };
  });
}

const SAMPLE_LETTERS = 40;

/** Whether some column was guessed or not understood: worth a look. */
export function areDoubtful(columns: readonly Column[]): boolean {
  return columns.some(({ kind, header }) => kind === null || header === "");
}

/** Remembers columns that the curator said something of. */
export function columnEdits(
  book: Book,
  { columns = [] }: Roadmap,
  input: JsonObject,
): Edit[] {
  const key = keyOf(columns);
  return answersOf(input, key) === null
    ? []
    : rememberColumns(
        book,
        key,
        columns.map(({ header, kind }, index) => ({
          index,
          header: header.replace(/\s+/g, " "),
          meaning:
            CHOICES.find(({ value }) => value === (kind ?? OTHER))?.label ?? "",
        })),
        {
          name: `Графы карты «${headersInShort(columns.map(({ header }) => header))}»`,
          about:
            "Так поняты графы дорожной карты с этой шапкой. Удалите строку, чтобы забыть.",
        },
      );
}
