/** Plans the import of one source that may hold mentors, mentees or both. */

import { oneLine, saysNothing } from "./compare-text";
import { type Dealt, deal } from "./deal-rows";
import {
  type FileColumn,
  type FileInput,
  type FilePlan,
  type FileProblem,
  type FileResult,
  ROLES,
} from "./file-plan";
import { planLines } from "./import-people";
import { bestMap, mapBanks } from "./map-banks";
import type { HeaderMap } from "./map-headers";
import { keysMeaning } from "./read-person";
import type { Role } from "./read-role";
import { targetOf } from "./targets";

/**
 * Reads the header once for each bank, deals the rows to the banks by role and
 * plans each with `planLines`. A row whose role nobody can tell is refused; a
 * row of the other role than asked for is skipped.
 */
export function planFile(input: FileInput): FilePlan {
  const maps = mapBanks(input);
  const best = bestMap(maps);
  if (best === null) {
    return noHeader(input.rows);
  }
  const dealt = deal(input, maps, best);
  const results = new Map<number, FileResult>();
  for (const result of dealt.others) {
    results.set(result.sourceRow, result);
  }
  const problems: FileProblem[] = [];
  for (const bank of ROLES) {
    const map = maps[bank];
    if (map !== null) {
      const plan = planLines(dealt.lines[bank], {
        ...input.banks[bank],
        mapping: map.mapping,
        headers: map.headers,
        nameRequired: input.nameRequired ?? true,
      });
      for (const result of plan.results) {
        results.set(result.sourceRow, { ...result, bank });
      }
      problems.push(...plan.problems.map((problem) => ({ ...problem, bank })));
    }
  }
  const used = ROLES.flatMap((bank) => {
    const map = maps[bank];
    return map !== null && dealt.lines[bank].length > 0 ? [{ bank, map }] : [];
  });
  return {
    headers: {
      mentor: used.find(({ bank }) => bank === "mentor")?.map ?? null,
      mentee: used.find(({ bank }) => bank === "mentee")?.map ?? null,
    },
    header: {
      row: best.headerRows === 0 ? 0 : best.headerRow + 1,
      rows: best.headerRows,
      texts: best.headers,
    },
    columns: columnsOf(input, best, used),
    fromSections: fromSections(input, dealt, results),
    results: [...results.values()].sort((a, b) => a.sourceRow - b.sourceRow),
    problems: problems.sort((a, b) => a.sourceRow - b.sourceRow),
  };
}

/** Columns with a header or a value, and what each is taken for. */
function columnsOf(
  input: FileInput,
  best: HeaderMap,
  used: readonly { readonly bank: Role; readonly map: HeaderMap }[],
): FileColumn[] {
  const body = input.rows.slice(best.headerRow + best.headerRows);
  const width = Math.max(
    best.headers.length,
    body.reduce((most, row) => Math.max(most, row.length), 0),
  );
  const maps = used.map(({ bank, map }) => ({ bank, mapping: map.mapping }));
  return Array.from({ length: width }, (_, index) => ({
    index,
    header: best.headers[index] ?? "",
    sample: oneLine(
      body.find((row) => !saysNothing(row[index] ?? ""))?.[index] ?? "",
    ),
    target: targetOf(index, maps),
  })).filter(({ header, sample }) => header !== "" || sample !== "");
}

function fromSections(
  input: FileInput,
  dealt: Dealt,
  results: ReadonlyMap<number, FileResult>,
): number {
  return ROLES.reduce((sum, bank) => {
    const key = keysMeaning(input.banks[bank].columns, "grade")[0];
    const filled = dealt.lines[bank].filter(
      ({ section, sourceRow }) =>
        key !== undefined &&
        section !== undefined &&
        results.get(sourceRow)?.values[key] === section,
    );
    return sum + filled.length;
  }, 0);
}

function noHeader(rows: readonly (readonly string[])[]): FilePlan {
  return {
    headers: { mentor: null, mentee: null },
    header: null,
    columns: [],
    fromSections: 0,
    results: rows.map((cells, index) =>
      cells.some((cell) => oneLine(cell) !== "")
        ? {
            sourceRow: index + 1,
            bank: null,
            action: "refused",
            values: {},
            reason:
              "Не найдена шапка таблицы. Укажите строку шапки или добавьте над списком строку с названиями граф, например «ФИО», «Класс».",
          }
        : {
            sourceRow: index + 1,
            bank: null,
            action: "skip",
            values: {},
            reason: "Пустая строка.",
          },
    ),
    problems: [],
  };
}
