/** What the spreadsheet classes share: the book, the execution, and each other's makers. */
import type { Book } from "./book";
import type { Execution } from "./registry";
import { apiNameOf, ServiceError, ServiceObject } from "./service-object";
import type { Area } from "./tracked-areas";

/** One execution's view of the book. Makers break import circles. */
export type SheetsContext = {
  readonly book: Book;
  readonly execution: Execution;
  /** @param area - 0-based, inside the sheet. */
  readonly makeRange: (sheetId: string, area: Area) => AreaObject;
  readonly makeSheet: (sheetId: string) => ServiceObject;
  readonly spreadsheet: () => ServiceObject;
  /** Sheet id of the active tab. */
  readonly activeSheet: () => string;
  readonly setActiveSheet: (sheetId: string) => void;
};

/** A Range, as other services see one. */
export abstract class AreaObject extends ServiceObject {
  readonly context: SheetsContext;
  readonly sheetId: string;
  readonly area: Area;

  constructor(context: SheetsContext, sheetId: string, area: Area) {
    super();
    this.context = context;
    this.sheetId = sheetId;
    this.area = area;
  }
}

/** A Sheet, as other services see one. */
export abstract class SheetObject extends ServiceObject {
  readonly context: SheetsContext;
  readonly sheetId: string;

  constructor(context: SheetsContext, sheetId: string) {
    super();
    this.context = context;
    this.sheetId = sheetId;
  }
}

/**
 * Google's answer to arguments of the wrong kind.
 *
 * @param call - e.g. `Range.setValue`.
 */
export function mismatch(call: string, ...args: readonly unknown[]): Error {
  const types = args.map(typeName).join(",");
  return new ServiceError(
    `The parameters (${types}) don't match the method signature for ${withService(call)}.`,
  );
}

/** Services whose members are named without another service before them. */
const SERVICES: ReadonlySet<string> = new Set([
  "HtmlService",
  "ScriptApp",
  "SpreadsheetApp",
  "Utilities",
]);
/** Services of classes that are not the spreadsheet's. */
const OWNERS: Readonly<Record<string, string>> = {
  Blob: "Utilities",
  Cache: "CacheService",
  ClockTriggerBuilder: "ScriptApp",
  HtmlOutput: "HtmlService",
  Properties: "PropertiesService",
  TriggerBuilder: "ScriptApp",
};

/** `Range.setValue` → `SpreadsheetApp.Range.setValue`. */
function withService(call: string): string {
  const [owner = ""] = call.split(".");
  return SERVICES.has(owner)
    ? call
    : `${OWNERS[owner] ?? "SpreadsheetApp"}.${call}`;
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "undefined";
  if (Array.isArray(value)) return `${typeName(value[0])}[]`;
  if (value instanceof ServiceObject) return withService(apiNameOf(value));
  if (typeof value === "object") return value.constructor.name;
  // Google writes numbers small and the rest with a capital.
  if (typeof value === "string") return "String";
  return typeof value === "boolean" ? "Boolean" : typeof value;
}

/** @throws ServiceError when a value is no text. */
export function needText(call: string, value: unknown): string {
  if (typeof value !== "string") throw mismatch(call, value);
  return value;
}

/** Google cuts decimals. @throws ServiceError when a value is no number. */
export function needInteger(call: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw mismatch(call, value);
  }
  return Math.trunc(value);
}

/** @throws ServiceError when a value is no yes/no. */
export function needBoolean(call: string, value: unknown): boolean {
  if (typeof value !== "boolean") throw mismatch(call, value);
  return value;
}

/** @throws ServiceError when a value is no Range of this book. */
export function needRange(call: string, value: unknown): AreaObject {
  if (!(value instanceof AreaObject)) throw mismatch(call, value);
  return value;
}
