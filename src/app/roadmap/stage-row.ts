/** The row of «Дорожная карта» that a stage becomes. */
import type { Values } from "../../book/edits";
import type { DateContext } from "../../domain/roadmap/interval";
import { datesMark, readDates } from "../../domain/roadmap/read-dates";
import type { Stage } from "../../domain/roadmap/roadmap";
import type { Problem } from "../../shared/rpc";

/** Values of the row, and what is doubtful in its dates. */
export function stageRow(
  stage: Stage,
  source: string,
  context: DateContext,
  approvedBy = "",
): { readonly values: Values; readonly problems: readonly Problem[] } {
  const read = readDates(stage, context);
  return {
    values: {
      number: stage.number,
      section: stage.section || null,
      stage: stage.name,
      tasks: stage.tasks || null,
      content: stage.content,
      dateText: stage.dateText,
      start: read.start,
      end: read.end,
      readAs: read.readAs,
      repeat: read.repeat || null,
      computed: datesMark(read.start, read.end),
      responsible: stage.responsible,
      participants: stage.participants,
      result: stage.result,
      docKind: stage.docKind || null,
      status: "не начато",
      condition: stage.condition || null,
      approvedBy: approvedBy || null,
      remark: stage.remark || null,
      source,
    },
    problems: read.warnings.map((text) => ({
      severity: "warning",
      ...(stage.sourceLine === 0 ? {} : { row: stage.sourceLine }),
      column: "Срок",
      message: `Этап ${stage.number}: ${text}`,
    })),
  };
}
