/** Deals the rows of a source to the banks by role. */
import { looksLikeGroup } from "../people/looks-like-name";
import { meaningOf, ROLE_COLUMN } from "./columns";
import { compareKey, oneLine, saysNothing } from "./compare-text";
import { type FileInput, type FileResult, ROLES } from "./file-plan";
import type { SourceLine } from "./import-plan";
import type { HeaderMap } from "./map-headers";
import { isDitto } from "./name-cell";
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
  const isPairs = current === null && namesOfPairs(input, maps);
  let section: string | undefined;
  let above: readonly string[] = [];
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
    const role = rowRole(cells, best, current, input);
    above = withoutDittos(cells, above, context);
    if (takes(input, role)) {
      const line = { sourceRow, cells: above };
      lines[role].push(section === undefined ? line : { ...line, section });
    } else {
      others.push(notTaken(sourceRow, role, isPairs));
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

/** The row with what «-//-» and «то же» stand for; names are not repeated. */
function withoutDittos(
  cells: readonly string[],
  above: readonly string[],
  { nameColumns }: RowContext,
): readonly string[] {
  return cells.map((cell, index) =>
    isDitto(cell) && !nameColumns.has(index) ? (above[index] ?? cell) : cell,
  );
}

type RowRole = Role | "both" | null;

function takes(input: FileInput, role: RowRole): role is Role {
  return (
    role !== null &&
    role !== "both" &&
    (input.into === "auto" || input.into === role)
  );
}

function notTaken(
  sourceRow: number,
  role: RowRole,
  isPairs: boolean,
): FileResult {
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
        : isPairs
          ? "В строке и наставник, и наставляемый. Загрузите список дважды: сначала «Все – наставники», затем «Все – наставляемые»."
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

/**
 * The role in the row's own cell, else that of its section or file. What the
 * curator says of the whole list stands where the cell says nothing clear.
 */
function rowRole(
  cells: readonly string[],
  best: HeaderMap,
  current: Role | null,
  { into }: FileInput,
): RowRole {
  const index = best.mapping[ROLE_COLUMN.key];
  const text = index === undefined ? "" : oneLine(cells[index] ?? "");
  if (saysNothing(text)) {
    return current;
  }
  return readRole(text) ?? (into === "auto" ? null : current);
}

/** Where each bank finds its names: source columns, and their headers. */
function nameColumnsOf(input: FileInput, maps: BankMaps) {
  return ROLES.flatMap((bank) => {
    const name = input.banks[bank].columns.find(
      (column) => meaningOf(column) === "name",
    );
    const index =
      name === undefined ? undefined : maps[bank]?.mapping[name.key];
    return index === undefined ? [] : [index];
  });
}

/** Whether each row names a mentor in one column and a mentee in another. */
function namesOfPairs(input: FileInput, maps: BankMaps): boolean {
  return new Set(nameColumnsOf(input, maps)).size > 1;
}

/** So many more columns of one bank outweigh a name of the other role. */
const CLEARLY_MORE = 2;

/** Words for those who are taught, in headers of their names. */
const LEARNER =
  /^(?:реб[её]н|дет(?:ей|и)$|воспитанни|учени[кц]|уча?щ|школьни|обуча|студент)/;

/**
 * What the header of the name, a title above, or columns that only one bank
 * has say of the whole file.
 */
function fileRole(
  input: FileInput,
  maps: BankMaps,
  best: HeaderMap,
): Role | null {
  const found = (bank: Role) => maps[bank]?.recognised ?? 0;
  const difference = found("mentor") - found("mentee");
  const richer = difference > 0 ? "mentor" : "mentee";
  if (namesOfPairs(input, maps)) {
    return Math.abs(difference) < CLEARLY_MORE ? null : richer;
  }
  const nameHeaders = nameColumnsOf(input, maps).map(
    (index) => best.headers[index] ?? "",
  );
  const titles = [
    ...input.rows.slice(0, best.headerRow).map((row) => row.join(" ")),
    input.title ?? "",
  ];
  const hasRoles = best.mapping[ROLE_COLUMN.key] !== undefined;
  const said =
    firstRole(nameHeaders) ??
    (!hasRoles && nameHeaders.some(namesLearners) ? "mentee" : null) ??
    firstRole(titles) ??
    (!hasRoles && titles.some(listsLearners) ? "mentee" : null);
  // With a column of roles, a row without one is nobody's.
  const isUnclear = hasRoles || difference === 0 || bothHaveOwn(maps);
  return said ?? (isUnclear ? null : richer);
}

function firstRole(texts: readonly string[]): Role | null {
  for (const text of texts) {
    const role = readRole(text);
    if (role === "mentor" || role === "mentee") {
      return role;
    }
  }
  return null;
}

/** Whether each bank knows a column that the other has no place for. */
function bothHaveOwn({ mentor, mentee }: BankMaps): boolean {
  const own = (one: HeaderMap | null, other: HeaderMap | null) => {
    const others = new Set(Object.values(other?.mapping ?? {}));
    return Object.values(one?.mapping ?? {}).some((at) => !others.has(at));
  };
  return own(mentor, mentee) && own(mentee, mentor);
}

/** «Список обучающихся …»; «Центр для детей» only names a place. */
function listsLearners(title: string): boolean {
  return (
    /^(?:список|списки|реестр|перечень|банк)(?: |$)/.test(compareKey(title)) &&
    namesLearners(title)
  );
}

function namesLearners(header: string): boolean {
  return compareKey(header)
    .split(" ")
    .some((word) => LEARNER.test(word));
}
