/** Plans the import of one source that may hold mentors, mentees or both. */
import { ROLE_COLUMN } from "./columns";
import { oneLine } from "./compare-text";
import { type BankMaps, deal } from "./deal-rows";
import {
  type FileInput,
  type FilePlan,
  type FileProblem,
  type FileResult,
  ROLES,
} from "./file-plan";
import { planLines } from "./import-people";
import { type HeaderMap, mapPeopleHeaders } from "./map-headers";
import type { Role } from "./read-role";

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
  return {
    headers: {
      mentor: dealt.lines.mentor.length > 0 ? maps.mentor : null,
      mentee: dealt.lines.mentee.length > 0 ? maps.mentee : null,
    },
    results: [...results.values()].sort((a, b) => a.sourceRow - b.sourceRow),
    problems: problems.sort((a, b) => a.sourceRow - b.sourceRow),
  };
}

/** Both banks read the header that fits either of them best. */
function mapBanks(input: FileInput): BankMaps {
  const wanted = (bank: Role) => input.into === "auto" || input.into === bank;
  const first = {
    mentor: wanted("mentor") ? mapBank(input.rows, input, "mentor") : null,
    mentee: wanted("mentee") ? mapBank(input.rows, input, "mentee") : null,
  };
  const best = bestMap(first);
  if (best === null) {
    return first;
  }
  const align = (bank: Role): HeaderMap | null => {
    const map = first[bank];
    if (map === null || isSameHeader(map, best)) {
      return map;
    }
    const header = input.rows.slice(
      best.headerRow,
      best.headerRow + best.headerRows,
    );
    return { ...mapBank(header, input, bank), headerRow: best.headerRow };
  };
  return { mentor: align("mentor"), mentee: align("mentee") };
}

function mapBank(
  rows: readonly (readonly string[])[],
  input: FileInput,
  bank: Role,
): HeaderMap {
  return mapPeopleHeaders(rows, [...input.banks[bank].columns, ROLE_COLUMN]);
}

function isSameHeader(a: HeaderMap, b: HeaderMap): boolean {
  return a.headerRow === b.headerRow && a.headerRows === b.headerRows;
}

function bestMap(maps: BankMaps): HeaderMap | null {
  const found = [maps.mentor, maps.mentee].filter(
    (map): map is HeaderMap => map !== null && map.headerRow >= 0,
  );
  const size = (map: HeaderMap) => Object.keys(map.mapping).length;
  return found.sort((a, b) => size(b) - size(a))[0] ?? null;
}

function noHeader(rows: readonly (readonly string[])[]): FilePlan {
  return {
    headers: { mentor: null, mentee: null },
    results: rows.map((cells, index) =>
      cells.some((cell) => oneLine(cell) !== "")
        ? {
            sourceRow: index + 1,
            bank: null,
            action: "refused",
            values: {},
            reason:
              "Не найдена шапка таблицы. Добавьте над списком строку с названиями граф, например «ФИО», «Класс».",
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
