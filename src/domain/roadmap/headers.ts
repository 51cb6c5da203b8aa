/** Recognises the columns of a roadmap by the words of their headers. */

import { plainText } from "./normalise";
import type { StageField } from "./roadmap";

/** What a column holds. */
export type ColumnKind = StageField | "number";

type Rule = readonly [ColumnKind, RegExp];

const NUMBER =
  /^(?:(?:№+|n{1,2}|#)(?: ?п ?[/\\.]? ?п\.?| этапа| строки)?|п ?[/\\.] ?п\.?)$/u;

/** Order matters: «Планируемый результат» is no date. */
const RULES: readonly Rule[] = [
  [
    "result",
    /^(?:(?:ожидаем|предполагаем|планируем|прогнозируем|конечн|основн)\p{L}+ )?(?:результат|итог|продукт|эффект)|^показател/u,
  ],
  ["docKind", /^вид\p{L}? документ|^подтвержда|^форма отч|^документ/u],
  ["remark", /^примечани|^отметк|^комментари|^замечани/u],
  ["tasks", /^(?:цел[ьи] и )?задач/u],
  [
    "responsible",
    /^ответствен|^(?:со)?исполнител|^кто (?:отвечает|проводит|исполняет)/u,
  ],
  [
    "participants",
    /^участник|^целевая аудитор|^категори\p{L} участ|^для кого/u,
  ],
  [
    "dateText",
    /^(?:(?:планируем|планов|примерн|ориентировочн)\p{L}+ )?(?:срок|дат[аы](?!\p{L})|период|время|месяц|начало|окончание|конец)/u,
  ],
  [
    "content",
    /^(?:основн\p{L}+ )?содержани|^(?:примерн\p{L}+ )?план мероприят|^мероприяти|^вид\p{L}? (?:работ|деят)|^действи|^деятельност|^направлени|^формы? (?:работ|провед)/u,
  ],
  ["name", /^наименовани|^названи|^этап|^раздел/u],
];

const MAX_HEADER_CHARACTERS = 120;

/**
 * What a header cell says about its column.
 *
 * @param cell - Text of the cell, HTML and footnote marks allowed.
 * @returns null if the words are not known.
 */
export function classifyHeader(cell: string): ColumnKind | null {
  const text = headerText(cell);
  if (text.length > MAX_HEADER_CHARACTERS) {
    return null;
  }
  if (NUMBER.test(text)) {
    return "number";
  }
  return RULES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function headerText(cell: string): string {
  return plainText(cell)
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[*¹²³"«»]/g, "")
    .replace(/(\p{L})\d$/u, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** A column and its header, as written. */
export type Column = {
  /** null: the header is not known, so its cells go to the content. */
  readonly kind: ColumnKind | null;
  readonly header: string;
};

/**
 * Columns of a table, or null if the cells are not a header row: it needs two
 * known headers, one of which says what is done.
 */
export function readColumns(
  cells: readonly string[],
): readonly Column[] | null {
  const kinds = cells.map(classifyHeader);
  const known = kinds.filter((kind) => kind !== null);
  const says = kinds.some((kind) => kind !== null && SAYS.includes(kind));
  if (known.length < 2 || !says) {
    return null;
  }
  return settleNames(
    cells.map((cell, index) => ({
      kind: kinds[index] ?? null,
      header: plainText(cell).replace(/\s+/g, " "),
    })),
  );
}

/** Columns that say what is done, the first of which may stand for the name. */
const SAYS: readonly ColumnKind[] = ["name", "content", "tasks"];

/** Exactly one column is the name: of several, «мероприятия» are content. */
function settleNames(columns: readonly Column[]): readonly Column[] {
  const named = columns.filter(({ kind }) => kind === "name");
  if (named.length === 0) {
    const isDone = ({ header }: Column) => /мероприят/i.test(header);
    const contents = columns.filter(({ kind }) => kind === "content");
    const tasks = columns.find(({ kind }) => kind === "tasks");
    const chosen = contents.find(isDone) ?? contents[0] ?? tasks;
    return columns.map((column) =>
      column === chosen ? { ...column, kind: "name" } : column,
    );
  }
  const first = named[0];
  return columns.map((column) =>
    column.kind === "name" && column !== first
      ? { ...column, kind: "content" }
      : column,
  );
}
