/** What the columns of a list are: corrected in the preview, remembered in «Настройки». */
import type { Book } from "../../book/book";
import type { Edit } from "../../book/edits";
import { UserError } from "../../domain/errors";
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
import {
  answersOf,
  headersInShort,
  memoryKey,
  rememberColumns,
  rememberedMeanings,
  short,
} from "./columns-memory";

const LEAVE = "не загружать";

/** Between the meanings in the one bank and in the other. */
const AND = " + ";

/** An answer «leave this column»: an empty one would mean «guess». */
const NONE = "none";

const SAMPLE_LETTERS = 40;

/**
 * Answers given in the preview for this header, by source column; null when
 * none were. Answers for another header say nothing of this one.
 */
export function givenTargets(
  input: JsonObject,
  headers: readonly string[],
): Targets | null {
  const answers = answersOf(input, keyOf(headers));
  return answers?.map((value) => (value === NONE ? "" : value)) ?? null;
}

/** What the same header meant the last time; null for a new one. */
export function rememberedTargets(
  book: Book,
  headers: readonly string[],
  banks: Banks,
): Targets | null {
  const values = new Map(
    labels(banks).map(({ value, label }) => [label, value]),
  );
  return rememberedMeanings(book, keyOf(headers), (meaning) => {
    const parts = meaning.split(AND).map((part) => values.get(part));
    return parts.includes(undefined) ? undefined : parts.join(",");
  });
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

const keyOf = (headers: readonly string[]) => memoryKey("columns", headers);

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
  const words = labels(banks);
  const columns = plan.columns.map(({ index, header: text, target }) => ({
    index,
    header: byCodes ? "" : text,
    meaning: target
      .split(",")
      .map((part) => words.find((one) => one.value === part)?.label ?? part)
      .join(AND),
  }));
  return rememberColumns(book, keyOf(header.texts), columns, {
    name: byCodes
      ? `Графы списка: ${plan.columns.length}`
      : `Графы списка «${headersInShort(header.texts)}»`,
    about:
      "Так загрузка поняла графы списка с этой шапкой в прошлый раз. Удалите строку, чтобы забыть.",
  });
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
    key: `${keyOf(plan.header?.texts ?? [])}:${index}`,
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
