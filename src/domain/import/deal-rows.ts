/** Deals the rows of a source to the banks by role. */
import { looksLikeGroup } from "../people/looks-like-name";
import { meaningOf, ROLE_COLUMN } from "./columns";
import { compareKey, oneLine, saysNothing } from "./compare-text";
import { type FileInput, type FileResult, ROLES } from "./file-plan";
import type { SourceLine } from "./import-plan";
import type { HeaderMap } from "./map-headers";
import { rowContext } from "./read-person";
import { type Role, readRole } from "./read-role";
import { type RowContext, rowKind } from "./row-kind";

export type BankMaps = Readonly<Record<Role, HeaderMap | null>>;

export type Dealt = {
  readonly lines: Readonly<Record<Role, readonly SourceLine[]>>;
  /** Rows that go to no bank, with the reason. */
  readonly others: readonly FileResult[];
};

/** Words for messages. */
const ROLE_NAME: Readonly<Record<Role, string>> = {
  mentor: "наставник",
  mentee: "наставляемый",
};

/**
 * Gives every row of the source to one bank or to `others`.
 *
 * @param best - The map whose header row both banks read.
 */
export function deal(input: FileInput, maps: BankMaps, best: HeaderMap): Dealt {
  const lines: Record<Role, SourceLine[]> = { mentor: [], mentee: [] };
  const others: FileResult[] = [];
  const bodyStart = best.headerRow + best.headerRows;
  const context = mergedContext(input, maps, best);
  let current =
    input.into === "auto" ? fileRole(input, maps, best) : input.into;
  let section: string | undefined;
  for (const [index, cells] of input.rows.entries()) {
    const sourceRow = index + 1;
    const kind =
      index < bodyStart ? aboveBody(index, best) : rowKind(cells, context);
    if (kind.kind === "section") {
      current = sectionRole(kind.title, current);
      section = sectionClass(kind.title);
    }
    if (kind.kind !== "person") {
      others.push(other(sourceRow, kind.reason));
      continue;
    }
    const role = rowRole(cells, best, current);
    if (takes(input, role)) {
      const line = { sourceRow, cells };
      lines[role].push(section === undefined ? line : { ...line, section });
    } else {
      others.push(notTaken(sourceRow, role));
    }
  }
  return { lines, others };
}

function aboveBody(index: number, best: HeaderMap) {
  return {
    kind: "skip",
    reason: index < best.headerRow ? "Строка над шапкой." : "Шапка таблицы.",
  } as const;
}

/** «Наставники» begins a list of mentors; «Наставник: …» only names one. */
function sectionRole(title: string, current: Role | null): Role | null {
  const isPlural =
    /(?:^| )(?:наставники|наставляемые|менторы|подопечные)(?: |$)/;
  const role = isPlural.test(compareKey(title)) ? readRole(title) : null;
  return role === "mentor" || role === "mentee" ? role : current;
}

/** «10 класс», «Группа «Радуга»»: the class of the rows below. */
function sectionClass(title: string): string | undefined {
  const name = oneLine(title).replace(/[\s:–—-]+$/, "");
  return looksLikeGroup(name) && readRole(name) === null ? name : undefined;
}

type RowRole = Role | "both" | null;

function takes(input: FileInput, role: RowRole): role is Role {
  return (
    role !== null &&
    role !== "both" &&
    (input.into === "auto" || input.into === role)
  );
}

function notTaken(sourceRow: number, role: RowRole): FileResult {
  if (role === "mentor" || role === "mentee") {
    return other(
      sourceRow,
      `Это ${ROLE_NAME[role]}: строка для другого банка.`,
    );
  }
  return {
    sourceRow,
    bank: null,
    action: "refused",
    values: {},
    reason:
      role === "both"
        ? "Указаны обе роли. Запишите человека двумя строками: как наставника и как наставляемого."
        : "Непонятно, наставник это или наставляемый. Заполните графу «Роль» или выберите банк при загрузке.",
  };
}

function other(sourceRow: number, reason: string): FileResult {
  return { sourceRow, bank: null, action: "skip", values: {}, reason };
}

/** A row counts as a person when either bank could read one in it. */
function mergedContext(
  input: FileInput,
  maps: BankMaps,
  best: HeaderMap,
): RowContext {
  const contexts = ROLES.flatMap((bank) => {
    const map = maps[bank];
    return map === null
      ? []
      : [rowContext({ columns: input.banks[bank].columns, ...map })];
  });
  const union = (key: "nameColumns" | "mappedColumns") =>
    new Set(contexts.flatMap((context) => [...context[key]]));
  return {
    nameColumns: union("nameColumns"),
    mappedColumns: union("mappedColumns"),
    headerKeys: best.headers.map(compareKey),
  };
}

/** The role in the row's own cell, else that of its section or file. */
function rowRole(
  cells: readonly string[],
  best: HeaderMap,
  current: Role | null,
): RowRole {
  const index = best.mapping[ROLE_COLUMN.key];
  const text = index === undefined ? "" : oneLine(cells[index] ?? "");
  return saysNothing(text) ? current : readRole(text);
}

/**
 * What the header of the name, a title above, or columns that only one bank
 * has say of the whole file.
 */
function fileRole(
  input: FileInput,
  maps: BankMaps,
  best: HeaderMap,
): Role | null {
  const nameHeaders = ROLES.flatMap((bank) => {
    const name = input.banks[bank].columns.find(
      (column) => meaningOf(column) === "name",
    );
    const index =
      name === undefined ? undefined : maps[bank]?.mapping[name.key];
    return index === undefined ? [] : [best.headers[index] ?? ""];
  });
  const titles = [
    ...input.rows.slice(0, best.headerRow).map((row) => row.join(" ")),
    input.title ?? "",
  ];
  for (const text of [...nameHeaders, ...titles]) {
    const role = readRole(text);
    if (role === "mentor" || role === "mentee") {
      return role;
    }
  }
  if (best.mapping[ROLE_COLUMN.key] !== undefined) {
    // The file holds both: a row without a role is nobody's.
    return null;
  }
  const found = (bank: Role) => maps[bank]?.recognised ?? 0;
  const difference = found("mentor") - found("mentee");
  return difference === 0 ? null : difference > 0 ? "mentor" : "mentee";
}
