/** The roadmap as an annex of an order: its facts and the data of its template. */
import { annexMonths, type DrawnRow } from "./annex-months";
import { BLANK_NUMBER, orBlank, shortDate } from "./blanks";
import type { DocumentData, PreparedDocument } from "./document-data";

/** Kind of the template that {@link roadmapAnnexData} fills. */
export const ROADMAP_ANNEX_KIND = "roadmap-annex";

export type AnnexRow = {
  readonly number: string;
  /** Empty when the roadmap is not divided. */
  readonly section: string;
  readonly stage: string;
  readonly content: string;
  /** As written, or from the dates: see {@link datesInWords}. */
  readonly dates: string;
  readonly responsible: string;
  readonly result: string;
};

export type RoadmapAnnex = {
  readonly title: string;
  /** Empty for the only annex. */
  readonly annexNumber: string;
  /** Of the order, YYYY-MM-DD; null: a blank to fill by hand. */
  readonly date: string | null;
  /** Of the order, without «№»; null: a blank. */
  readonly number: string | null;
  readonly rows: readonly AnnexRow[];
  /** Rows of the timeline; none without it. */
  readonly drawn: readonly DrawnRow[];
};

/** Heading of the annex as the roadmaps of schools have it. */
export function roadmapAnnexTitle(
  organization: string,
  schoolYear: string,
): string {
  const where = organization.trim() === "" ? "" : ` в ${organization.trim()}`;
  return `Дорожная карта (план мероприятий) по реализации целевой модели наставничества${where} на ${schoolYear} учебный год`;
}

/** «05.09.2026», «05.09.2026 – 31.05.2027», «до 01.10.2026», «с 01.09.2026»; empty without dates. */
export function datesInWords(start: string, end: string): string {
  if (start === "" && end === "") {
    return "";
  }
  if (start === "") {
    return `до ${shortDate(end)}`;
  }
  if (end === "") {
    return `с ${shortDate(start)}`;
  }
  return start === end
    ? shortDate(start)
    : `${shortDate(start)} – ${shortDate(end)}`;
}

/**
 * The data that fill the template {@link ROADMAP_ANNEX_KIND}. The name of a
 * section stands above its first row only. Empty cells are listed in
 * `problems`.
 */
export function roadmapAnnexData(annex: RoadmapAnnex): PreparedDocument {
  const data: DocumentData = {
    annexNumber: annex.annexNumber.trim(),
    hasAnnexNumber: annex.annexNumber.trim() !== "",
    shortDate: shortDate(annex.date),
    number: orBlank(annex.number ?? "", BLANK_NUMBER),
    title: annex.title.trim(),
    rows: annex.rows.map((row, index) => rowData(row, annex.rows[index - 1])),
    years: annexMonths(annex.drawn),
  };
  const without = (words: string, key: "dates" | "responsible") => {
    const rows = annex.rows.filter((row) => row[key].trim() === "");
    return rows.length === 0 ? [] : [`${words}: ${namesOf(rows)}.`];
  };
  return {
    data,
    problems: [
      ...without("Не указаны сроки этапов", "dates"),
      ...without("Не указаны ответственные этапов", "responsible"),
    ],
  };
}

function rowData(row: AnnexRow, before: AnnexRow | undefined): DocumentData {
  const section = row.section.trim();
  return {
    number: row.number.trim(),
    section,
    hasSection: section !== "" && section !== before?.section.trim(),
    stage: row.stage.trim(),
    content: row.content.trim(),
    dates: row.dates.trim(),
    responsible: row.responsible.trim(),
    result: row.result.trim(),
  };
}

function namesOf(rows: readonly AnnexRow[]): string {
  return rows
    .map(({ number, stage }) => number.trim() || `«${stage.trim()}»`)
    .join(", ");
}
