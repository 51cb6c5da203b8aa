/** What the curator says the columns of a source are, and what is guessed of them. */
import {
  type ImportColumn,
  type Mapping,
  PART_COLUMNS,
  ROLE_COLUMN,
} from "./columns";
import { compareKey } from "./compare-text";
import { type Banks, type FileBank, ROLES } from "./file-plan";
import type { HeaderMap } from "./map-headers";
import type { Role } from "./read-role";

/**
 * Target of one source column: «fio» in every bank, «mentor:work» in one,
 * several with commas, "" for none.
 */
export type Target = string;

/** By source column; undefined leaves the column to the guess. */
export type Targets = readonly (Target | undefined)[];

/** Numbers of rows: nobody misses them. */
const ORDINAL = /^(?:n|n?\s?п\s?п|номер(?: п п)?)$/;

/** Whether a column says something that goes nowhere. */
export function isLeftOut({
  target,
  header,
}: {
  readonly target: Target;
  readonly header: string;
}): boolean {
  return target === "" && !ORDINAL.test(compareKey(header));
}

/** Everything a column of a source can be in a bank. */
export function bankColumns(bank: FileBank): readonly ImportColumn[] {
  return [...bank.columns, ...PART_COLUMNS, ROLE_COLUMN];
}

/** Key that a target means in a bank, or null. */
function keyIn(target: Target, bank: Role): string | null {
  for (const part of target.split(",")) {
    const [first = "", second] = part.split(":");
    if (second === undefined ? first !== "" : first === bank) {
      return second ?? first;
    }
  }
  return null;
}

/** The map with the curator's word before every guess. */
export function withTargets(
  map: HeaderMap,
  targets: Targets,
  bank: Role,
  columns: readonly ImportColumn[],
): HeaderMap {
  const known = new Set(columns.map(({ key }) => key));
  const guessed = Object.entries(map.mapping).filter(
    ([, index]) => targets[index] === undefined,
  );
  const said = targets.flatMap((target, index): [string, number][] => {
    const key = target === undefined ? null : keyIn(target, bank);
    return key === null || !known.has(key) ? [] : [[key, index]];
  });
  return { ...map, mapping: Object.fromEntries([...guessed, ...said]) };
}

/** Columns that are given the same target, as pairs of indexes. */
export function doubledTargets(
  targets: Targets,
): { readonly key: string; readonly indexes: readonly [number, number] }[] {
  return ROLES.flatMap((bank) => {
    const first = new Map<string, number>();
    return targets.flatMap((target, index) => {
      const key = target === undefined ? null : keyIn(target, bank);
      if (key === null) {
        return [];
      }
      const before = first.get(key);
      first.set(key, before ?? index);
      return before === undefined
        ? []
        : [{ key, indexes: [before, index] as const }];
    });
  });
}

/** What a column is by the maps of the banks that get people. */
export function targetOf(
  index: number,
  maps: readonly { readonly bank: Role; readonly mapping: Mapping }[],
): Target {
  const keys = maps.map(({ bank, mapping }) => ({
    bank,
    key: Object.keys(mapping).find((key) => mapping[key] === index) ?? null,
  }));
  const [first] = keys;
  if (first?.key != null && keys.every(({ key }) => key === first.key)) {
    return first.key;
  }
  return keys
    .flatMap(({ bank, key }) => (key === null ? [] : [`${bank}:${key}`]))
    .join(",");
}

const BANK_WORD: Readonly<Record<Role, string>> = {
  mentor: "наставники",
  mentee: "наставляемые",
};

/**
 * Targets to choose from, with the words of the banks' headers.
 *
 * @param bankIds - Banks that get people: with one there is nothing to tell apart.
 */
export function targetChoices(
  banks: Banks,
  bankIds: readonly Role[],
): { readonly value: Target; readonly label: string }[] {
  const choices = new Map<string, string>();
  const headerIn = (bank: Role, key: string) =>
    bankColumns(banks[bank]).find((column) => column.key === key)?.header;
  for (const bank of bankIds) {
    for (const { key, header } of bankColumns(banks[bank])) {
      const others = bankIds.filter((other) => other !== bank);
      const headers = others.map((other) => headerIn(other, key));
      if (headers.every((one) => one !== undefined)) {
        const all = [...new Set([header, ...headers])];
        choices.set(key, choices.get(key) ?? all.join(" / "));
      }
      if (others.length > 0 && headers.some((one) => one !== header)) {
        choices.set(`${bank}:${key}`, `${header} (${BANK_WORD[bank]})`);
      }
    }
  }
  return [...choices].map(([value, label]) => ({ value, label }));
}
