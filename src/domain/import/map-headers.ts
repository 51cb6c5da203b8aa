/** Finds the header row of a source and what each of its columns is. */
import {
  type HeaderColumn,
  type ImportColumn,
  type Mapping,
  meaningOf,
  PART_COLUMNS,
} from "./columns";
import { oneLine } from "./compare-text";
import {
  HEADER_SCORE,
  type HeaderSource,
  type HeaderTarget,
  headerScore,
  headerSource,
  headerTarget,
  peopleWords,
} from "./header-words";

/** Title rows above the header are few. */
const SEARCHED_ROWS = 40;
/** Columns looked at; a bank has some thirty. */
const MAX_COLUMNS = 300;
/** Longer texts are not headers. */
const MAX_HEADER_LETTERS = 200;
/** The first row with this share of the best score is the header. */
const NEAR_BEST = 0.6;
/** Guesses alone make a header row when there are this many … */
const LEAST_GUESSES = 2;
/** … and they cover this share of the cells. */
const LEAST_GUESSED_SHARE = 0.5;
/** What one cell with an address or a long number costs a header row. */
const DATA_CELL_COST = 50;

export type HeaderMap = {
  /** 0-based index of the (upper) header row; -1 when there is none. */
  readonly headerRow: number;
  /** Rows the header takes: 1, or 2 when a second row splits its columns. */
  readonly headerRows: number;
  /** Texts of the header, by source column; of both rows when there are two. */
  readonly headers: readonly string[];
  readonly mapping: Mapping;
  /** Source columns with a header that nothing was found for. */
  readonly unknown: readonly {
    readonly index: number;
    readonly header: string;
  }[];
  /** Keys of columns that the source does not have. */
  readonly missing: readonly string[];
  /** How many columns were recognised, whatever the curator says of them. */
  readonly recognised: number;
};

type Candidate = {
  readonly index: number;
  readonly key: string;
  readonly score: number;
};

/**
 * Finds the first row among 40 whose cells fit the columns well, and maps it: a column's own header before a synonym before common words. A source
 * column goes to one key at most, a key gets one source column at most; two
 * guesses that are equally good are not taken.
 *
 * @param rows - Grid as read; ragged rows are fine.
 * @param own - Headers whose people words mean the participant («ФИО
 * наставника» in the bank of mentors); headers about other people are left.
 */
export function mapHeaders(
  rows: readonly (readonly string[])[],
  columns: readonly HeaderColumn[],
  own: readonly string[] = [],
): HeaderMap {
  const scorer = rowScorer(columns.map(headerTarget), peopleWords(own));
  const found = rows
    .slice(0, SEARCHED_ROWS)
    .map((cells, row) =>
      headerAt(row, cells, rows.slice(row + 1, row + 3), scorer),
    )
    .filter((scored): scored is Scored => scored !== null);
  const most = Math.max(0, ...found.map(({ total }) => total));
  // A header repeated further down must not swallow the people above it.
  const first = found.find(({ total }) => total >= most * NEAR_BEST);
  return headerMap(first ?? null, columns);
}

function headerAt(
  row: number,
  upper: readonly string[],
  [lower = [], next = []]: readonly (readonly string[])[],
  scorer: RowScorer,
): Scored | null {
  const single = scorer(upper);
  if (single === null) {
    return null;
  }
  const both = isSplit(upper, lower) ? scorer(joinRows(upper, lower)) : null;
  if (both === null) {
    return { ...single, row, rowCount: 1 };
  }
  // A second row is worth taking when it names at least one more column.
  const isWorth = both.total >= single.total + HEADER_SCORE.synonym;
  return isWorth || (both.total >= single.total && numbersColumns(next))
    ? { ...both, row, rowCount: 2 }
    : { ...single, row, rowCount: 1 };
}

/**
 * {@link mapHeaders} for a bank of people: finds surname, name and patronymic,
 * telephone and e-mail in columns of their own, too (keys of `PART_COLUMNS`).
 * With a part found, the name or the contacts are not missing.
 */
export function mapPeopleHeaders(
  rows: readonly (readonly string[])[],
  columns: readonly ImportColumn[],
): HeaderMap {
  const name = columns.find((column) => meaningOf(column) === "name");
  const contact = columns.find((column) => meaningOf(column) === "contact");
  const parts = PART_COLUMNS.filter((part) =>
    meaningOf(part) === "contact" ? contact !== undefined : name !== undefined,
  );
  const own = [name?.header ?? "", ...(name?.synonyms ?? [])];
  const found = mapHeaders(rows, [...columns, ...parts], own);
  const has = (key: string) => found.mapping[key] !== undefined;
  const made = new Set([
    has("#surname") ? name?.key : undefined,
    has("#phone") || has("#email") ? contact?.key : undefined,
  ]);
  return {
    ...found,
    missing: found.missing.filter(
      (key) => !key.startsWith("#") && !made.has(key),
    ),
  };
}

type RowScore = {
  readonly cells: readonly string[];
  readonly picked: readonly Candidate[];
  readonly total: number;
};
type RowScorer = (cells: readonly string[]) => RowScore | null;
type Scored = RowScore & { readonly row: number; readonly rowCount: number };

/** «1 2 3 …»: the row that ends a header of forms. */
function numbersColumns(cells: readonly string[]): boolean {
  const filled = cells.map(oneLine).filter((text) => text !== "");
  return filled.length > 2 && filled.every((text, at) => text === `${at + 1}`);
}

/** Whether the lower row has a cell where the upper one leaves a gap. */
function isSplit(upper: readonly string[], lower: readonly string[]): boolean {
  const filled = upper.filter((text) => text.trim() !== "").length;
  return (
    filled > 1 &&
    lower.some(
      (cell, index) => cell.trim() !== "" && (upper[index] ?? "").trim() === "",
    )
  );
}

function joinRows(
  upper: readonly string[],
  lower: readonly string[],
): readonly string[] {
  const width = Math.max(upper.length, lower.length);
  return Array.from({ length: width }, (_, index) => {
    const below = lower[index] ?? "";
    return below.trim() === "" ? (upper[index] ?? "") : below;
  });
}

function rowScorer(
  targets: readonly HeaderTarget[],
  own: ReadonlySet<string>,
): RowScorer {
  const known = new Map<string, readonly Omit<Candidate, "index">[]>();
  const fits = (text: string) => {
    const found =
      known.get(text) ?? scoreHeader(headerSource(text), targets, own);
    known.set(text, found);
    return found;
  };
  return (cells) => {
    const texts = cells.slice(0, MAX_COLUMNS).map(oneLine);
    const filled = texts.filter((text) => text !== "").length;
    const cost = texts.filter(isData).length * DATA_CELL_COST;
    const picked = pick(
      texts.flatMap((text, index) =>
        isHeaderText(text) ? fits(text).map((fit) => ({ ...fit, index })) : [],
      ),
    );
    const isHeader =
      picked.some(({ score }) => score >= HEADER_SCORE.narrowed) ||
      (picked.length >= LEAST_GUESSES &&
        picked.length >= filled * LEAST_GUESSED_SHARE);
    const total = picked.reduce((sum, { score }) => sum + score, 0) - cost;
    return isHeader && total > 0 ? { cells, picked, total } : null;
  };
}

/** An address or a long number stands in a body, not in a header. */
function isData(text: string): boolean {
  return text.includes("@") || /\d{5}/.test(text);
}

function isHeaderText(text: string): boolean {
  return text !== "" && text.length <= MAX_HEADER_LETTERS && !isData(text);
}

function scoreHeader(
  source: HeaderSource,
  targets: readonly HeaderTarget[],
  own: ReadonlySet<string>,
): readonly Omit<Candidate, "index">[] {
  return targets
    .map((target) => ({
      key: target.key,
      score: headerScore(source, target, own) + partBonus(target.key),
    }))
    .filter(({ score }) => score >= 1);
}

/** A telephone is rather «Телефон» than all contacts, which it is, too. */
function partBonus(key: string): number {
  return key.startsWith("#") ? 0.5 : 0;
}

/** The best candidates first; each column and each key once. */
function pick(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = [...candidates].sort(
    (a, b) => b.score - a.score || a.index - b.index,
  );
  const picked: Candidate[] = [];
  const indexes = new Set<number>();
  const keys = new Set<string>();
  const isFree = ({ index, key }: Candidate) =>
    !indexes.has(index) && !keys.has(key);
  for (const candidate of sorted) {
    if (!isFree(candidate)) {
      continue;
    }
    const rivals = sorted.filter(
      (other) =>
        other !== candidate &&
        other.score === candidate.score &&
        isFree(other) &&
        (other.index === candidate.index || other.key === candidate.key),
    );
    indexes.add(candidate.index);
    if (candidate.score >= HEADER_SCORE.synonym || rivals.length === 0) {
      picked.push(candidate);
      keys.add(candidate.key);
    } else {
      // An undecided guess is left to the curator, the rivals' columns too.
      for (const rival of rivals) {
        indexes.add(rival.index);
      }
    }
  }
  return picked;
}

function headerMap(
  best: Scored | null,
  columns: readonly HeaderColumn[],
): HeaderMap {
  const picked = best?.picked ?? [];
  const headers = (best?.cells ?? []).map(oneLine);
  const taken = new Set(picked.map(({ index }) => index));
  const found = new Set(picked.map(({ key }) => key));
  return {
    headerRow: best?.row ?? -1,
    headerRows: best?.rowCount ?? 0,
    headers,
    mapping: Object.fromEntries(picked.map(({ key, index }) => [key, index])),
    unknown: headers
      .map((header, index) => ({ index, header }))
      .filter(({ header, index }) => header !== "" && !taken.has(index)),
    missing: columns.map(({ key }) => key).filter((key) => !found.has(key)),
    recognised: picked.length,
  };
}
