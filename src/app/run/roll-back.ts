/** Takes back a run that was cut off, and tells whether it may be taken over. */
import type { Edit } from "../../book/edits";
import { TABLE_IDS } from "../../book/tables/tables";
import { takeBack } from "../../book/take-back";
import { UserError } from "../../domain/errors";
import type { Problem } from "../../shared/rpc";
import type { Ports } from "../ports";
import { trashMade } from "./effects";
import { keptProblems } from "./kept-problems";
import { type Memory, type OpenRun, PROPERTY, readBook } from "./read-book";
import { forgetEdits, type RunRecord, readRecord } from "./undo-store";
import { writeEdits } from "./write-edits";

/** Somebody else's run that may still be going on is not taken over. */
export function refuseForeignRun(ports: Ports, run: OpenRun): void {
  if (run.user !== ports.user() && ports.clock() < run.until) {
    throw new UserError(
      "BUSY",
      `Сейчас действие в этой таблице выполняет ${run.user} (начато ${run.started}). Подождите несколько минут и повторите: ничего не записано.`,
    );
  }
}

/** Writes once more what a cut run that has no way back was to write. */
export function rollForward(
  ports: Ports,
  memory: Memory,
  record: RunRecord,
): void {
  const { book, tabIds } = readBook(ports, memory, {
    tables: TABLE_IDS,
    responses: false,
  });
  writeEdits(ports, book, record.forward ?? [], tabIds);
}

/**
 * Takes back what an unfinished run wrote, and closes it. Its finished
 * effects stay, to be found by key when the action is run again, unless the
 * run is given up.
 */
export function rollBack(
  ports: Ports,
  memory: Memory,
  run: OpenRun,
  givenUp = false,
): Problem[] {
  const opened = readBook(ports, memory, {
    tables: TABLE_IDS,
    responses: false,
  });
  const record = readRecord(opened.book, run.run);
  const back =
    record === null
      ? { edits: [], kept: [] }
      : takeBack(opened.book, record.inverse);
  const traces: Edit[] = [
    ...forgetEdits(opened.book, [run.run]),
    ...opened.book.tables.journal.rows
      .filter((row) => row.id === run.run)
      .map((row): Edit => ({ kind: "delete", table: "journal", row: row.id })),
  ];
  const tabIds = writeEdits(
    ports,
    opened.book,
    [...back.edits, ...traces],
    opened.tabIds,
  );
  if (record !== null && givenUp) {
    trashMade(ports, record.effects);
  }
  ports.properties.write({
    [PROPERTY.run]: "",
    [PROPERTY.tabIds]: JSON.stringify(tabIds),
  });
  return keptProblems(opened.book, back.kept);
}
