/** Drive: the advanced service v3, as far as drive.file lets an add-on use it. */
import { BlobObject } from "./blob";
import {
  blobOf,
  contentFor,
  exported,
  GOOGLE_TYPE,
  movedParents,
} from "./drive-content";
import {
  checkPlace,
  optionsOf,
  orderOf,
  pageSize,
  pageStart,
  picked,
  type Resource,
  testOf,
} from "./drive-options";
import {
  DEFAULT_FIELDS,
  driveError,
  FILE_FIELDS,
  mergedProperties,
  readResource,
  searched,
  writeResource,
} from "./drive-resource";
import {
  DOCUMENT,
  type DriveStore,
  driveOf,
  type FileRecord,
  FOLDER,
  FORM,
} from "./drive-store";
import { formsOf } from "./forms-workspace";
import type { Execution, ServiceModule } from "./registry";
import { ServiceObject } from "./service-object";

const LIST_FIELDS: ReadonlySet<string> = new Set([
  "kind",
  "files",
  "incompleteSearch",
  "nextPageToken",
]);
const DEFAULT_LIST_FIELDS = `kind,incompleteSearch,nextPageToken,files(${DEFAULT_FIELDS})`;

export class Files extends ServiceObject {
  readonly execution: Execution;

  constructor(execution: Execution) {
    super();
    this.execution = execution;
  }

  /** A new file; content makes a Google Doc out of a .docx. */
  create(resource: unknown, mediaData?: unknown, options?: unknown): Resource {
    const { fields } = optionsOf("create", options, ["fields"]);
    const store = storeOf(this);
    const change = readResource("create", resource, store);
    const blob = blobOf("create", mediaData);
    const mimeType =
      change.mimeType ?? blob?.contentType ?? "application/octet-stream";
    const bytes = contentFor("create", mimeType, blob);
    const file = store.add(
      {
        name: change.name ?? blob?.name ?? "Untitled",
        mimeType,
        description: change.description ?? "",
        parents: [...(change.parents ?? [store.rootId()])],
        appProperties: mergedProperties("create", {}, change.appProperties),
        properties: mergedProperties("create", {}, change.properties),
      },
      bytes,
    );
    if (mimeType === FORM) {
      formsOf(this.execution.workspace).create(file.id, false);
    }
    return answer(this, "create", file, fields);
  }

  list(options?: unknown): Resource {
    const given = optionsOf("list", options, [
      "q",
      "fields",
      "pageSize",
      "pageToken",
      "orderBy",
      "spaces",
      "corpora",
    ]);
    checkPlace(given);
    const size = pageSize(given["pageSize"]);
    const from = pageStart(given["pageToken"]);
    const store = storeOf(this);
    const test = testOf(given["q"]);
    const found = store
      .list()
      .filter((file) => test(searched(file, store)))
      .sort(orderOf(given["orderBy"]));
    const next = from + size;
    const origin = this.execution.workspace.origin();
    const result = {
      kind: "drive#fileList",
      incompleteSearch: false,
      ...(next < found.length ? { nextPageToken: String(next) } : {}),
      files: found
        .slice(from, next)
        .map((file) => writeResource(file, store, origin)),
    };
    return picked(
      "list",
      result,
      given["fields"],
      DEFAULT_LIST_FIELDS,
      LIST_FIELDS,
    );
  }

  /** The resource, or a Blob of the content with `{alt: 'media'}`. */
  get(fileId: unknown, options?: unknown): Resource | BlobObject {
    const { fields, alt } = optionsOf("get", options, ["fields", "alt"]);
    const file = fileOf(this, "get", fileId);
    if (alt !== "media") {
      return answer(this, "get", file, fields);
    }
    if (file.mimeType.startsWith(GOOGLE_TYPE)) {
      throw driveError(
        "get",
        "Only files with binary content can be downloaded. Use Export with Docs Editors files.",
      );
    }
    const bytes = storeOf(this).bytes(file.id);
    return new BlobObject(bytes, file.mimeType, file.name);
  }

  /** Changes fields; content replaces the whole content. */
  update(
    resource: unknown,
    fileId: unknown,
    mediaData?: unknown,
    options?: unknown,
  ): Resource {
    const given = optionsOf("update", options, [
      "fields",
      "addParents",
      "removeParents",
    ]);
    const store = storeOf(this);
    const file = fileOf(this, "update", fileId);
    const change = readResource("update", resource, store);
    if (change.parents !== undefined) {
      throw driveError(
        "update",
        "The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.",
      );
    }
    if (change.mimeType !== undefined && change.mimeType !== file.mimeType) {
      throw driveError("update", "The type of a file cannot be changed");
    }
    const blob = blobOf("update", mediaData);
    const bytes =
      blob === null ? null : contentFor("update", file.mimeType, blob);
    const parents = movedParents(file, given, store);
    const [appProperties, properties] = [
      mergedProperties("update", file.appProperties, change.appProperties),
      mergedProperties("update", file.properties, change.properties),
    ];
    store.change(
      file,
      (record) => {
        record.name = change.name ?? record.name;
        record.description = change.description ?? record.description;
        record.trashed = change.trashed ?? record.trashed;
        record.parents = parents;
        record.appProperties = appProperties;
        record.properties = properties;
      },
      bytes,
    );
    return answer(this, "update", file, given["fields"]);
  }

  /** A copy of a document, form or other file; folders cannot be copied. */
  copy(resource: unknown, fileId: unknown, options?: unknown): Resource {
    const { fields } = optionsOf("copy", options, ["fields"]);
    const store = storeOf(this);
    const source = fileOf(this, "copy", fileId);
    const change = readResource("copy", resource, store);
    if (source.mimeType === FOLDER) {
      throw driveError("copy", "This file cannot be copied by the user.");
    }
    const copy = store.add(
      {
        name: change.name ?? `Копия ${source.name}`,
        mimeType: source.mimeType,
        description: change.description ?? source.description,
        parents: [...(change.parents ?? source.parents)],
        appProperties: mergedProperties(
          "copy",
          source.appProperties,
          change.appProperties,
        ),
        properties: mergedProperties(
          "copy",
          source.properties,
          change.properties,
        ),
      },
      source.size === null ? null : store.bytes(source.id),
    );
    if (source.mimeType === FORM) {
      formsOf(this.execution.workspace).copy(source.id, copy.id);
    }
    return answer(this, "copy", copy, fields);
  }

  /** For good, without the trash. */
  remove(fileId: unknown): void {
    const file = fileOf(this, "delete", fileId);
    const forms = formsOf(this.execution.workspace);
    for (const id of storeOf(this).remove(file.id)) {
      if (forms.get(id) !== null) {
        forms.remove(id);
      }
    }
  }

  /** A Google Doc as .docx, PDF or text; needs `{alt: 'media'}`, as Google does. */
  async export(
    fileId: unknown,
    mimeType: unknown,
    options?: unknown,
  ): Promise<BlobObject> {
    const { alt } = optionsOf("export", options, ["alt"]);
    const file = fileOf(this, "export", fileId);
    if (alt !== "media") {
      throw driveError(
        "export",
        "Export requires alt=media to download the exported content.",
      );
    }
    if (file.mimeType !== DOCUMENT) {
      throw driveError("export", "Export only supports Docs Editors files.");
    }
    const docx = storeOf(this).bytes(file.id);
    const bytes = await exported(docx, String(mimeType));
    return new BlobObject(bytes, String(mimeType), file.name);
  }
}

function storeOf(files: Files): DriveStore {
  return driveOf(files.execution.workspace);
}

/** @throws ServiceError when there is no such file. */
function fileOf(files: Files, call: string, fileId: unknown): FileRecord {
  const file = storeOf(files).get(String(fileId));
  if (file === null) {
    throw driveError(call, `File not found: ${String(fileId)}.`);
  }
  return file;
}

function answer(
  files: Files,
  call: string,
  file: FileRecord,
  fields: unknown,
): Resource {
  const resource = writeResource(
    file,
    storeOf(files),
    files.execution.workspace.origin(),
  );
  return picked(call, resource, fields, DEFAULT_FIELDS, FILE_FIELDS);
}

/** The global itself; everything lies in Drive.Files. */
export class Drive extends ServiceObject {}

export const driveModule: ServiceModule = {
  globals: [
    {
      name: "Drive",
      type: Drive,
      create: () => new Drive(),
      advancedServiceId: "drive",
      namespaces: {
        Files: { type: Files, create: (execution) => new Files(execution) },
      },
    },
  ],
};
