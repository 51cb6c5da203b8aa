/** Stages to be ticked, by section or by the first number. */
import { type Row, textOf } from "../../book/book";
import type { Field } from "../../shared/rpc";
import { stageLabel } from "./stage-choices";

type Groups = NonNullable<Field["groups"]>;

/**
 * A field of stages to be ticked.
 *
 * @param noteOf - Said behind the name of a stage; "" for nothing.
 */
export function stageMarks(
  rows: readonly Row[],
  ids: ReadonlySet<string>,
  noteOf: (row: Row) => string,
): Pick<Field, "kind" | "groups" | "value"> {
  return {
    kind: "marks",
    groups: stageGroups(rows, noteOf),
    value: rows.flatMap(({ id }) => (ids.has(id) ? [id] : [])).join("\n"),
  };
}

function stageGroups(
  rows: readonly Row[],
  noteOf: (row: Row) => string,
): Groups {
  const groups = new Map<string, Row[]>();
  const isNested = rows.some((row) => /^\d+\.\d/.test(textOf(row, "number")));
  for (const row of rows) {
    const key =
      textOf(row, "section") ||
      (isNested ? (/^\d+/.exec(textOf(row, "number"))?.[0] ?? "") : "");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, own]) => ({
    title: titleOf(key, own),
    choices: own.map((row) => {
      const note = noteOf(row);
      return {
        value: row.id,
        label: `${stageLabel(row)}${note === "" ? "" : ` – ${note}`}`,
      };
    }),
  }));
}

/** A group of numbers is called by the stage that has the number alone. */
function titleOf(key: string, rows: readonly Row[]): string {
  const head = rows.find(
    (row) => textOf(row, "number").replace(/\.$/, "") === key,
  );
  if (head !== undefined) {
    return stageLabel(head);
  }
  return /^\d+$/.test(key) ? `Пункт ${key}` : key || "Мероприятия";
}

/**
 * Ids that are ticked: all of them where nothing was said.
 *
 * @param input - One a line, as the panel sends them; commas do as well.
 */
export function ticked(
  input: string | undefined,
  rows: readonly Row[],
): ReadonlySet<string> {
  if (input === undefined) {
    return new Set(rows.map(({ id }) => id));
  }
  const lines = input.split("\n");
  const pieces = lines.flatMap((line) => line.split(/[,;]/));
  return new Set([...lines, ...pieces.map((id) => id.trim())]);
}
