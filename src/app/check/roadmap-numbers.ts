/** Numbering of the roadmap: skipped and doubled numbers, of stages and inside their texts. */
import { type Row, rowsOf, textOf } from "../../book/book";
import { numberFaults, numbersIn } from "../../domain/roadmap/number-gaps";
import type { Problem } from "../../shared/rpc";
import { type Check, remark } from "./check-type";

const TEXTS = ["content", "stage", "result", "section"] as const;

export const roadmapNumbers: Check = (book) => {
  const maps = new Map<string, Row[]>();
  for (const row of rowsOf(book, "roadmap")) {
    const source = textOf(row, "source");
    maps.set(source, [...(maps.get(source) ?? []), row]);
  }
  return [...maps.values()].flatMap((rows) => {
    const faults = numberFaults(rows.map((row) => textOf(row, "number")));
    return [
      ...faults.flatMap(({ at, number, fault }): Problem[] => {
        const row = rows[at];
        return row === undefined
          ? []
          : [
              remark(
                book,
                "roadmap",
                row,
                "number",
                "warning",
                fault === "skipped"
                  ? `Перед этим этапом пропущен номер ${number}. Проверьте, все ли этапы на месте.`
                  : `Номер ${number} стоит у двух этапов. Исправьте нумерацию.`,
              ),
            ];
      }),
      ...rows.flatMap((row) =>
        TEXTS.flatMap((key) =>
          numberFaults(numbersIn(textOf(row, key)))
            .filter(({ fault }) => fault === "skipped")
            .map(({ number }) =>
              remark(
                book,
                "roadmap",
                row,
                key,
                "warning",
                `В тексте пропущен пункт ${number}. Проверьте, не потерялся ли он.`,
              ),
            ),
        ),
      ),
    ];
  });
};
