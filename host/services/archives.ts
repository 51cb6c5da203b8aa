/** Zip and gzip of blobs. */
import { gunzipSync, gzipSync } from "node:zlib";
import PizZip from "pizzip";
import { BlobObject } from "./blob";
import { ServiceError } from "./service-object";
import { mismatch } from "./sheets-context";

/** Unpacked, an archive may hold this much; more is a trap. */
const MAX_BYTES = 50 * 1024 * 1024;

function needBlob(call: string, value: unknown): BlobObject {
  if (value instanceof BlobObject) return value;
  throw mismatch(`Utilities.${call}`, value);
}

/** @throws ServiceError when two blobs have one name. */
export function zip(blobs: unknown, name: string): BlobObject {
  if (!Array.isArray(blobs)) throw mismatch("Utilities.zip", blobs);
  const archive = new PizZip();
  for (const [index, given] of blobs.entries()) {
    const blob = needBlob("zip", given);
    const inside = blob.name ?? `Untitled${index || ""}`;
    if (archive.file(inside) !== null) {
      throw new ServiceError(`Duplicate file name: ${inside}`);
    }
    archive.file(inside, blob.bytes, { binary: true });
  }
  const bytes = archive.generate({
    type: "uint8array",
    compression: "DEFLATE",
  });
  return new BlobObject(bytes, "application/zip", name);
}

export function unzip(given: unknown): BlobObject[] {
  const blob = needBlob("unzip", given);
  let archive: PizZip;
  try {
    archive = new PizZip(blob.bytes);
  } catch (cause) {
    throw new ServiceError("Invalid argument: blob is no zip", { cause });
  }
  let total = 0;
  return Object.values(archive.files)
    .filter((file) => !file.dir)
    .map((file) => {
      const bytes = file.asUint8Array();
      total += bytes.length;
      if (total > MAX_BYTES)
        throw new ServiceError("Zip content is too large.");
      const part = new BlobObject(bytes, null, file.name);
      return part.setContentTypeFromExtension();
    });
}

/** @param name - Null: the blob's own with `.gz`. */
export function zipOne(given: unknown, name: string | null): BlobObject {
  const blob = needBlob("gzip", given);
  const own = blob.name === null ? "archive.gz" : `${blob.name}.gz`;
  return new BlobObject(
    gzipSync(blob.bytes),
    "application/x-gzip",
    name ?? own,
  );
}

export function ungzip(given: unknown): BlobObject {
  const blob = needBlob("ungzip", given);
  try {
    const bytes = gunzipSync(blob.bytes, { maxOutputLength: MAX_BYTES });
    const name = blob.name?.replace(/\.gz$/i, "") ?? null;
    return new BlobObject(bytes, null, name).setContentTypeFromExtension();
  } catch (cause) {
    throw new ServiceError("Could not decompress gzip.", { cause });
  }
}
