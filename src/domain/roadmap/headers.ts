/** Recognises the columns of a roadmap by the words of their headers. */

import { plainText } from "./normalise";
import type { Column, ColumnKind, GivenColumns, StageField } from "./roadmap";

type Rule = readonly [ColumnKind, RegExp];

const NUMBER =
  /^(?:(?:№+|n{1,2}|no|#|номер)\.?(?: ?п ?[/\\.]? ?п\.?| (?:этапа|строки|мероприятия|пункта))?|п ?[/\\.]? ?п\.?|порядковый номер)$/u;

/** How the header begins. Order matters: «Планируемый результат» is no date. */
const RULES: readonly Rule[] = [
  [
    "result",
    /^(?:(?:ожидаем|предполагаем|планируем|прогнозируем|конечн|основн)\p{L}+ )?(?:результат|итог|продукт|эффект)|^показател|^выход(?!н)|^на выходе|^что (?:получ|будет|долж|дает)|^(?:индикатор|критери)|^ожидани/u,
  ],
  [
    "docKind",
    /^вид\p{L}? (?:итогов\p{L}+ |отчетн\p{L}+ )?(?:документ|отчет)|подтвержда|^форм\p{L}? (?:отчет|контрол|итогов|фиксац|представлени|заверш)|^(?:итогов\p{L}+ |отчетн\p{L}+ )?(?:документ|отчет)|^отчетн|^что оформля|^чем оформля|^где отраж/u,
  ],
  [
    "remark",
    /^примечани|^(?:от|по)метк|^комментари|^замечани|^(?:о |факт\p{L}* )?(?:выполнени|исполнени)[ея](?: \(|$)|^ход (?:выполн|реализ)|^статус|^состояни|^дополнительн/u,
  ],
  [
    "participants",
    /^участ|^приглаш|^целев\p{L}+ (?:аудитор|групп)|^аудитори|^адресат|^категори\p{L} (?:участ|обуч|слуш|педаг)|^(?:для|с) к(?:ого|ем)(?!\p{L})|^кому|^кто участв|^охват|^контингент|^состав/u,
  ],
  [
    "responsible",
    /^ответств|^отв\.|^(?:со)?исполнител|^кто(?!\p{L})|^организатор|^закрепл|^за кем|^должностн|^ф\.? ?и\.? ?о|^координатор|^куратор|^ведущ/u,
  ],
  [
    "tasks",
    /^(?:цел[ьи](?: и|,)? )?задач|^цел[ьи](?!\p{L})|^(?:для чего|зачем)/u,
  ],
  [
    "dateText",
    /^(?:(?:планируем|планов|примерн|ориентировочн|календарн|контрольн|предельн|крайн|фактическ)\p{L}+ )?(?:срок|дат[аы](?!\p{L})|период(?!ичность к)|время|месяц|начало|окончание|конец|завершение|дедлайн|график)|^когда|^дедлайн|^недел|^четверт|^учебн\p{L}+ (?:год|период)|^продолжительност|^старт$|^финиш$/u,
  ],
  [
    "section",
    /^(?:(?:наименовани|названи)\p{L} )?(?:этап|раздел|блок|модул|направлени|стади|фаз[аы]|групп[аы] мероприят|вид\p{L}? мероприят|сфер)/u,
  ],
  [
    "content",
    /^(?:основн\p{L}+ )?содержани|^(?:примерн\p{L}+ )?план мероприят|^(?:основн\p{L}+ |ключев\p{L}+ |планируем\p{L}+ )?мероприяти|^вид\p{L}? (?:работ|деят)|^(?:(?:основн|ключев|планируем)\p{L}+ )?действи|^деятельност|^форм\p{L}? (?:и метод|работ|провед|взаимод|деят|мероп)|^что (?:дела|проводи)|^тем[аы](?!\p{L})|^тематик|^описани|^работ[аы]|^активност|^событи|^шаг|^метод|^пункт плана/u,
  ],
  ["name", /^наименовани|^названи/u],
];

/** What a longer header speaks of, when no rule knows its beginning. */
const ANYWHERE: readonly Rule[] = [
  ["remark", /(?:от|по)метк|примечани/u],
  ["result", /результат/u],
  ["responsible", /ответственн|исполнител/u],
  ["participants", /участник/u],
  ["dateText", /(?<!\p{L})(?:срок|дат[аы](?!\p{L}))/u],
  ["content", /мероприяти/u],
];

/** Whether a header names a group of rows, such as «Этап» or «Направление». */
export function isGroupHeader(header: string): boolean {
  return classifyHeader(header) === "section";
}

const MAX_HEADER_CHARACTERS = 120;

/**
 * What a header cell says about its column.
 *
 * @param cell - Text of the cell, HTML and footnote marks allowed.
 * @returns null if the words are not known.
 */
export function classifyHeader(cell: string): ColumnKind | null {
  const text = headerText(cell);
  if (text.length > MAX_HEADER_CHARACTERS || /дорожн\p{L}+ карт/u.test(text)) {
    return null;
  }
  if (NUMBER.test(text)) {
    return "number";
  }
  const found =
    RULES.find(([, pattern]) => pattern.test(text)) ??
    ANYWHERE.find(([, pattern]) => pattern.test(text));
  return found?.[0] ?? null;
}

function headerText(cell: string): string {
  return plainText(cell)
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[*¹²³"«»:]/g, "")
    .replace(/(\p{L})\d$/u, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

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
  const filled = cells.filter((cell) => cell.trim() !== "").length;
  const isRow = cells.some((cell) =>
    /^\s*\d{1,3}(?:\.\d{1,3})*[.)]?\s*$/.test(cell),
  );
  if (
    known.length < 2 ||
    (known.length * 2 < filled && !kinds.includes("number")) ||
    isRow ||
    !says
  ) {
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
const SAYS: readonly ColumnKind[] = ["name", "section", "content", "tasks"];

/**
 * Exactly one column is the name: a stage or a section is one as long as no
 * other column is called so; of several, «мероприятия» are content.
 */
function settleNames(columns: readonly Column[]): readonly Column[] {
  const chosen =
    columns.find(({ kind }) => kind === "name") ??
    columns.find(({ kind }) => kind === "section") ??
    activityColumn(columns) ??
    columns.find(({ kind }) => kind === "tasks");
  return columns.map((column) =>
    column === chosen
      ? { ...column, kind: "name" }
      : column.kind === "name"
        ? { ...column, kind: "content" }
        : column,
  );
}

/** The column of the activities themselves. */
export function activityColumn(columns: readonly Column[]): Column | undefined {
  const contents = columns.filter(({ kind }) => kind === "content");
  return (
    contents.find(({ header }) => /мероприят/i.test(header)) ?? contents[0]
  );
}

/** The field of a stage that a column fills; null: a number, a section, or not known. */
export function fieldOf(kind: ColumnKind | null): StageField | null {
  return kind === "number" || kind === "section" ? null : kind;
}

/** Fields that have a column of their own. */
export function fieldsOf(columns: readonly Column[]): readonly StageField[] {
  return columns.flatMap(({ kind }) => fieldOf(kind) ?? []);
}

/** The columns as the curator said; null when nothing was said of them. */
export function correctedColumns(
  columns: readonly Column[],
  given: GivenColumns,
): readonly Column[] | null {
  const kinds = given(columns.map(({ header }) => header));
  if (kinds === null) {
    return null;
  }
  const corrected = columns.map((column, index): Column => {
    const kind = kinds[index];
    return kind === undefined ? column : { ...column, kind };
  });
  return corrected.some(({ kind }) => kind === "name")
    ? corrected
    : settleNames(corrected);
}
