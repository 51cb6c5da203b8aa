/** What the columns of a list are: corrected in the preview, remembered in «Настройки». */
import { type Book, findRow, textOf } from "../../book/book";
import type { Edit } from "../../book/edits";
import { UserError } from "../../domain/errors";
import { hash } from "../../domain/hash";
import { compareKey } from "../../domain/import/compare-text";
import type {
  Banks,
  FileColumn,
  FilePlan,
} from "../../domain/import/file-plan";
import { ROLES } from "../../domain/import/file-plan";
import {
  doubledTargets,
  isLeftOut,
  type Target,
  type Targets,
  targetChoices,
} from "../../domain/import/targets";
import type { Adjustment, Field, JsonObject } from "../../shared/rpc";

/** A line of what is remembered: number of the column, header, meaning. */
const LINE = /^(\d{1,5})\. .*→ (.+)$/;

const LEAVE = "не загружать";

/** Between the meanings in the one bank and in the other. */
const AND = " + ";

/** An answer «leave this column»: an empty one would mean «guess». */
const NONE = "none";

/** Title of a remembered list holds this much of its header. */
const NAME_LETTERS = 40;

const SAMPLE_LETTERS = 40;

/** Columns that a sheet can have. */
const MOST = 18_278;

/**
 * Answers given in the preview for this header, by source column; null when
 * none were. Answers for another header say nothing of this one.
 */
export function givenTargets(
  input: JsonObject,
  headers: readonly string[],
): Targets | null {
  const prefix = `${memoryKey(headers)}:`;
  const targets: (Target | undefined)[] = [];
  for (const [key, value] of Object.entries(input)) {
    const index = Number(key.slice(prefix.length));
    if (key.startsWith(prefix) && typeof value === "string" && index < MOST) {
      targets[index] = value === NONE ? "" : value;
    }
  }
  return targets.length === 0 ? null : Array.from(targets);
}

/** What the same header meant the last time; null for a new one. */
export function rememberedTargets(
  book: Book,
  headers: readonly string[],
  banks: Banks,
): Targets | null {
  const row = findRow(book, "settings", memoryKey(headers));
  const lines = row === null ? [] : textOf(row, "value").split("\n");
  const values = new Map(
    labels(banks).map(({ value, label }) => [label, value]),
  );
  const targets: (Target | undefined)[] = [];
  for (const line of lines) {
    const [, number, meaning = ""] = LINE.exec(line) ?? [];
    const parts = meaning.split(AND).map((part) => values.get(part));
    // Changed by hand beyond recognition: as good as forgotten.
    if (number !== undefined && !parts.includes(undefined)) {
      targets[Number(number) - 1] = parts.join(",");
    }
  }
  return targets.length === 0 ? null : Array.from(targets);
}

/** Targets with the words they are remembered by, «не загружать» among them. */
function labels(banks: Banks): ReturnType<typeof targetChoices> {
  return [
    { value: "", label: LEAVE },
    ...[ROLES, ...ROLES.map((role) => [role])].flatMap((roles) =>
      targetChoices(banks, roles),
    ),
  ];
}

function memoryKey(headers: readonly string[]): string {
  return `columns-${hash(headers.map(compareKey).join("\n"))}`;
}

/**
 * The setting that remembers this header; none when it already does. By codes
 * the header's own words are left out: a list without a header begins with a
 * person.
 */
export function rememberEdits(
  book: Book,
  plan: FilePlan,
  banks: Banks,
  byCodes = false,
): Edit[] {
  const { header } = plan;
  if (header === null || header.rows === 0) {
    return [];
  }
  const row = memoryKey(header.texts);
  const words = labels(banks);
  const value = plan.columns
    .map(({ index, header: text, target }) => {
      const meaning = target
        .split(",")
        .map((part) => words.find((one) => one.value === part)?.label ?? part);
      return `${index + 1}. ${byCodes ? "" : `${text} `}→ ${meaning.join(AND)}`;
    })
    .join("\n");
  const known = findRow(book, "settings", row);
  if (known !== null) {
    return textOf(known, "value") === value
      ? []
      : [{ kind: "set", table: "settings", row, column: "value", value }];
  }
  const names = header.texts.filter((text) => text !== "").join(", ");
  const values = {
    name: byCodes
      ? `Графы списка: ${plan.columns.length}`
      : `Графы списка «${short(names, NAME_LETTERS)}»`,
    value,
    about:
      "Так загрузка поняла графы списка с этой шапкой в прошлый раз. Удалите строку, чтобы забыть.",
  };
  return [{ kind: "insert", table: "settings", row, values }];
}

/** @throws UserError `INPUT` when two columns are said to be the same thing. */
export function refuseDoubled(
  targets: Targets,
  plan: FilePlan,
  banks: Banks,
): void {
  const [doubled] = doubledTargets(targets);
  if (doubled === undefined) {
    return;
  }
  const [first, second] = doubled.indexes.map((index) => {
    const column = plan.columns.find((one) => one.index === index);
    return column === undefined ? `графа ${index + 1}` : nameOf(column);
  });
  const meaning = targetChoices(banks, ROLES).find(
    ({ value }) => value === doubled.key || value.endsWith(`:${doubled.key}`),
  );
  throw new UserError(
    "INPUT",
    `Двум графам списка дано одно значение «${meaning?.label ?? doubled.key}»: ${first} и ${second}. У одной из них выберите другое или «не загружать».`,
  );
}

/** The choice fields of the preview. */
export function adjustment(
  plan: FilePlan,
  banks: Banks,
  remembered: boolean,
): Adjustment {
  const used = ROLES.filter((bank) => plan.headers[bank] !== null);
  const choices = targetChoices(banks, used.length === 0 ? ROLES : used);
  const unknown = plan.columns.filter(isLeftOut);
  return {
    title: remembered
      ? "Графы списка: как в прошлый раз"
      : "Как поняты графы списка",
    note: "Здесь можно исправить, что значит каждая графа. После подтверждения это запомнится для списков с такой же шапкой.",
    open: plan.header === null || (!remembered && unknown.length > 0),
    fields: [
      {
        key: "headerRow",
        label: "Строка шапки",
        kind: "integer",
        hint: "0, если шапки нет. Пусто: найти самостоятельно.",
        ...(plan.header === null ? {} : { value: plan.header.row }),
      },
      ...plan.columns.map((column) => columnField(plan, column, choices)),
    ],
  };
}

function columnField(
  plan: FilePlan,
  column: FileColumn,
  choices: readonly { readonly value: Target; readonly label: string }[],
): Field {
  const { index, sample, target } = column;
  const isListed =
    target === "" || choices.some(({ value }) => value === target);
  return {
    key: `${memoryKey(plan.header?.texts ?? [])}:${index}`,
    label: nameOf(column),
    kind: "choice",
    required: true,
    ...(sample === ""
      ? {}
      : { hint: `Например: ${short(sample, SAMPLE_LETTERS)}` }),
    choices: [
      { value: NONE, label: LEAVE },
      // Different things in the two banks.
      ...(isListed ? [] : [{ value: target, label: labelOf(target, choices) }]),
      ...choices,
    ],
    value: target === "" ? NONE : target,
  };
}

function labelOf(
  target: Target,
  choices: readonly { readonly value: Target; readonly label: string }[],
): string {
  return target
    .split(",")
    .map((part) => choices.find(({ value }) => value === part)?.label ?? part)
    .join("; ");
}

function nameOf({ header, index }: FileColumn): string {
  return header === "" ? `Графа ${index + 1}, без названия` : `«${header}»`;
}

function short(text: string, letters: number): string {
  return text.length > letters ? `${text.slice(0, letters - 1)}…` : text;
}
