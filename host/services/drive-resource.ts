/** File resources of Drive v3: what goes in, what comes out. */

import type { Searched } from "./drive-query";
import {
  DOCUMENT,
  type DriveStore,
  type FileRecord,
  FOLDER,
  FORM,
} from "./drive-store";
import { formUrl } from "./form-links";
import { ServiceError } from "./service-object";

/** An error as the advanced service words it. */
export function driveError(call: string, message: string): ServiceError {
  return new ServiceError(
    `API call to drive.files.${call} failed with error: ${message}`,
  );
}

/** Google's limit for key and value of one property together, UTF-8 bytes. */
const MAX_PROPERTY_BYTES = 124;
/** Properties one app may put on one file. */
const MAX_PROPERTIES = 30;

const WRITABLE: ReadonlySet<string> = new Set([
  "name",
  "mimeType",
  "description",
  "parents",
  "appProperties",
  "properties",
  "trashed",
  "starred",
  "kind",
  "id",
]);

/** The wanted changes of a file, checked. */
export type FileChange = {
  readonly name?: string;
  readonly mimeType?: string;
  readonly description?: string;
  readonly parents?: readonly string[];
  /** null takes the property away. */
  readonly appProperties?: Readonly<Record<string, string | null>>;
  readonly properties?: Readonly<Record<string, string | null>>;
  readonly trashed?: boolean;
};

function propertiesIn(
  call: string,
  value: unknown,
): Readonly<Record<string, string | null>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw driveError(call, "Invalid value for properties");
  }
  const entries = Object.entries(value).map(
    ([key, one]): [string, string | null] => [
      key,
      one === null ? null : String(one),
    ],
  );
  for (const [key, one] of entries) {
    const bytes = Buffer.byteLength(key + (one ?? ""), "utf8");
    if (bytes > MAX_PROPERTY_BYTES) {
      throw driveError(
        call,
        `The property ${key} exceeds the limit of ${MAX_PROPERTY_BYTES} bytes for key and value`,
      );
    }
  }
  return Object.fromEntries(entries);
}

function parentsIn(
  call: string,
  value: unknown,
  store: DriveStore,
): readonly string[] {
  if (!Array.isArray(value) || value.length !== 1) {
    throw driveError(call, "A file must have exactly one parent");
  }
  return value.map((id) => parentId(call, String(id), store));
}

/** @throws ServiceError unless it is a folder the add-on can see. */
export function parentId(call: string, id: string, store: DriveStore): string {
  if (id === "root" || id === store.rootId()) {
    return store.rootId();
  }
  const folder = store.get(id);
  if (folder === null) {
    throw driveError(call, `File not found: ${id}.`);
  }
  if (folder.mimeType !== FOLDER) {
    throw driveError(call, "The specified parent is not a folder.");
  }
  return id;
}

/**
 * What a resource given by the add-on asks for.
 *
 * @throws ServiceError for fields that cannot be written or have bad values.
 */
export function readResource(
  call: string,
  resource: unknown,
  store: DriveStore,
): FileChange {
  if (resource === null || resource === undefined) {
    return {};
  }
  if (typeof resource !== "object" || Array.isArray(resource)) {
    throw driveError(call, "Invalid resource");
  }
  const given = resource as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given).find((key) => !WRITABLE.has(key));
  if (unknown !== undefined) {
    throw driveError(
      call,
      `The field ${unknown} is not available on the local host`,
    );
  }
  const text = (key: string): Record<string, string> =>
    given[key] === undefined ? {} : { [key]: String(given[key]) };
  return {
    ...text("name"),
    ...text("mimeType"),
    ...text("description"),
    ...(given["parents"] === undefined
      ? {}
      : { parents: parentsIn(call, given["parents"], store) }),
    ...(given["appProperties"] === undefined
      ? {}
      : { appProperties: propertiesIn(call, given["appProperties"]) }),
    ...(given["properties"] === undefined
      ? {}
      : { properties: propertiesIn(call, given["properties"]) }),
    ...(given["trashed"] === undefined
      ? {}
      : { trashed: given["trashed"] === true }),
  };
}

/** Properties after a change; null takes one away. */
export function mergedProperties(
  call: string,
  before: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string | null>> | undefined,
): Record<string, string> {
  const merged = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(change ?? {})) {
    if (value === null) {
      merged.delete(key);
    } else {
      merged.set(key, value);
    }
  }
  if (merged.size > MAX_PROPERTIES) {
    throw driveError(
      call,
      `A file can have at most ${MAX_PROPERTIES} properties of one app`,
    );
  }
  return Object.fromEntries(merged);
}

function viewLink(file: FileRecord, origin: string): string {
  switch (file.mimeType) {
    case FORM:
      return formUrl(origin, file.id, "edit");
    case FOLDER:
      return `${origin}/files/folders/${file.id}`;
    default:
      return `${origin}/files/${file.id}`;
  }
}

/** Fields a file resource can have here. */
export const FILE_FIELDS: ReadonlySet<string> = new Set([
  "kind",
  "id",
  "name",
  "mimeType",
  "description",
  "parents",
  "trashed",
  "explicitlyTrashed",
  "appProperties",
  "properties",
  "createdTime",
  "modifiedTime",
  "size",
  "webViewLink",
  "webContentLink",
  "ownedByMe",
]);

/** What Drive answers with when no fields are asked for. */
export const DEFAULT_FIELDS = "kind,id,name,mimeType";

/** The whole resource; the caller picks the wanted fields. */
export function writeResource(
  file: FileRecord,
  store: DriveStore,
  origin: string,
): Record<string, unknown> {
  return {
    kind: "drive#file",
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...(file.description === "" ? {} : { description: file.description }),
    parents: [...file.parents],
    trashed: store.isTrashed(file),
    explicitlyTrashed: file.trashed,
    // Drive leaves empty maps out.
    ...(Object.keys(file.appProperties).length === 0
      ? {}
      : { appProperties: { ...file.appProperties } }),
    ...(Object.keys(file.properties).length === 0
      ? {}
      : { properties: { ...file.properties } }),
    createdTime: file.createdTime,
    modifiedTime: file.modifiedTime,
    ...(file.size === null ? {} : { size: String(file.size) }),
    webViewLink: viewLink(file, origin),
    ...(file.size === null || file.mimeType === DOCUMENT
      ? {}
      : { webContentLink: `${origin}/files/${file.id}/download` }),
    ownedByMe: true,
  };
}

/** A file as searches see it: the word `root` finds what lies at the top. */
export function searched(file: FileRecord, store: DriveStore): Searched {
  const atTop = file.parents.includes(store.rootId());
  return {
    ...file,
    trashed: store.isTrashed(file),
    parents: atTop ? [...file.parents, "root"] : file.parents,
  };
}
