/** «Подсказать темы…»: topics of the common list for requests in free words; the curator accepts them. */
import * as z from "zod/mini";
import {
  type Book,
  listOf,
  listValues,
  type Row,
  rowsOf,
  textOf,
} from "../../book/book";
import type { Edit } from "../../book/edits";
import { plural } from "../../domain/language/plural";
import { choiceKey } from "../../domain/matching/choice-key";
import {
  type TopicSuggestion,
  topicMatcher,
} from "../../domain/matching/topics";
import type { JsonObject } from "../../shared/rpc";
import { nameOf } from "../pairs/name-of";
import type { Action, Plan } from "../plan";
import { optionalText, readInput } from "./read-input";

const LABELS = {
  onlyEmpty: "Только тем, у кого тем из списка ещё нет",
  except: "Кроме кодов",
} as const;

const INPUT = z.object({
  onlyEmpty: z._default(z.boolean(), true),
  except: optionalText,
});

const BANKS = ["mentees", "mentors"] as const;

type Bank = (typeof BANKS)[number];

export const suggestTopics: Action = {
  id: "topics",
  title: "Подсказать темы",
  intro:
    "Сравнит слова запросов с темами вкладки «Справочники» и предложит подходящие. Сам по себе свободный текст в подборе не участвует: темы попадут в банк только после Вашего подтверждения.",
  needs: ["lists", "mentees", "mentors"],
  undoable: true,
  fields: () => [
    {
      key: "onlyEmpty",
      label: LABELS.onlyEmpty,
      kind: "yesno",
      value: true,
      hint: "Если снять отметку, новые темы добавятся и к уже указанным.",
    },
    {
      key: "except",
      label: LABELS.except,
      kind: "text",
      hint: "Кому подсказка не подходит, например «НСТ-004, НСТ-011».",
    },
  ],
  blocked: (book) =>
    listValues(book, "topics").length === 0
      ? "На вкладке «Справочники» нет ни одной темы. Впишите темы и повторите."
      : null,
  plan: planTopics,
};

type Hint = {
  readonly bank: Bank;
  readonly row: Row;
  readonly text: string;
  readonly suggestions: readonly TopicSuggestion[];
};

function planTopics(book: Book, input: JsonObject): Plan {
  const { onlyEmpty, except } = readInput(INPUT, input, LABELS);
  const skipped = new Set(
    except
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((id) => id !== ""),
  );
  const hints = hintsOf(book, onlyEmpty).filter(
    ({ row }) => !skipped.has(row.id),
  );
  const count = `${hints.length} ${plural(hints.length, ["человеку", "людям", "людям"])}`;
  return {
    summary: [
      hints.length === 0
        ? "Подсказок нет: либо темы у всех уже указаны, либо в текстах нет слов из списка тем."
        : `Темы подсказаны ${count}.`,
    ],
    edits: hints.map(topicEdit),
    effects: [],
    problems: [],
    details: [
      {
        headers: ["Код", "Кто", "Текст", "Темы", "По словам"],
        rows: hints.map(({ row, text, suggestions }) => [
          row.id,
          nameOf(book, row.id),
          text,
          suggestions.map(({ topic }) => topic).join("; "),
          [...new Set(suggestions.flatMap(({ words }) => words))].join(", "),
        ]),
      },
    ],
    verb: `Записать темы ${count}`,
    links: [{ label: "Наставляемые", tab: "Наставляемые" }],
  };
}

function hintsOf(book: Book, onlyEmpty: boolean): readonly Hint[] {
  const topics = listValues(book, "topics");
  const known = new Set(topics.map(choiceKey));
  const match = topicMatcher(topics);
  return BANKS.flatMap((bank) =>
    rowsOf(book, bank).flatMap((row): Hint[] => {
      const own = listOf(row, "topics");
      const listed = new Set(
        own.map(choiceKey).filter((key) => known.has(key)),
      );
      if (onlyEmpty && listed.size > 0) {
        return [];
      }
      const text = [
        textOf(row, "request").trim(),
        ...own.filter((topic) => !known.has(choiceKey(topic))),
      ]
        .filter((part) => part !== "")
        .join("; ");
      const suggestions = match(text).filter(
        ({ topic }) => !listed.has(choiceKey(topic)),
      );
      return suggestions.length === 0 ? [] : [{ bank, row, text, suggestions }];
    }),
  );
}

/** What stands in the cell stays; the topics come after it. */
function topicEdit({ bank, row, suggestions }: Hint): Edit {
  const topics = [
    ...listOf(row, "topics"),
    ...suggestions.map(({ topic }) => topic),
  ];
  return {
    kind: "set",
    table: bank,
    row: row.id,
    column: "topics",
    value: topics.join("; "),
  };
}
