/** «Еженедельное письмо…»: the curator's letter with the things of the week, on or off, day and hour. */
import * as z from "zod/mini";
import { type Book, findRow } from "../../book/book";
import type { Edit } from "../../book/edits";
import type { CellValue } from "../../book/table";
import { SETTINGS } from "../../book/tables/settings";
import { lineText } from "../../domain/digest/letter";
import { counted } from "../../domain/language/plural";
import { WEEKDAYS } from "../../domain/language/weekdays";
import type { JsonObject, Section } from "../../shared/rpc";
import { DIGEST_TABLES, type Digest, digestOf } from "../digest/content";
import { DIGEST_OFF, DIGEST_ON, scheduleOf } from "../digest/schedule";
import type { Action, Context, Effect, Plan } from "../plan";
import { readInput } from "./read-input";

const LABELS = {
  state: "Письмо",
  day: "День недели",
  hour: "Час",
  now: "Отправить сейчас",
};

const EVENTS = ["мероприятие", "мероприятия", "мероприятий"] as const;

const schema = z.object({
  state: z._default(z.enum([DIGEST_ON, DIGEST_OFF]), DIGEST_ON),
  day: z._default(z.enum(WEEKDAYS), WEEKDAYS[0]),
  hour: z._default(
    z.union([
      z.number().check(z.int(), z.minimum(0), z.maximum(23)),
      z.string().check(z.regex(/^\s*(?:[01]?\d|2[0-3])\s*$/)),
    ]),
    9,
  ),
  now: z._default(z.boolean(), false),
});

export const digest: Action = {
  id: "digest",
  title: "Еженедельное письмо",
  intro:
    "Раз в неделю присылает Вам на почту, что сделать: дела, сроки дорожной карты, просроченное, истекающие согласия – и файл для календаря. Участники названы кодами. Приходит тому, кто включил.",
  needs: ["settings"],
  reads: DIGEST_TABLES,
  undoable: true,
  fields: (book) => {
    const { on, day, hour } = scheduleOf(book);
    const isKnown = findRow(book, "settings", "digest") !== null;
    return [
      {
        key: "state",
        label: LABELS.state,
        kind: "choice",
        choices: [DIGEST_ON, DIGEST_OFF].map((value) => ({
          value,
          label: value,
        })),
        value: on || !isKnown ? DIGEST_ON : DIGEST_OFF,
      },
      {
        key: "day",
        label: LABELS.day,
        kind: "choice",
        compact: true,
        choices: WEEKDAYS.map((value) => ({ value, label: value })),
        value: day,
      },
      {
        key: "hour",
        label: LABELS.hour,
        kind: "integer",
        hint: "От 0 до 23 по времени таблицы; письмо приходит в течение этого часа.",
        value: hour,
      },
      {
        key: "now",
        label: LABELS.now,
        kind: "yesno",
        hint: "Ещё и прямо сейчас, одно письмо.",
        value: false,
      },
    ];
  },
  blocked: () => null,
  plan: planDigest,
};

function planDigest(book: Book, input: JsonObject, context: Context): Plan {
  const { state, day, hour, now } = readInput(schema, input, LABELS);
  const on = state === DIGEST_ON;
  const values: Readonly<Record<string, CellValue>> = {
    digest: state,
    digestDay: day,
    digestHour: Number(hour),
  };
  const edits = Object.entries(values).flatMap(([key, value]) =>
    settingEdit(book, key, value),
  );
  const wasOn = scheduleOf(book).on;
  const effects: Effect[] = [
    ...(on || wasOn
      ? [
          {
            kind: "timer" as const,
            key: `timer:${state}:${day}:${hour}`,
            schedule: { on, day, hour: Number(hour) },
          },
        ]
      : []),
    ...(now
      ? [{ kind: "letter" as const, key: `letter:${context.seed}` }]
      : []),
  ];
  const letter = digestOf(book, context.today, "");
  const events = (letter.events ?? []).filter((one) => !one.cancelled).length;
  return {
    summary: [
      on
        ? `Письмо будет приходить раз в неделю: ${day}, ${Number(hour)}:00.`
        : "Письмо приходить не будет.",
      ...(now ? ["Одно письмо уйдёт сейчас."] : []),
      ...(events === 0 || !(on || now)
        ? []
        : [
            `С письмом придёт файл для календаря, в нём ${counted(events, EVENTS)}.`,
          ]),
    ],
    edits,
    effects,
    problems: [],
    details: preview(letter),
    verb: now ? "Записать и отправить 1 письмо" : on ? "Включить" : "Выключить",
  };
}

function settingEdit(book: Book, key: string, value: CellValue): Edit[] {
  const definition = SETTINGS.find((one) => one.key === key);
  if (definition === undefined) {
    throw new RangeError(`settingEdit: no setting ${key}`);
  }
  const row = findRow(book, "settings", key);
  if (row === null) {
    const { name, about } = definition;
    return [
      {
        kind: "insert",
        table: "settings",
        row: key,
        values: { name, value, about },
      },
    ];
  }
  return row.values["value"] === value
    ? []
    : [{ kind: "set", table: "settings", row: key, column: "value", value }];
}

function preview({ subject, sections }: Digest): readonly Section[] {
  return [
    { title: `Письмо сегодня: ${subject}` },
    ...sections.map(({ title, lines }) => ({
      title,
      lines: lines.map(lineText),
    })),
  ];
}
