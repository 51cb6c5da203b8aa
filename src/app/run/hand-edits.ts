/** Remembers the last edits by hand in document properties: no call beside those made anyway. */
import type { HandEdit } from "../../book/hand-edit";
import { rowNumberOfId } from "../../book/table";
import { TABLES } from "../../book/tables/tables";

/** How many edits can be taken back at the most. */
const SLOTS = Array.from({ length: 10 }, (_, slot) => `hand${slot}`);

type Properties = Readonly<Record<string, string>>;

/** Edits by property, oldest first. */
export type HandEdits = readonly {
  readonly slot: string;
  readonly edit: HandEdit;
}[];

export function readHandEdits(
  stored: Properties,
  parse: (text: string | undefined) => HandEdit | null,
): HandEdits {
  return SLOTS.flatMap((slot) => {
    const edit = parse(stored[slot]);
    return edit === null ? [] : [{ slot, edit }];
  }).sort((a, b) => runNumber(a.edit.run) - runNumber(b.edit.run));
}

/** The place of a run in the journal: later ones have higher numbers. */
export function runNumber(run: string): number {
  return rowNumberOfId(TABLES.journal, run);
}

/** The properties to write for one edit more; the oldest makes room. */
export function keptHandEdit(known: HandEdits, edit: HandEdit): Properties {
  const slot =
    SLOTS.find((one) => known.every((other) => other.slot !== one)) ??
    known[0]?.slot ??
    "hand0";
  return { [slot]: JSON.stringify(edit) };
}

/** The properties to write when these runs are taken back. */
export function forgottenHandEdits(
  known: HandEdits,
  runs: readonly string[],
): Properties {
  return Object.fromEntries(
    known
      .filter(({ edit }) => runs.includes(edit.run))
      .map(({ slot }) => [slot, ""]),
  );
}
