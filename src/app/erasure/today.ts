/** «Сегодня»: whose data must go by now. */

import { type Book, textOf } from "../../book/book";
import {
  type ErasureDue,
  expiredPeople,
  withdrawnPeople,
} from "../../book/retention";
import { russianDate } from "../../domain/language/dates";
import { counted } from "../../domain/language/plural";
import type { PanelState } from "../../shared/rpc";

type TodayItem = PanelState["today"][number];

export function erasureItems(book: Book, today: string): TodayItem[] {
  const withdrawn = withdrawnPeople(book);
  const first = withdrawn.flatMap(({ until }) => until ?? []).sort()[0];
  const by =
    first === undefined ? "" : ` Удалите данные до ${russianDate(first)}.`;
  return [
    ...item(
      withdrawn,
      "withdrawn",
      (people) => `Согласие отозвано: ${people}.${by}`,
    ),
    ...item(
      expiredPeople(book, today),
      "expired",
      (people) => `Истёк срок хранения: ${people}.`,
    ),
  ];
}

function item(
  due: readonly ErasureDue[],
  who: "withdrawn" | "expired",
  text: (people: string) => string,
): TodayItem[] {
  const people = new Set(
    due.map(({ row }) => textOf(row, "personKey") || row.id),
  ).size;
  return people === 0
    ? []
    : [
        {
          text: text(counted(people, ["человек", "человека", "человек"])),
          action: "erase",
          verb: "Удалить данные",
          input: { who },
        },
      ];
}
