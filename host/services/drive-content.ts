/** What lies in a file: bytes taken from blobs, exported again; and in which folder. */
import { BlobObject } from "./blob";
import { docxText, emptyDocx, isDocx } from "./drive-document";
import type { Options } from "./drive-options";
import { driveError, parentId } from "./drive-resource";
import {
  DOCUMENT,
  DOCX,
  type DriveStore,
  type FileRecord,
  FOLDER,
  FORM,
} from "./drive-store";
import { exportPdf } from "./export-pdf";

/** Google's limit of one export. */
const MAX_EXPORT_BYTES = 10 * 1024 * 1024;

export const GOOGLE_TYPE = "application/vnd.google-apps.";

/** @throws ServiceError unless it is a blob or nothing. */
export function blobOf(call: string, mediaData: unknown): BlobObject | null {
  if (mediaData === null || mediaData === undefined) {
    return null;
  }
  if (!(mediaData instanceof BlobObject)) {
    throw driveError(call, "The mediaData parameter only supports Blob types");
  }
  return mediaData;
}

/** Bytes to keep for a file of this type; null for types without content. */
export function contentFor(
  call: string,
  mimeType: string,
  blob: BlobObject | null,
): Uint8Array | null {
  switch (mimeType) {
    case FOLDER:
    case FORM:
      if (blob !== null) {
        throw driveError(call, "This type of file takes no content");
      }
      return null;
    case DOCUMENT:
      if (blob === null) {
        return emptyDocx();
      }
      if (blob.contentType !== DOCX || !isDocx(blob.bytes)) {
        throw driveError(
          call,
          `Making a Google Doc out of ${blob.contentType} is not available on the local host; it takes .docx`,
        );
      }
      return blob.bytes;
    default:
      if (mimeType.startsWith(GOOGLE_TYPE)) {
        throw driveError(
          call,
          `Files of type ${mimeType} are not available on the local host`,
        );
      }
      return blob?.bytes ?? new Uint8Array();
  }
}

function ids(value: unknown): string[] {
  return value === undefined || value === null
    ? []
    : String(value)
        .split(",")
        .map((id) => id.trim())
        .filter((id) => id !== "");
}

/** Parents after an update. @throws ServiceError for a circle. */
export function movedParents(
  file: FileRecord,
  options: Options,
  store: DriveStore,
): string[] {
  const gone = new Set(
    ids(options["removeParents"]).map((id) => parentId("update", id, store)),
  );
  const added = ids(options["addParents"]).map((id) =>
    parentId("update", id, store),
  );
  if (added.some((id) => isInside(id, file.id, store))) {
    throw driveError("update", "A folder cannot be put into itself.");
  }
  // Since 2020 a file has one parent: adding one moves the file there.
  const left =
    added.length > 0 ? [] : file.parents.filter((id) => !gone.has(id));
  const parents = [...left, ...added].slice(-1);
  return parents.length === 0 ? [store.rootId()] : parents;
}

function isInside(id: string, folderId: string, store: DriveStore): boolean {
  return (
    id === folderId ||
    (store.get(id)?.parents ?? []).some((parent) =>
      isInside(parent, folderId, store),
    )
  );
}

async function converted(
  docx: Uint8Array,
  mimeType: string,
): Promise<Uint8Array> {
  switch (mimeType) {
    case DOCX:
      return docx;
    case "text/plain":
      return Buffer.from(docxText(docx), "utf8");
    case "application/pdf": {
      const { bytes, message } = await exportPdf(docx, "docx");
      if (bytes === null) {
        throw driveError("export", message);
      }
      return bytes;
    }
    default:
      throw driveError(
        "export",
        `Export to ${mimeType} is not available on the local host`,
      );
  }
}

/**
 * A document in another format.
 *
 * @throws ServiceError for formats the host cannot make and for results over
 *   Google's limit of one export.
 */
export async function exported(
  docx: Uint8Array,
  mimeType: string,
): Promise<Uint8Array> {
  const bytes = await converted(docx, mimeType);
  if (bytes.length > MAX_EXPORT_BYTES) {
    throw driveError("export", "This file is too large to be exported.");
  }
  return bytes;
}
