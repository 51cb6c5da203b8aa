/** Reads a roadmap from pasted text, whatever it was copied out of. */

import { linesAsTable } from "./cell-lines";
import { withTablesAsText } from "./html-table";
import { looksLikeDates } from "./looks-like-dates";
import { cleanCharacters } from "./normalise";
import { oddities } from "./oddities";
import { type Preamble, readPreamble } from "./preamble";
import { readList } from "./read-list";
import { readTable } from "./read-table";
import { readWrapped } from "./read-wrapped";
import type {
  GivenColumns,
  Roadmap,
  RoadmapNote,
  RoadmapWarning,
  TableReading,
} from "./roadmap";
import { UNDER } from "./stage-rows";
import { stageWarnings } from "./stage-warnings";

/**
 * Stages, title and approval of a roadmap. Never throws. Words that fit no
 * stage come back as notes; nothing is dropped but the headers of the columns,
 * numbers of pages and the marks of HTML and Markdown.
 *
 * @param given - What the curator said of its columns.
 * @param text - A table copied from a spreadsheet (tabs, «|», «;»), or text
 *   copied out of a PDF or Word, where cells are wrapped over short lines.
 */
export function readRoadmap(
  text: string,
  given: GivenColumns = () => null,
): Roadmap {
  const source = cleanSource(withTablesAsText(text));
  const lines = linesAsTable(source);
  const reading = withTasks(
    datedByHeadings(
      readTable(lines ?? source, given) ??
        readList(source) ??
        readWrapped(source, given),
    ),
  );
  const before = readPreamble(reading.before);
  const after = readPreamble(reading.after);
  const head = chooseHead(before, after);
  const notes = [...head.notes];
  return {
    title: head.title,
    approval: head.approval,
    orderDate: head.orderDate,
    stages: reading.stages,
    notes,
    columns: reading.columns ?? [],
    warnings: [
      ...reading.warnings,
      ...tableWarnings(reading),
      ...stageWarnings(reading, head.orderDate),
      ...oddities(reading.stages, notes, head.title),
    ],
  };
}

/** «Сентябрь» over its activities is the date of those that have none. */
function datedByHeadings(reading: TableReading): TableReading {
  let isDated = false;
  const stages = reading.stages.map((stage) => {
    const heading = stage.section.split(UNDER).pop() ?? "";
    if (stage.dateText !== "" || !looksLikeDates(heading)) {
      return stage;
    }
    isDated = true;
    return { ...stage, dateText: heading };
  });
  return isDated
    ? { ...reading, stages, fields: [...reading.fields, "dateText"] }
    : reading;
}

const TASKS = /^([\s\S]*?\S)\s*(?<=[.:;\n])\s*Задачи(?: этапа)?:\s*([\s\S]+)$/u;

/** «Отбор наставников. Задачи: …» in one cell are a name and its tasks. */
function withTasks(reading: TableReading): TableReading {
  const stages = reading.stages.map((stage) => {
    const [, name, tasks] = TASKS.exec(stage.name) ?? [];
    return name === undefined || tasks === undefined || stage.tasks !== ""
      ? stage
      : { ...stage, name: name.replace(/[.:;]$/, ""), tasks };
  });
  return { ...reading, stages };
}

/** Tabs and page breaks stay: they are the structure of the text. */
function cleanSource(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/\v/g, " ")
    .split("\n")
    .map((line) =>
      line
        .split(/([\t\f])/)
        .map((part) => (/^[\t\f]$/.test(part) ? part : cleanCharacters(part)))
        .join(""),
    )
    .join("\n");
}

/** The approval may also stand under the table. */
function chooseHead(before: Preamble, after: Preamble): Preamble {
  const approved = before.approval === null ? after : before;
  const other = approved === before ? after : before;
  const spare: RoadmapNote[] = [];
  if (other.approval !== null) {
    spare.push({ text: other.approval, sourceLine: 0 });
  }
  const titled = before.title === "" ? after : before;
  if (titled === before && after.title !== "") {
    spare.push({ text: after.title, sourceLine: 0 });
  }
  return {
    title: titled.title,
    approval: approved.approval,
    orderDate: approved.orderDate,
    notes: [...before.notes, ...after.notes, ...spare],
  };
}

function tableWarnings(reading: TableReading): readonly RoadmapWarning[] {
  if (reading.stages.length === 0) {
    return [
      {
        message:
          "Таблица этапов не найдена: вставьте таблицу вместе со строкой заголовков (№, этап, содержание, сроки, ответственные).",
      },
    ];
  }
  const warnings: RoadmapWarning[] = [];
  if (!reading.fields.includes("dateText")) {
    warnings.push({
      message: "В карте нет графы сроков: назначьте срок каждому этапу.",
    });
  }
  if (!reading.fields.includes("responsible")) {
    warnings.push({
      message: "В карте нет графы ответственных: назначьте их каждому этапу.",
    });
  }
  return warnings;
}
