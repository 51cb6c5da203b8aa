/** «Сегодня»: a bank that nobody has gone through for a year. */

import { outdatedBanks } from "../book/bank-updates";
import type { Bank } from "../book/banks";
import type { Book } from "../book/book";
import { russianDate } from "../domain/language/dates";
import type { PanelState } from "../shared/rpc";

const WHOSE: Readonly<Record<Bank, string>> = {
  mentees: "Банк наставляемых",
  mentors: "Банк наставников",
};

export function bankItems(book: Book, today: string): PanelState["today"] {
  const outdated = outdatedBanks(book, today);
  const [first, second] = outdated;
  if (first === undefined) {
    return [];
  }
  const isBoth = second?.since === first.since;
  const due = isBoth ? [first] : outdated;
  return due.map(({ bank, since }) => ({
    text: `${isBoth ? "Банки" : WHOSE[bank]} не ${isBoth ? "обновлялись" : "обновлялся"} год (с ${russianDate(since)}).`,
    action: "banks-updated",
    verb: "Обновить",
    input: { which: isBoth ? "both" : bank },
  }));
}
