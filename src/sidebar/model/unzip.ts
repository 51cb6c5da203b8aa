/** Reads a zip archive with the browser's own inflate. */

/** Entries by name; each is inflated when read. */
export type Zip = {
  /** Bytes of an entry, or null when there is none. @throws RangeError when it cannot be read. */
  readonly read: (name: string) => Promise<Uint8Array | null>;
};

type Entry = {
  readonly method: number;
  readonly size: number;
  /** Offset of the entry's local header. */
  readonly at: number;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/** One entry inflated: more is no list of people but an attack on the browser. */
const MAX_INFLATED = 100 * 1024 * 1024;

/** @returns Null when the bytes are no zip archive. */
export function openZip(bytes: Uint8Array): Zip | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) {
    return null;
  }
  const entries = readEntries(view, bytes, end);
  return {
    read: async (name) => {
      const entry = entries.get(name);
      return entry === undefined ? null : inflate(view, bytes, entry);
    },
  };
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    if (view.getUint32(at, true) === END) {
      return at;
    }
  }
  return null;
}

function readEntries(
  view: DataView,
  bytes: Uint8Array,
  end: number,
): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) {
      break;
    }
    const name = at + 46 + view.getUint16(at + 28, true);
    entries.set(new TextDecoder().decode(bytes.subarray(at + 46, name)), {
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at = name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

async function inflate(
  view: DataView,
  bytes: Uint8Array,
  { method, size, at }: Entry,
): Promise<Uint8Array> {
  const from =
    at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.slice(from, from + size);
  if (method === STORED) {
    return packed;
  }
  if (method !== DEFLATED) {
    throw new RangeError(`inflate: method ${method}`);
  }
  const stream = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  return joinParts(stream.getReader());
}

async function joinParts(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    length += value.length;
    if (length > MAX_INFLATED) {
      await reader.cancel();
      throw new RangeError("inflate: too large");
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
