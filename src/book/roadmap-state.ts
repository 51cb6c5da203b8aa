/** What the state of a roadmap row says to rules in code. */
import { STATE } from "../domain/roadmap/conditions";
import { type Row, textOf } from "./book";

/**
 * Whether the row is past its end and not done. The formula «Состояние» knows
 * best; a row without it is judged by its end and status.
 *
 * @param today - YYYY-MM-DD.
 */
export function isOverdue(row: Row, today: string): boolean {
  const state = textOf(row, "state");
  if (state !== "") {
    return state.startsWith(STATE.overdue);
  }
  const end = textOf(row, "end");
  const status = textOf(row, "status");
  return (
    end !== "" &&
    end < today &&
    status !== STATE.done &&
    status !== STATE.cancelled
  );
}
