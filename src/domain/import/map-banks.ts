/** The header of a source as each bank reads it. */
import { ROLE_COLUMN } from "./columns";
import { oneLine } from "./compare-text";
import type { BankMaps } from "./deal-rows";
import type { FileInput } from "./file-plan";
import { type HeaderMap, mapPeopleHeaders } from "./map-headers";
import type { Role } from "./read-role";
import { bankColumns, withTargets } from "./targets";

/**
 * Both banks read the header that fits either of them best, or the row that
 * the curator names; what the curator says of a column stands before guesses.
 */
export function mapBanks(input: FileInput): BankMaps {
  const wanted = (bank: Role) => input.into === "auto" || input.into === bank;
  const first = {
    mentor: wanted("mentor") ? guess(input, "mentor") : null,
    mentee: wanted("mentee") ? guess(input, "mentee") : null,
  };
  const best = bestMap(first);
  if (best === null) {
    return first;
  }
  const targets = input.targetsFor?.(best.headers) ?? [];
  const align = (bank: Role): HeaderMap | null => {
    const map = first[bank];
    if (map === null) {
      return null;
    }
    const own = isSameHeader(map, best)
      ? map
      : mapRows(input, bank, best.headerRow, best.headerRows);
    return withTargets(own, targets, bank, bankColumns(input.banks[bank]));
  };
  return { mentor: align("mentor"), mentee: align("mentee") };
}

function guess(input: FileInput, bank: Role): HeaderMap {
  if (input.headerRow === undefined) {
    return mapBank(input.rows, input, bank);
  }
  const row = input.headerRow - 1;
  if (row < 0) {
    return { ...mapBank([], input, bank), headerRow: 0, headerRows: 0 };
  }
  const both = mapBank(input.rows.slice(row, row + 2), input, bank);
  return both.headerRow === 0 && both.headerRows === 2
    ? { ...both, headerRow: row }
    : mapRows(input, bank, row, 1);
}

/** These rows as the header, whether it fits or not. */
function mapRows(
  input: FileInput,
  bank: Role,
  row: number,
  count: number,
): HeaderMap {
  const rows = input.rows.slice(row, row + count);
  const map = mapBank(rows, input, bank);
  const texts = map.headerRow < 0 ? (rows[0] ?? []).map(oneLine) : map.headers;
  return { ...map, headerRow: row, headerRows: count, headers: texts };
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

/** The map that knows most columns; null when no header was found. */
export function bestMap(maps: BankMaps): HeaderMap | null {
  const found = [maps.mentor, maps.mentee].filter(
    (map): map is HeaderMap => map !== null && map.headerRow >= 0,
  );
  const size = (map: HeaderMap) => Object.keys(map.mapping).length;
  return found.sort((a, b) => size(b) - size(a))[0] ?? null;
}
