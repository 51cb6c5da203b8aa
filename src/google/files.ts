/** The files port on the advanced Drive service: one call each, made once by key. */
import type { FilesPort, MadeFile } from "../app/ports";

const DOCX =
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const GOOGLE_DOC = "application/vnd.google-apps.document";
const GOOGLE_FORM = "application/vnd.google-apps.form";

/** Property of a file that carries its idempotency key. */
const KEY = "nastavnikKey";

const FIELDS = "id,webViewLink";

/** The part of a Drive file that is used. */
type DriveFile = { readonly id?: string; readonly webViewLink?: string };

/** Advanced Drive v3, as far as it is used; @types know it only as v2 or any. */
export type DriveService = {
  readonly Files: {
    readonly list: (options: object) => {
      readonly files?: readonly DriveFile[];
    };
    readonly create: (
      resource: object,
      blob: GoogleAppsScript.Base.Blob | null,
      options: object,
    ) => DriveFile;
    readonly update: (
      resource: object,
      id: string,
      blob: null,
      options: object,
    ) => DriveFile;
  };
};

/**
 * @param scope what tells this book's files from a copy's: the book's id
 */
export function filesPort(
  drive: DriveService,
  utilities: GoogleAppsScript.Utilities.Utilities,
  scope: string,
): FilesPort {
  const keyOf = (key: string) => `${scope}:${key}`;
  return {
    find: (key) => {
      const value = keyOf(key).replace(/\\/g, "\\\\").replace(/'/g, "\\'");
      const found = drive.Files.list({
        q: `appProperties has { key='${KEY}' and value='${value}' } and trashed = false`,
        fields: `files(${FIELDS})`,
        pageSize: 1,
      }).files?.[0];
      return found === undefined ? null : made(found);
    },
    createDocument: ({ key, name, docxBase64 }) => {
      const blob = utilities.newBlob(
        utilities.base64Decode(docxBase64),
        DOCX,
        `${name}.docx`,
      );
      return made(
        drive.Files.create(
          { name, mimeType: GOOGLE_DOC, appProperties: { [KEY]: keyOf(key) } },
          blob,
          { fields: FIELDS },
        ),
      );
    },
    createForm: ({ key, name }) =>
      made(
        drive.Files.create(
          { name, mimeType: GOOGLE_FORM, appProperties: { [KEY]: keyOf(key) } },
          null,
          { fields: FIELDS },
        ),
      ),
    trash: (id) => {
      drive.Files.update({ trashed: true }, id, null, { fields: "id" });
    },
  };
}

function made(file: DriveFile): MadeFile {
  if (file.id === undefined) {
    throw new TypeError("filesPort: Drive answered without a file id");
  }
  return {
    id: file.id,
    url: file.webViewLink ?? `https://drive.google.com/open?id=${file.id}`,
  };
}
