/** Files of a workspace: records in one document, bytes in the folder files/. */
import type { FileView } from "../types";
import { newFileId } from "./form-record";
import type { Workspace } from "./registry";
import { perWorkspace } from "./registry";

export const FOLDER = "application/vnd.google-apps.folder";
export const FORM = "application/vnd.google-apps.form";
export const DOCUMENT = "application/vnd.google-apps.document";
export const DOCX =
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** One file, folder, form or document; plain JSON. */
export type FileRecord = {
  readonly id: string;
  name: string;
  readonly mimeType: string;
  description: string;
  parents: string[];
  /** Put into the trash itself, not only with its folder. */
  trashed: boolean;
  appProperties: Record<string, string>;
  properties: Record<string, string>;
  readonly createdTime: string;
  modifiedTime: string;
  /** Bytes kept, null for folders and forms. */
  size: number | null;
};

/** The stored document. */
type DriveData = {
  readonly rootId: string;
  readonly files: Record<string, FileRecord>;
};

export type DriveStore = {
  /** Id of the folder everything lies in; `root` means the same. */
  readonly rootId: () => string;
  readonly get: (id: string) => FileRecord | null;
  /** Oldest first. */
  readonly list: () => readonly FileRecord[];
  readonly add: (
    file: Pick<FileRecord, "name" | "mimeType"> &
      Partial<
        Pick<
          FileRecord,
          "description" | "parents" | "appProperties" | "properties"
        >
      >,
    bytes?: Uint8Array | null,
  ) => FileRecord;
  /** Applies a change, new bytes too, and the time of it. */
  readonly change: (
    file: FileRecord,
    change: (file: FileRecord) => void,
    bytes?: Uint8Array | null,
  ) => void;
  /** For good, with everything inside a folder; the ids of what went. */
  readonly remove: (id: string) => readonly string[];
  /** In the trash itself or inside a folder that is. */
  readonly isTrashed: (file: FileRecord) => boolean;
  /** @throws RangeError for a file that has no bytes or does not exist. */
  readonly bytes: (id: string) => Uint8Array;
  /** For Host.files. */
  readonly views: () => readonly FileView[];
};

const EXTENSIONS: Readonly<Record<string, string>> = {
  [DOCUMENT]: "docx",
  [DOCX]: "docx",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/json": "json",
  "application/zip": "zip",
  "text/calendar": "ics",
  "text/csv": "csv",
  "text/html": "html",
  "text/plain": "txt",
};

/** Where a file's bytes lie, relative to the workspace folder. */
function pathOf(file: FileRecord): string {
  const extension = Object.hasOwn(EXTENSIONS, file.mimeType)
    ? EXTENSIONS[file.mimeType]
    : "bin";
  return `files/${file.id}.${extension}`;
}

function openDrive({ storage, now }: Workspace): DriveStore {
  const document = storage.document<DriveData>("drive", {
    rootId: newFileId(),
    files: {},
  });
  const keep = (): void => document.set(document.get());
  const files = (): Record<string, FileRecord> => document.get().files;
  const get = (id: string): FileRecord | null =>
    Object.hasOwn(files(), id) ? (files()[id] ?? null) : null;
  const put = (file: FileRecord, bytes: Uint8Array): void => {
    storage.putFile(pathOf(file), bytes);
    file.size = bytes.length;
  };
  const isTrashed = (file: FileRecord): boolean =>
    file.trashed ||
    file.parents.some((id) => {
      const parent = get(id);
      return parent !== null && isTrashed(parent);
    });
  const remove = (id: string): string[] => {
    const file = get(id);
    if (file === null) {
      return [];
    }
    delete files()[id];
    if (file.size !== null) {
      storage.deleteFile(pathOf(file));
    }
    const inside = Object.values(files()).filter((child) =>
      child.parents.includes(id),
    );
    return [id, ...inside.flatMap((child) => remove(child.id))];
  };

  return {
    rootId: () => document.get().rootId,
    get,
    list: () => Object.values(files()),
    isTrashed,
    add: (wanted, bytes = null) => {
      const moment = now().toISOString();
      const file: FileRecord = {
        id: newFileId(),
        name: wanted.name,
        mimeType: wanted.mimeType,
        description: wanted.description ?? "",
        parents: wanted.parents ?? [document.get().rootId],
        trashed: false,
        appProperties: { ...wanted.appProperties },
        properties: { ...wanted.properties },
        createdTime: moment,
        modifiedTime: moment,
        size: null,
      };
      // Bytes first: a record never points at a file that is not there.
      if (bytes !== null) {
        put(file, bytes);
      }
      files()[file.id] = file;
      keep();
      return file;
    },
    change: (file, change, bytes = null) => {
      if (bytes !== null) {
        put(file, bytes);
      }
      change(file);
      file.modifiedTime = now().toISOString();
      keep();
    },
    remove: (id) => {
      const gone = remove(id);
      keep();
      return gone;
    },
    bytes: (id) => {
      const file = get(id);
      const bytes =
        file === null || file.size === null
          ? null
          : storage.getFile(pathOf(file));
      if (bytes === null) {
        throw new RangeError(`files: ${id} has no content`);
      }
      return bytes;
    },
    views: () =>
      Object.values(files()).map((file) => ({
        id: file.id,
        name: file.name,
        mimeType: file.mimeType,
        trashed: isTrashed(file),
        createdTime: file.createdTime,
        appProperties: { ...file.appProperties },
      })),
  };
}

/** The files of a workspace; one model per workspace. */
export const driveOf = perWorkspace(openDrive);
