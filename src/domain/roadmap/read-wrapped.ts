/** Reads roadmaps copied out of a PDF or Word, where cells are wrapped. */

import {
  dateRuns,
  opensDates,
  opensPeople,
  type RowPart,
  rowPart,
  wordPairs,
} from "./cell-words";
import { cutRows, type PartCells } from "./cut-rows";
import { correctedColumns, fieldOf, fieldsOf } from "./headers";
import { plainText } from "./normalise";
import { rejoin, type Vocabulary, vocabularyOf } from "./rejoin";
import type {
  Column,
  ColumnKind,
  GivenColumns,
  SourceLine,
  Stage,
  TableReading,
} from "./roadmap";
import {
  type Evidence,
  findRowStarts,
  leadLength,
  type RowStart,
} from "./row-starts";
import { CUT_BEGINNING, NO_TEXTS, numbered } from "./stage-rows";
import {
  findWrappedHeader,
  headerText,
  repeatedHeader,
} from "./wrapped-header";
import { readLines, type WrappedLine } from "./wrapped-lines";

/** Columns of a table whose header is lost: the usual ones, in usual order. */
const USUAL_COLUMNS: readonly Column[] = (
  ["name", "result", "content", "dateText", "responsible"] as const
).map((kind) => ({ kind, header: "" }));

/** Longer texts are no roadmap: the search would take minutes. */
const MAX_LINES = 6000;

/** The roadmap in a text without cell separators. */
export function readWrapped(text: string, given: GivenColumns): TableReading {
  const { lines: all, margins } = readLines(text);
  if (all.length > MAX_LINES) {
    return nothing(all, margins);
  }
  const header = findWrappedHeader(all);
  const lines =
    header === null
      ? all
      : withoutRepeats(all, header.end, headerText(all, header));
  const found = header?.columns ?? USUAL_COLUMNS;
  const known = correctedColumns(found, given) ?? found;
  const columns = known.filter(({ kind }) => kind !== "number");
  const evidence = evidenceIn(lines, columns);
  const starts = findRowStarts(lines, header?.end ?? 0, evidence);
  const isTable =
    header === null
      ? isLikelyTable(lines, starts, evidence)
      : starts.some(({ kind }) => kind === "row");
  if (!isTable) {
    return nothing(lines, margins);
  }
  const first = starts[0]?.at ?? 0;
  const vocabulary = vocabularyOf(text);
  const rows = readStages(lines, starts, columns, vocabulary);
  const tail =
    header === null
      ? cutStage(lines.slice(0, first), rows[0], vocabulary)
      : null;
  const stages = tail === null ? rows : [tail, ...rows];
  const warnings = [
    {
      message:
        "Таблица вставлена из PDF или Word без границ ячеек: графы восстановлены по расположению строк, сверьте их с документом.",
    },
  ];
  if (header === null) {
    warnings.push({
      message:
        "Строка заголовков таблицы не найдена: графы определены по содержанию, проверьте их.",
    });
  }
  return {
    before: [
      ...lines.slice(0, tail === null ? (header?.start ?? first) : 0),
      ...(header === null ? [] : lines.slice(header.end, first)),
    ],
    stages,
    after: margins,
    fields: fieldsOf(columns),
    columns: known,
    warnings,
  };
}

/** What is left of a row whose beginning was cut off, cell by cell; null without one. */
function cutStage(
  lines: readonly WrappedLine[],
  next: Stage | undefined,
  vocabulary: Vocabulary,
): Stage | null {
  const before = Number(next?.number) - 1;
  if (!(before > 0) || !/^\p{Ll}/u.test(lines[0]?.text ?? "")) {
    return null;
  }
  const cells: string[][] = [];
  lines.forEach(({ text, blankBefore, pageBefore }, index) => {
    if (index === 0 || blankBefore || pageBefore) {
      cells.push([]);
    }
    cells[cells.length - 1]?.push(text);
  });
  const [name = "", ...others] = cells.map((cell) =>
    plainText(rejoin(cell, vocabulary)),
  );
  return {
    number: String(before),
    section: "",
    ...NO_TEXTS,
    name,
    content: others.join("\n"),
    remark: CUT_BEGINNING,
    sourceLine: lines[0]?.line ?? 0,
  };
}

function nothing(
  lines: readonly WrappedLine[],
  margins: readonly SourceLine[],
): TableReading {
  return {
    before: lines,
    stages: [],
    after: margins,
    fields: [],
    warnings: [],
  };
}

/** Stands above a header that comes again. */
const PAGE_NUMBER = /^[-–— ]*\d{1,3}[-–— ]*$/;

function withoutRepeats(
  lines: readonly WrappedLine[],
  from: number,
  header: string,
): readonly WrappedLine[] {
  const kept = lines.slice(0, from);
  for (let at = from; at < lines.length; ) {
    const repeated = repeatedHeader(lines, at, header);
    const line = lines[at + repeated];
    if (repeated > 0 && PAGE_NUMBER.test(kept[kept.length - 1]?.text ?? "")) {
      kept.pop();
    }
    if (line !== undefined) {
      kept.push(repeated > 0 ? { ...line, pageBefore: true } : line);
    }
    at += repeated + 1;
  }
  return kept;
}

/** Without a header only dates and people tell a table from a numbered text. */
function isLikelyTable(
  lines: readonly WrappedLine[],
  starts: readonly RowStart[],
  evidence: Evidence,
): boolean {
  const rows = starts.filter(({ at }, index) => {
    const end = starts[index + 1]?.at ?? lines.length;
    for (let line = at; line < end; line += 1) {
      if (evidence.at(line)) {
        return true;
      }
    }
    return false;
  });
  return starts.length > 1 && rows.length * 2 >= starts.length;
}

/** Lines at which a date or a list of people starts. */
function evidenceIn(
  lines: readonly WrappedLine[],
  columns: readonly Column[],
): Evidence {
  const has = (kind: ColumnKind) =>
    columns.some((column) => column.kind === kind);
  const texts = lines.map(({ text }) => text);
  const dates = has("dateText") ? dateRuns(texts) : [];
  const hasRoles = has("responsible");
  const found = lines.map(
    ({ words }, at) =>
      dates[at] === true ||
      (hasRoles && opensPeople(words)) ||
      (dates.length > 0 && opensDates(words)),
  );
  return {
    // Neighbouring lines are one piece of evidence.
    at: (line) => found[line] === true && found[line - 1] !== true,
    expected: found.some((value) => value),
  };
}

type WordPairs = ReadonlyMap<string, number>;

type Row = {
  readonly start: RowStart;
  readonly section: string;
  readonly line: number;
  readonly parts: readonly RowPart[];
};

function readStages(
  lines: readonly WrappedLine[],
  starts: readonly RowStart[],
  columns: readonly Column[],
  vocabulary: Vocabulary,
): readonly Stage[] {
  const rows = rowsOf(lines, starts, wordPairs(lines));
  const blanks = lines.filter(({ blankBefore }) => blankBefore).length;
  const cells = cutRows(
    rows.map(({ parts }) => parts),
    columns,
    blanks > rows.length,
  );
  return numbered(
    rows.map((row, index) =>
      stageOf(row, cells[index] ?? [], columns, vocabulary),
    ),
  );
}

function rowsOf(
  lines: readonly WrappedLine[],
  starts: readonly RowStart[],
  pairs: WordPairs,
): readonly Row[] {
  const rows: Row[] = [];
  let section = "";
  starts.forEach((start, index) => {
    const own = lines.slice(start.at, starts[index + 1]?.at ?? lines.length);
    const lead = leadLength(own[0]?.text ?? "");
    if (start.kind === "section") {
      section = own.map(({ text }) => text).join(" ");
      return;
    }
    rows.push({
      start,
      section,
      line: own[0]?.line ?? 0,
      parts: pages(own, lead, pairs),
    });
  });
  return rows;
}

function pages(
  lines: readonly WrappedLine[],
  lead: number,
  pairs: WordPairs,
): readonly RowPart[] {
  const groups: WrappedLine[][] = [];
  lines.forEach((line, index) => {
    if (index === 0 || line.pageBefore) {
      groups.push([]);
    }
    groups[groups.length - 1]?.push(line);
  });
  return groups.map((group, index) =>
    rowPart(group, index === 0 ? lead : 0, index === 0, pairs),
  );
}

function stageOf(
  { start, section, line }: Row,
  parts: readonly PartCells[],
  columns: readonly Column[],
  vocabulary: Vocabulary,
): Stage {
  const texts = { ...NO_TEXTS, section };
  columns.forEach(({ kind }, index) => {
    const lines = parts.flatMap((part) => part[index] ?? []);
    const field = kind === "section" ? kind : (fieldOf(kind) ?? "content");
    const text = plainText(rejoin(lines, vocabulary));
    texts[field] = [texts[field], text]
      .filter((value) => value !== "")
      .join("\n");
  });
  return { number: start.number, ...texts, sourceLine: line };
}
