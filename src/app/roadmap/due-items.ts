/** «Сегодня»: stages of the roadmap that begin or end within a week, with a link into the calendar. */
import { type Book, rowsOf } from "../../book/book";
import { isOverdue } from "../../book/roadmap-state";
import { addDays } from "../../domain/consents/age";
import type { PanelState } from "../../shared/rpc";
import { stageLabel } from "./stage-choices";
import {
  daysOf,
  isDue,
  isOpen,
  lastDay,
  stageLink,
  TO_CALENDAR,
} from "./stage-event";

const AHEAD_DAYS = 6;

/** Nearest first. */
export function dueItems(book: Book, today: string): PanelState["today"] {
  return rowsOf(book, "roadmap")
    .filter(
      (row) =>
        isOpen(row) &&
        !isOverdue(row, today) &&
        isDue(row, today, addDays(today, AHEAD_DAYS)),
    )
    .sort((one, other) => (lastDay(one) < lastDay(other) ? -1 : 1))
    .map((row) => {
      const url = stageLink(book, row);
      return {
        text: `${stageLabel(row)}: ${daysOf(row)}.`,
        action: "roadmapShift",
        verb: "Сдвинуть",
        input: { stage: row.id },
        ...(url === null ? {} : { link: { label: TO_CALENDAR, url } }),
      };
    });
}
