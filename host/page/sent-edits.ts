/** Edits on their way: what the server has not answered yet, and what a broken line left in doubt. */
import type { BookMutation } from "../types";
import { describeCells, type TypedCell, typedCells } from "./typed-cells";

export type SentEdits = {
  /** Remembers an edit; gives its number. */
  readonly send: (mutations: readonly BookMutation[]) => number;
  /** Forgets an answered edit and gives it; undefined for an unknown one. */
  readonly answered: (batch: number) => readonly BookMutation[] | undefined;
  readonly isEmpty: () => boolean;
  /** The line broke: whether the server got them nobody knows. */
  readonly doubt: () => void;
  /** An edit that was never sent. */
  readonly keep: (mutations: readonly BookMutation[]) => void;
  /**
   * The server's book has been loaded: forgets everything.
   *
   * @param shown - Text of a cell in that book.
   * @returns What was typed and is not in it, for the person; "" for nothing.
   */
  readonly settle: (shown: (cell: TypedCell) => string) => string;
};

export function trackEdits(): SentEdits {
  let batches = 0;
  const unanswered = new Map<number, readonly BookMutation[]>();
  let doubtful: TypedCell[] = [];

  return {
    send(mutations) {
      batches += 1;
      unanswered.set(batches, mutations);
      return batches;
    },
    answered(batch) {
      const mutations = unanswered.get(batch);
      unanswered.delete(batch);
      return mutations;
    },
    isEmpty: () => unanswered.size === 0 && doubtful.length === 0,
    doubt() {
      for (const mutations of unanswered.values()) {
        doubtful.push(...typedCells(mutations));
      }
      unanswered.clear();
    },
    keep(mutations) {
      doubtful.push(...typedCells(mutations));
    },
    settle(shown) {
      for (const mutations of unanswered.values()) {
        doubtful.push(...typedCells(mutations));
      }
      unanswered.clear();
      const last = new Map(
        doubtful.map((cell) => [
          `${cell.sheetId} ${cell.row} ${cell.column}`,
          cell,
        ]),
      );
      doubtful = [];
      return describeCells(
        [...last.values()].filter((cell) => shown(cell) !== cell.text),
      );
    },
  };
}
