/** Turns rows of cells into stages, by what their columns hold. */

import type { Column, Stage, StageField } from "./roadmap";
import type { TableRow } from "./table-rows";

type Draft = { -readonly [Key in keyof Stage]: Stage[Key] };

const FIELDS: readonly StageField[] = [
  "name",
  "tasks",
  "content",
  "dateText",
  "responsible",
  "participants",
  "result",
  "docKind",
  "remark",
];

/**
 * Stages of the rows. A row without number and name goes on with the stage
 * above it; a cell under an unknown header goes to the content, with the header.
 */
export function stagesOfRows(
  rows: readonly TableRow[],
  columns: readonly Column[],
): readonly Stage[] {
  const stages: Draft[] = [];
  let section = "";
  rows.forEach((row, at) => {
    if (row.kind !== "row") {
      section = row.kind === "section" ? headingOf(rows, at, section) : section;
      return;
    }
    const draft = draftOf(row, columns, section);
    const next = rows[at + 1];
    if (
      next?.kind === "row" &&
      opensSection(draft, draftOf(next, columns, ""))
    ) {
      section = `${draft.number}. ${draft.name}`;
      return;
    }
    const last = stages[stages.length - 1];
    if (draft.number === "" && draft.name === "" && last !== undefined) {
      goOn(last, draft);
    } else {
      stages.push(draft);
    }
  });
  return numbered(stages);
}

/** A heading right under another one keeps that one before it. */
function headingOf(
  rows: readonly TableRow[],
  at: number,
  section: string,
): string {
  const [above, row] = [rows[at - 1], rows[at]];
  const text = row?.kind === "section" ? row.text : "";
  return above?.kind === "section" ? `${section}${UNDER}${text}` : text;
}

/** Between a heading and the one right under it. */
export const UNDER = " / ";

/** «1 | Нормативное обеспечение | | |» over «1.1 | …» names a section. */
function opensSection(draft: Draft, next: Draft): boolean {
  const others = FIELDS.filter((field) => field !== "name");
  return (
    draft.number !== "" &&
    draft.name !== "" &&
    next.number.startsWith(`${draft.number}.`) &&
    others.every((field) => draft[field] === "")
  );
}

/** A merged cell repeats its text in every row of the stage. */
function goOn(stage: Draft, more: Draft): void {
  for (const field of FIELDS) {
    const [before, cell] = [stage[field], more[field]];
    const isRepeated = before === cell || before.endsWith(`\n${cell}`);
    stage[field] = isRepeated ? before : joined(before, cell);
  }
}

/** A stage of which nothing is known. */
export const NO_TEXTS: Readonly<Record<StageField, string>> = {
  name: "",
  tasks: "",
  content: "",
  dateText: "",
  responsible: "",
  participants: "",
  result: "",
  docKind: "",
  remark: "",
};

function draftOf(
  row: Extract<TableRow, { kind: "row" }>,
  columns: readonly Column[],
  section: string,
): Draft {
  const draft: Draft = {
    number: "",
    section,
    ...NO_TEXTS,
    sourceLine: row.line,
  };
  row.cells.forEach((cell, index) => {
    if (cell !== "") {
      fillIn(draft, cell, columns[index]);
    }
  });
  if (row.isCut === true) {
    draft.remark = joined(draft.remark, CUT_BEGINNING);
  }
  return splitNumber(draft);
}

/** Adds a cell to what its column holds. */
function fillIn(draft: Draft, cell: string, column: Column | undefined): void {
  if (column?.kind === "number") {
    draft.number = joined(draft.number, cell);
  } else if (column?.kind === "section") {
    draft.section = [draft.section, cell.replace(/\n/g, " ")]
      .filter(Boolean)
      .join(UNDER);
  } else if (column?.kind === "dateText") {
    draft.dateText = joinedDates(draft.dateText, cell, column.header);
  } else if (column === undefined || column.kind === null) {
    const header = column?.header ?? "";
    draft.content = joined(
      draft.content,
      header === "" ? cell : `${header}: ${cell}`,
    );
  } else {
    draft[column.kind] = joined(draft[column.kind], cell);
  }
}

/** Remark of a row whose beginning is missing in the source. */
export const CUT_BEGINNING = "Начало строки обрезано";

function joined(before: string, cell: string): string {
  return before === "" || cell === "" ? before + cell : `${before}\n${cell}`;
}

/** Columns «Начало» and «Окончание» together are one range. */
function joinedDates(before: string, cell: string, header: string): string {
  const isEnd = /^(?:срок\p{L}* |дат\p{L}* )?(?:окончани|конец|завершени)/iu;
  return before !== "" && isEnd.test(header)
    ? `${before} – ${cell}`
    : joined(before, cell);
}

/** «1. Подготовка» in the name, and «1.» in the number, are both number 1. */
function splitNumber(draft: Draft): Draft {
  const number = /^(\d{1,3}(?:\.\d{1,3})*)[.)]?$/.exec(draft.number);
  if (number?.[1] !== undefined) {
    return { ...draft, number: number[1] };
  }
  const inName = /^(\d{1,3}(?:\.\d{1,3})*)(?:[.)] ?|\s+)(?=\p{L}|[«"])/u.exec(
    draft.name,
  );
  return draft.number === "" && inName?.[1] !== undefined
    ? {
        ...draft,
        number: inName[1],
        name: draft.name.slice(inName[0].length),
      }
    : draft;
}

/**
 * Numbers that identify a stage: in a roadmap whose rows start again with 1 in
 * every section, the section's own number goes first.
 */
export function numbered(stages: readonly Stage[]): readonly Stage[] {
  const plain = stages.map(({ number }) => number);
  const given = plain.filter((number) => number !== "");
  const repeats = new Set(given).size < given.length;
  const sections = Array.from(new Set(stages.map(({ section }) => section)));
  const inSection = new Map<string, number>();
  return stages.map((stage, index) => {
    const { section, number } = stage;
    const place = (inSection.get(section) ?? 0) + 1;
    inSection.set(section, place);
    const written = /^\s*(\d{1,2})[.)\s]/.exec(section)?.[1];
    if (number === "") {
      return {
        ...stage,
        number:
          written === undefined ? String(index + 1) : `${written}.${place}`,
      };
    }
    const own = written ?? String(sections.indexOf(section) + 1);
    return repeats && section !== "" && !number.includes(".")
      ? { ...stage, number: `${own}.${number}` }
      : stage;
  });
}
