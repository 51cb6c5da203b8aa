/** Options of Drive.Files calls: searching, ordering, paging, picking fields. */
import { FieldsError, selectFields } from "./drive-fields";
import { parseQuery, QueryError, type Test } from "./drive-query";
import { driveError } from "./drive-resource";
import { type FileRecord, FOLDER } from "./drive-store";

export type Options = Readonly<Record<string, unknown>>;
export type Resource = Record<string, unknown>;

const DEFAULT_PAGE = 100;
const MAX_PAGE = 1000;
/** Options that change nothing on the host. */
const HARMLESS: ReadonlySet<string> = new Set([
  "supportsAllDrives",
  "supportsTeamDrives",
  "includeItemsFromAllDrives",
  "ignoreDefaultVisibility",
  "keepRevisionForever",
  "enforceSingleParent",
  "acknowledgeAbuse",
]);

/** @throws ServiceError for an option the host does not know. */
export function optionsOf(
  call: string,
  options: unknown,
  known: readonly string[],
): Options {
  if (options === null || options === undefined) {
    return {};
  }
  if (typeof options !== "object" || Array.isArray(options)) {
    throw driveError(call, "Invalid options");
  }
  const unknown = Object.keys(options).find(
    (key) => !known.includes(key) && !HARMLESS.has(key),
  );
  if (unknown !== undefined) {
    throw driveError(
      call,
      `The option ${unknown} is not available on the local host`,
    );
  }
  return options as Options;
}

/** The wanted fields of an answer. @throws ServiceError for a bad mask. */
export function picked(
  call: string,
  answer: Resource,
  fields: unknown,
  usual: string,
  known: ReadonlySet<string>,
): Resource {
  try {
    const wanted = fields === undefined ? usual : String(fields);
    return selectFields(answer, wanted, known);
  } catch (error) {
    if (error instanceof FieldsError) {
      throw driveError(call, error.message);
    }
    throw error;
  }
}

/** @throws ServiceError naming what the host cannot search for. */
export function testOf(query: unknown): Test {
  if (query === undefined || query === null || query === "") {
    return () => true;
  }
  try {
    return parseQuery(String(query));
  } catch (error) {
    if (error instanceof QueryError) {
      throw driveError("list", `Invalid Value: ${error.message}`);
    }
    throw error;
  }
}

type Order = (left: FileRecord, right: FileRecord) => number;

const byText =
  (read: (file: FileRecord) => string): Order =>
  (left, right) => {
    const [a, b] = [read(left), read(right)];
    return a < b ? -1 : Number(a > b);
  };

const ORDERS: Readonly<Record<string, Order>> = {
  name: byText((file) => file.name),
  name_natural: (left, right) =>
    left.name.localeCompare(right.name, "ru", { numeric: true }),
  createdTime: byText((file) => file.createdTime),
  modifiedTime: byText((file) => file.modifiedTime),
  folder: (left, right) =>
    Number(right.mimeType === FOLDER) - Number(left.mimeType === FOLDER),
};

/**
 * `folder,modifiedTime desc,name` as a comparison; newest first by default.
 *
 * @throws ServiceError naming an order the host does not know.
 */
export function orderOf(orderBy: unknown): Order {
  const text = orderBy === undefined ? "modifiedTime desc" : String(orderBy);
  const orders = text.split(",").map((part): Order => {
    const [name = "", direction = ""] = part.trim().split(/\s+/);
    const order = Object.hasOwn(ORDERS, name) ? ORDERS[name] : undefined;
    if (order === undefined || !/^(desc)?$/.test(direction)) {
      throw driveError("list", `Invalid Value: orderBy ${part.trim()}`);
    }
    return direction === "desc" ? (left, right) => order(right, left) : order;
  });
  return (left, right) => {
    for (const order of orders) {
      const result = order(left, right);
      if (result !== 0) {
        return result;
      }
    }
    return 0;
  };
}

export function pageSize(value: unknown): number {
  const size = value === undefined ? DEFAULT_PAGE : Number(value);
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE) {
    throw driveError("list", `Invalid Value: pageSize ${String(value)}`);
  }
  return size;
}

export function pageStart(value: unknown): number {
  const start = value === undefined || value === null ? 0 : Number(value);
  if (!Number.isInteger(start) || start < 0) {
    throw driveError("list", `Invalid Value: pageToken ${String(value)}`);
  }
  return start;
}

/** Only the user's own Drive can be searched. @throws ServiceError otherwise. */
export function checkPlace(options: Options): void {
  for (const [key, only] of [
    ["spaces", "drive"],
    ["corpora", "user"],
  ] as const) {
    if (options[key] !== undefined && options[key] !== only) {
      throw driveError("list", `Invalid Value: ${key} ${options[key]}`);
    }
  }
}
