/** What letters carry: attachments, and pictures shown inside the text. */
import type { Storage } from "../storage/storage";
import { BlobObject, bytesOf } from "./blob";
import { ServiceError } from "./service-object";

/** Something attached, before the letter is sent. */
export type Enclosure = {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Name after `cid:` in the HTML text; absent for attachments. */
  readonly cid?: string;
};

/** The same in the outbox; its bytes lie in a file of the workspace. */
export type LetterFile = Omit<Enclosure, "bytes"> & {
  readonly path: string;
  readonly size: number;
};

/** @see https://developers.google.com/apps-script/guides/services/quotas */
const MAX_ATTACHMENTS = 250;
const MAX_TOTAL_BYTES = 25 * 1024 * 1024;
const UNKNOWN_TYPE = "application/octet-stream";

/**
 * Reads the options `attachments` and `inlineImages` of sendEmail.
 *
 * @throws ServiceError for what is no blob, and over Google's limits.
 */
export function readEnclosures(
  attachments: unknown,
  inlineImages: unknown,
): readonly Enclosure[] {
  const attached = Array.isArray(attachments) ? attachments : [];
  if (attachments !== undefined && !Array.isArray(attachments)) {
    throw new ServiceError("Invalid argument: attachments");
  }
  if (attached.length > MAX_ATTACHMENTS) {
    throw new ServiceError("Limit exceeded: Email Attachments Per Message.");
  }
  const images = Object.entries(inlineImages ?? {});
  const enclosures = [
    ...attached.map((one) => enclosureOf(one, "attachments")),
    ...images.map(([cid, one]) => ({
      ...enclosureOf(one, "inlineImages"),
      cid,
    })),
  ];
  const total = enclosures.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (total > MAX_TOTAL_BYTES) {
    throw new ServiceError("Limit exceeded: Email Total Attachments Size.");
  }
  return enclosures;
}

/** A blob, something with one inside, or { fileName, mimeType, content }. */
function enclosureOf(value: unknown, option: string): Enclosure {
  const source = value as {
    readonly getBlob?: () => unknown;
    readonly fileName?: unknown;
    readonly mimeType?: unknown;
    readonly content?: unknown;
  } | null;
  const blob = source?.getBlob?.();
  if (blob instanceof BlobObject) {
    return {
      name: blob.name ?? "вложение",
      contentType: blob.contentType ?? UNKNOWN_TYPE,
      bytes: blob.bytes,
    };
  }
  if (source?.content === undefined) {
    throw new ServiceError(`Invalid argument: ${option}`);
  }
  return {
    name: String(source.fileName ?? "вложение"),
    contentType: String(source.mimeType ?? UNKNOWN_TYPE),
    bytes: bytesOf(source.content),
  };
}

/** Puts the bytes into the workspace's folder. */
export function storeEnclosures(
  storage: Storage,
  letterId: string,
  enclosures: readonly Enclosure[],
): readonly LetterFile[] {
  return enclosures.map(({ bytes, ...rest }, index) => {
    const path = `files/mail/${letterId}-${index}`;
    storage.putFile(path, bytes);
    return { ...rest, path, size: bytes.length };
  });
}

/** Types a browser may draw inside a letter. */
const PICTURE = /^image\/(?:png|jpeg|gif|webp)$/;

/**
 * The HTML text with its pictures inside: the frame that shows it may load
 * nothing.
 */
export function withPictures(
  html: string,
  files: readonly LetterFile[],
  storage: Storage,
): string {
  return html.replace(/cid:([^"'\s>)]+)/g, (found, cid: string) => {
    const file = files.find((one) => one.cid === cid);
    if (file === undefined || !PICTURE.test(file.contentType)) return found;
    const bytes = storage.getFile(file.path);
    if (bytes === null) return found;
    const data = Buffer.from(bytes).toString("base64");
    return `data:${file.contentType};base64,${data}`;
  });
}
