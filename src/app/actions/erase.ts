/** «Удалить данные человека…»: personal data leave every tab, the forms and the files; a protocol stays. */
import * as z from "zod/mini";
import { type BankRow, bankRows } from "../../book/banks";
import { type Book, textOf, textSetting } from "../../book/book";
import { isGroup } from "../../book/consents";
import type { Edit } from "../../book/edits";
import { eraseCells } from "../../book/erase-cells";
import { nextId } from "../../book/next-id";
import { personalValues } from "../../book/personal";
import { TABLE_IDS } from "../../book/tables/tables";
import {
  ERASURE_PROTOCOL_KIND,
  ERASURE_PROTOCOL_TITLE,
  type ErasureFacts,
  erasureProtocolData,
  erasureProtocolTitle,
} from "../../domain/documents/erasure-protocol";
import { masked, type Seeker, traceSeeker } from "../../domain/erasure/traces";
import { hash } from "../../domain/hash";
import { counted } from "../../domain/language/plural";
import type { JsonObject } from "../../shared/rpc";
import { cellList } from "../erasure/cell-list";
import { choosePeople } from "../erasure/choose-people";
import { givenAnswers } from "../erasure/erase-answers";
import { beyondReach, documentsAbout, otherPlaces } from "../erasure/leftovers";
import { endedPairs, papersKept, peopleSection } from "../erasure/told";
import type { Action, Context, Effect, Plan } from "../plan";
import { runsWhere } from "../run/undo-store";
import { optionalText, readInput } from "./read-input";

const GROUNDS = {
  withdrawn: "отзыв согласия на обработку персональных данных",
  expired: "истёк срок хранения",
  request: "требование участника или его законного представителя",
  purpose: "цель обработки достигнута",
} as const;

const GROUND_KEYS = ["withdrawn", "expired", "request", "purpose"] as const;

const LABELS = {
  who: "Чьи данные",
  codes: "Коды",
  ground: "Основание",
  paper: "Номер и дата заявления",
};

const schema = z.object({
  who: z._default(z.enum(["codes", "withdrawn", "expired"]), "codes"),
  codes: optionalText,
  ground: z._default(z.enum(GROUND_KEYS), "request"),
  paper: optionalText,
});

export const erase: Action = {
  id: "erase",
  title: "Удалить данные человека",
  intro:
    "Уберёт имя, контакты и всё, что рассказывает о человеке, со всех вкладок надстройки, из ответов анкет и из его файлов. Код, форма и отметки останутся для счёта. Отменить это нельзя, поэтому сначала посмотрите список.",
  needs: ["settings", "mentees", "mentors", "documents"],
  reads: TABLE_IDS,
  readsResponses: true,
  readsEverything: true,
  undoable: false,
  fields: () => [
    {
      key: "who",
      label: LABELS.who,
      kind: "choice",
      choices: [
        { value: "codes", label: "По кодам" },
        { value: "withdrawn", label: "Всех, кто отозвал согласие" },
        { value: "expired", label: "Всех, у кого истёк срок хранения" },
      ],
      value: "codes",
    },
    {
      key: "codes",
      label: LABELS.codes,
      kind: "text",
      hint: "Один или несколько, например НСТ-014, НМ-003. Вторая строка того же человека найдётся сама.",
    },
    {
      key: "ground",
      label: LABELS.ground,
      kind: "choice",
      choices: GROUND_KEYS.map((key) => ({ value: key, label: GROUNDS[key] })),
      value: "request",
      compact: true,
      hint: "Для выбора «По кодам»; попадёт в протокол.",
    },
    {
      key: "paper",
      label: LABELS.paper,
      kind: "text",
      hint: "Если есть, например: № 15 от 01.09.2026. Без имён.",
    },
  ],
  blocked: (book) =>
    bankRows(book).length === 0 ? "В банках никого нет: удалять нечего." : null,
  plan: planErase,
};

function planErase(book: Book, input: JsonObject, context: Context): Plan {
  const given = readInput(schema, input, LABELS);
  const chosen = choosePeople(book, given.who, given.codes, context.today);
  if (chosen.people.length === 0) {
    return {
      summary: ["Удалять нечего: таких людей нет или их данные уже удалены."],
      edits: [],
      effects: [],
      problems: chosen.problems,
      verb: "Удалить данные",
    };
  }
  const rows = chosen.people.map(({ row }) => row);
  const seek = seekerOf(book, chosen.people);
  const cells = eraseCells(book, rows, seek, context.today);
  const answers = givenAnswers(book, rows);
  const files = documentsAbout(book, cells.ids);
  const places = [
    ...cells.places.map(({ title, cells: count }) => ({
      place: `Вкладка «${title}»`,
      amount: counted(count, ["ячейка", "ячейки", "ячеек"]),
    })),
    ...(answers.count > 0
      ? [
          {
            place: "Ответы в анкетах и на их вкладках",
            amount: counted(answers.count, ["ответ", "ответа", "ответов"]),
          },
        ]
      : []),
    ...(files.effects.length > 0
      ? [
          {
            place: "Файлы о них одних, в корзину Диска",
            amount: counted(files.effects.length, ["файл", "файла", "файлов"]),
          },
        ]
      : []),
  ];
  const left = beyondReach(files.shared);
  const codes = rows.map(({ id }) => id);
  const protocol = protocolOf(book, context, {
    codes,
    ground: groundText(given, seek),
    places,
    left,
  });
  const people = new Set(rows.map((row) => textOf(row, "personKey") || row.id))
    .size;
  const whom = counted(people, ["человека", "человек", "человек"]);
  return {
    summary: [
      `Удаление персональных данных ${whom} без возможности вернуть: ${codes.join(", ")}.`,
      ...places.map(({ place, amount }) => `${place}: ${amount}.`),
      `${ERASURE_PROTOCOL_TITLE}: документ ${protocol.id}.`,
    ],
    edits: [...cells.edits, ...files.edits, protocol.edit],
    effects: [...answers.effects, ...files.effects, protocol.effect],
    problems: [
      ...chosen.problems,
      ...cells.problems,
      ...otherPlaces(book, seek, answers),
    ],
    details: [
      peopleSection(chosen.people),
      {
        title: "Где удаляется",
        headers: ["Место", "Сколько"],
        rows: places.map(({ place, amount }) => [place, amount]),
        lines: endedPairs(book, rows),
      },
      {
        title: "Куда надстройка не достаёт",
        lines: [...left, ...papersKept(book, rows, seek)],
      },
      cellList(book, [...cells.edits, ...files.edits]),
    ],
    verb: `Удалить данные ${whom}`,
    links: [{ label: "Документы", tab: "Документы" }],
    erases: runsWhere(book, (text) => isAbout(text, cells.ids, seek)),
  };
}

/** By codes a name that was typed all the same is looked for too. */
function seekerOf(book: Book, people: readonly BankRow[]): Seeker {
  const codes = new Set(people.map(({ row }) => row.id));
  const keys = new Set(
    people
      .map(({ row }) => textOf(row, "personKey"))
      .filter((key) => key !== ""),
  );
  const others = bankRows(book)
    .map(({ row }) => row)
    .filter((row) => !codes.has(row.id) && !keys.has(textOf(row, "personKey")))
    .map((row) => textOf(row, "fio"));
  return traceSeeker(
    people.map(({ bank, row }) => {
      const { fio = "", contacts = "" } = personalValues(row, bank);
      // What a class is called leads to nobody.
      const name = isGroup(row) ? "" : String(fio);
      return { mark: row.id, name, contacts: String(contacts) };
    }),
    [
      ...others,
      textSetting(book, "headName"),
      textSetting(book, "curatorName"),
    ].filter((name) => name !== ""),
  );
}

/** Whether a record of the undo store tells anything of these people. */
function isAbout(
  text: string,
  ids: ReadonlySet<string>,
  seek: Seeker,
): boolean {
  const codes = text.match(/\p{L}{1,6}-\d+/gu) ?? [];
  return codes.some((code) => ids.has(code)) || seek(text).length > 0;
}

function groundText(
  { who, ground, paper }: z.output<typeof schema>,
  seek: Seeker,
): string {
  const words = GROUNDS[who === "codes" ? ground : who];
  const text = paper.trim();
  return text === "" ? words : `${words} (${masked(text, seek(text))})`;
}

function protocolOf(
  book: Book,
  { today, user }: Context,
  found: Pick<ErasureFacts, "codes" | "ground" | "places" | "left">,
): { readonly id: string; readonly edit: Edit; readonly effect: Effect } {
  const id = nextId(book, "documents");
  const title = erasureProtocolTitle(found.codes);
  const data = erasureProtocolData({
    ...found,
    organization: textSetting(book, "organization"),
    city: textSetting(book, "city"),
    date: today,
    who: user,
    position: textSetting(book, "curatorPosition"),
    name: textSetting(book, "curatorName"),
  });
  return {
    id,
    edit: {
      kind: "insert",
      table: "documents",
      row: id,
      values: { kind: "протокол", title, date: today, status: "на подписи" },
    },
    effect: {
      kind: "document",
      key: `document:${id}:${hash(JSON.stringify(data))}`,
      name: title,
      template: ERASURE_PROTOCOL_KIND,
      data,
      table: "documents",
      row: id,
    },
  };
}
