/** Reads roadmaps that are no tables: «1. … Срок: … Ответственный: …», «• … (май, куратор)». */

import { type FieldPart, partsOf } from "./item-fields";
import { isHeading, itemStarts, type ListLine, listLines } from "./list-items";
import type { SourceLine, Stage, StageField, TableReading } from "./roadmap";
import { NO_TEXTS, numbered } from "./stage-rows";

type Draft = { -readonly [Key in keyof Stage]: Stage[Key] };

/**
 * The roadmap in a list or in paragraphs whose activities name their dates or people.
 *
 * @param text - Lines end with `\n`.
 * @returns null if the text is not such a list.
 */
export function readList(text: string): TableReading | null {
  const lines = listLines(text);
  const starts = itemStarts(lines);
  const [first] = starts;
  if (first === undefined) {
    return null;
  }
  const fields = new Set<StageField>(["name"]);
  const before: SourceLine[] = [];
  const after: SourceLine[] = [];
  const stages: Draft[] = [];
  const isStart = new Set(starts);
  let section = "";
  let isOpen = false;
  lines.forEach((line, index) => {
    if (isStart.has(index)) {
      stages.push(stageOf(line, section, fields));
      isOpen = true;
      return;
    }
    const next = isStart.has(index + 1) ? lines[index + 1] : undefined;
    const stage = stages[stages.length - 1];
    if (
      isHeading(line, next) &&
      (stage !== undefined || !isTitleLine(lines, index))
    ) {
      section = line.text.replace(/:$/, "");
      isOpen = false;
    } else if (stage === undefined) {
      before.push(line);
    } else if (isOpen && !isApart(line, index, starts)) {
      goOn(stage, line, fields);
    } else {
      after.push(line);
      isOpen = false;
    }
  });
  return {
    before,
    stages: numbered(stages),
    after,
    fields: Array.from(fields),
    warnings: [
      {
        message:
          "Карта прочитана из текста без таблицы: сроки и ответственные найдены по словам, сверьте их с документом.",
      },
    ],
  };
}

/** The very first lines are the title, not a heading over the first activity. */
function isTitleLine(lines: readonly ListLine[], index: number): boolean {
  const line = lines[index];
  return index === 0 || (line?.mark === null && !line.blankBefore);
}

function stageOf(
  line: ListLine,
  section: string,
  fields: Set<StageField>,
): Draft {
  const stage: Draft = {
    number: line.mark?.number ?? "",
    section,
    ...NO_TEXTS,
    sourceLine: line.line,
  };
  add(stage, partsOf(line.mark?.rest ?? line.text), "name", fields);
  return stage;
}

/** A line that no label opens goes on with what stands before it. */
function goOn(stage: Draft, line: ListLine, fields: Set<StageField>): void {
  const field =
    stage.content === "" && stage.result !== "" ? "result" : "content";
  add(stage, partsOf(line.text), field, fields);
}

function add(
  stage: Draft,
  parts: readonly FieldPart[],
  without: StageField,
  fields: Set<StageField>,
): void {
  for (const part of parts) {
    const field = part.field ?? without;
    fields.add(field);
    stage[field] = [stage[field], part.text].filter(Boolean).join("\n");
  }
}

/** Words after the last activity, apart from it: signatures and footnotes. */
function isApart(
  line: ListLine,
  index: number,
  starts: readonly number[],
): boolean {
  const isLast = index > (starts[starts.length - 1] ?? 0);
  return (isLast && line.blankBefore) || /_{3,}/.test(line.text);
}
