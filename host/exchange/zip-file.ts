/** Reads zip archives from strangers: sizes are checked before and while inflating. */
import { inflateRawSync } from "node:zlib";
import { DAMAGED, LIMITS, TOO_BIG, UploadError } from "./limits";

/** An archive whose sizes are within the limits; nothing is inflated yet. */
export type ZipFile = {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /**
   * @returns Null when there is no such entry.
   * @throws UploadError when the entry is not what the archive says.
   */
  readonly bytes: (name: string) => Uint8Array | null;
  /** The entry as UTF-8 text, "" when there is none. */
  readonly text: (name: string) => string;
};

type Entry = {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

/** Signatures and sizes of the format's records (PKWARE APPNOTE 4.3). */
const END = 0x06054b50;
const END_SIZE = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** @throws UploadError for a damaged, encrypted or too large archive. */
export function openZip(bytes: Uint8Array): ZipFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readEntries(buffer);
  checkSizes(bytes.length, entries);
  const read = (name: string): Uint8Array | null => {
    const entry = entries.get(name);
    return entry === undefined ? null : inflate(buffer, entry);
  };
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    bytes: read,
    text: (name) => new TextDecoder("utf-8").decode(read(name) ?? undefined),
  };
}

function damaged(cause?: unknown): UploadError {
  return new UploadError(DAMAGED, cause === undefined ? {} : { cause });
}

function findEnd(buffer: Buffer): number {
  const first = Math.max(0, buffer.length - END_SIZE - MAX_COMMENT);
  for (let at = buffer.length - END_SIZE; at >= first; at -= 1) {
    if (buffer.readUInt32LE(at) === END) return at;
  }
  throw damaged();
}

function readEntries(buffer: Buffer): Map<string, Entry> {
  const end = findEnd(buffer);
  const count = buffer.readUInt16LE(end + 10);
  if (count > LIMITS.zipEntries) throw new UploadError(TOO_BIG);
  const entries = new Map<string, Entry>();
  let at = buffer.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_SIZE > end || buffer.readUInt32LE(at) !== CENTRAL) {
      throw damaged();
    }
    if ((buffer.readUInt16LE(at + 8) & ENCRYPTED) !== 0) {
      throw new UploadError(
        "Файл защищён паролем. Снимите пароль и повторите.",
      );
    }
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = buffer.toString(
      "utf8",
      at + CENTRAL_SIZE,
      at + CENTRAL_SIZE + nameLength,
    );
    if (entries.has(name)) throw damaged();
    entries.set(name, {
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    });
    at +=
      CENTRAL_SIZE +
      nameLength +
      buffer.readUInt16LE(at + 30) +
      buffer.readUInt16LE(at + 32);
  }
  return entries;
}

function checkSizes(
  fileSize: number,
  entries: ReadonlyMap<string, Entry>,
): void {
  let total = 0;
  for (const { size, packed } of entries.values()) {
    total += size;
    // An entry may not lie outside, nor shrink better than deflate can.
    if (packed > fileSize || size > packed * 1_040 + 64) throw damaged();
  }
  const isBomb =
    total > LIMITS.harmlessBytes && total > fileSize * LIMITS.unzippedRatio;
  if (total > LIMITS.unzippedBytes || isBomb) throw new UploadError(TOO_BIG);
}

function inflate(buffer: Buffer, entry: Entry): Uint8Array {
  const { offset, packed, size, method } = entry;
  if (
    offset + LOCAL_SIZE > buffer.length ||
    buffer.readUInt32LE(offset) !== LOCAL
  ) {
    throw damaged();
  }
  const from =
    offset +
    LOCAL_SIZE +
    buffer.readUInt16LE(offset + 26) +
    buffer.readUInt16LE(offset + 28);
  const body = buffer.subarray(from, from + packed);
  if (body.length !== packed) throw damaged();
  const bytes = unpacked(body, method, size);
  if (bytes.length !== size) throw damaged();
  return bytes;
}

function unpacked(body: Buffer, method: number, size: number): Uint8Array {
  if (method === STORED) return body;
  if (method !== DEFLATED) throw damaged();
  try {
    // An entry that is larger than it says stops here.
    return inflateRawSync(body, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    throw damaged(cause);
  }
}
