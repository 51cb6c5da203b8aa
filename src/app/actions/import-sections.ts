/** Every row of the source in the preview, by what becomes of it. */
import type { Edit } from "../../book/edits";
import { columnOf } from "../../book/table";
import { TABLES } from "../../book/tables/tables";
import type { FilePlan, FileResult } from "../../domain/import/file-plan";
import type { Section } from "../../shared/rpc";

/** In the order in which they are worth reading. */
const GROUPS: readonly (readonly [FileResult["action"], string, string])[] = [
  ["doubtful", "Проверить, не записываются", "Почему"],
  ["refused", "Не записываются", "Почему"],
  ["update", "Обновить", "Что изменится"],
  ["add", "Добавить", "Куда"],
  ["skip", "Пропустить", "Почему"],
];

const BANK = { mentee: "наставляемые", mentor: "наставники" } as const;

/** Whether a row names somebody who can be in a bank. */
export function isPerson({ action, bank }: FileResult): boolean {
  return bank !== null && action !== "skip" && action !== "refused";
}

/** @param edits - Of the same plan: what changes in the people that are there. */
export function sectionsOf(plan: FilePlan, edits: readonly Edit[]): Section[] {
  const changes = changedHeaders(edits);
  return GROUPS.flatMap(([action, title, last]): Section[] => {
    const results = plan.results.filter((result) => result.action === action);
    return results.length === 0
      ? []
      : [
          {
            title,
            headers: ["Строка", "Кто", last],
            rows: results.map((result) => [
              String(result.sourceRow),
              nameOf(result),
              lastCell(result, changes),
            ]),
          },
        ];
  });
}

function nameOf({ values, targetId }: FileResult): string {
  const name = String(values["fio"] ?? "");
  return [targetId, name]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
}

function lastCell(
  result: FileResult,
  changes: ReadonlyMap<string, readonly string[]>,
): string {
  switch (result.action) {
    case "add":
      return result.bank === null ? "" : BANK[result.bank];
    case "update":
      return changes.get(result.targetId ?? "")?.join(", ") ?? "ничего нового";
    default:
      return result.reason ?? "";
  }
}

/** Row id → headers of its changed columns. */
function changedHeaders(edits: readonly Edit[]): Map<string, string[]> {
  const changes = new Map<string, string[]>();
  for (const edit of edits) {
    if (edit.kind === "set") {
      const { header } = columnOf(TABLES[edit.table], edit.column);
      changes.set(edit.row, [...(changes.get(edit.row) ?? []), header]);
    }
  }
  return changes;
}
