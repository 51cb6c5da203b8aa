/** The end of a run: derived columns after effects, journal, records, properties. */

import { findRow, textOf } from "../../book/book";
import { consentEdits } from "../../book/consents";
import { derive } from "../../book/derive";
import type { Edit } from "../../book/edits";
import type { TableId } from "../../book/table";
import type { Link } from "../../shared/rpc";
import { isMaking } from "../plan";
import type { Ports } from "../ports";
import { completeDerived } from "./complete-plan";
import { forgottenHandEdits } from "./hand-edits";
import { PROPERTY, readBook, readMemory } from "./read-book";
import { forgetEdits, type RunRecord } from "./undo-store";
import { writeEdits } from "./write-edits";

/** Links of the result card: what the plan named and what the effects made. */
export function finishRun(ports: Ports, record: RunRecord): Link[] {
  const withEffects = record.effects.length > 0;
  const tables: TableId[] = withEffects
    ? [
        "settings",
        "mentees",
        "mentors",
        "consents",
        "pairs",
        "forms",
        "documents",
        "journal",
        "undo",
      ]
    : ["journal", "undo"];
  const memory = readMemory(ports);
  const { book, tabIds } = readBook(ports, memory, {
    tables,
    responses: false,
  });
  // What cannot be taken back must not crowd out what can.
  const spent = record.undoable ? [] : [record.run];
  const leaving = [...record.forgets, ...(record.erases ?? [])];
  const edits: Edit[] = forgetEdits(book, [...leaving, ...spent]);
  if (withEffects) {
    edits.push(...completeDerived(book, derive(book)));
    edits.push(...completeDerived(book, consentEdits(book, record.today)));
  }
  if (findRow(book, "journal", record.run) !== null) {
    edits.push({
      kind: "set",
      table: "journal",
      row: record.run,
      column: "state",
      value: "выполнено",
    });
  }
  for (const run of record.forgets) {
    if (run !== record.run && findRow(book, "journal", run) !== null) {
      edits.push({
        kind: "set",
        table: "journal",
        row: run,
        column: "state",
        value: "отменено",
      });
    }
  }
  const forgotten = forgottenHandEdits(
    memory.handEdits,
    // A doubt in an edit by hand may name whoever is erased.
    record.erases === undefined
      ? leaving
      : memory.handEdits.map(({ edit }) => edit.run),
  );
  // Before the run's own record goes: a run without one is taken as finished.
  if (Object.keys(forgotten).length > 0) ports.properties.write(forgotten);
  writeEdits(ports, book, edits, tabIds);
  ports.properties.write({ [PROPERTY.run]: "" });
  ports.workbook.flush();
  const made = record.effects.flatMap((effect): Link[] => {
    if (!isMaking(effect)) {
      return [];
    }
    const row = findRow(book, effect.table, effect.row);
    const url =
      row === null ? "" : textOf(row, effect.kind === "form" ? "url" : "link");
    return url === "" ? [] : [{ label: effect.name, url }];
  });
  return [...made, ...record.links];
}
