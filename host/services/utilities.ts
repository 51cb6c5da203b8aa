/** Utilities: dates as text, base64, digests, blobs, ids, sleep. */
import { createHash, randomUUID } from "node:crypto";
import { BlobObject, bytesOf } from "./blob";
import { formatJavaDate } from "./java-format";
import type { ServiceModule } from "./registry";
import {
  defineEnum,
  EnumValue,
  ServiceError,
  ServiceObject,
} from "./service-object";
import { mismatch, needInteger, needText } from "./sheets-context";
import { isTimeZone } from "./zone-time";

const Charset = defineEnum("Utilities.Charset", ["US_ASCII", "UTF_8"]);
const DigestAlgorithm = defineEnum("Utilities.DigestAlgorithm", [
  "MD2",
  "MD5",
  "SHA_1",
  "SHA_256",
  "SHA_384",
  "SHA_512",
]);
const HASHES: Readonly<Record<string, string>> = {
  MD5: "md5",
  SHA_1: "sha1",
  SHA_256: "sha256",
  SHA_384: "sha384",
  SHA_512: "sha512",
};
/** Google's limit of one sleep, milliseconds. */
const MAX_SLEEP_MS = 300_000;

class Utilities extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(Utilities.prototype),
  );

  /** (date, timeZone, format): SimpleDateFormat patterns. */
  formatDate(date: unknown, timeZone: unknown, format: unknown): string {
    if (!(date instanceof Date)) {
      throw mismatch("Utilities.formatDate", date, timeZone, format);
    }
    const zone = needText("Utilities.formatDate", timeZone);
    const pattern = needText("Utilities.formatDate", format);
    return formatJavaDate(date, knownZone(zone), pattern);
  }

  base64Encode(data: unknown, _charset?: unknown): string {
    return Buffer.from(bytesOf(data)).toString("base64");
  }

  base64EncodeWebSafe(data: unknown, charset?: unknown): string {
    return this.base64Encode(data, charset)
      .replaceAll("+", "-")
      .replaceAll("/", "_");
  }

  /** @throws ServiceError when the text is no base64. */
  base64Decode(text: unknown, _charset?: unknown): Uint8Array {
    const encoded = needText("Utilities.base64Decode", text);
    if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(encoded)) {
      throw new ServiceError("Could not decode string.");
    }
    return Buffer.from(encoded, "base64");
  }

  base64DecodeWebSafe(text: unknown, charset?: unknown): Uint8Array {
    const encoded = needText("Utilities.base64DecodeWebSafe", text);
    const plain = encoded.replaceAll("-", "+").replaceAll("_", "/");
    return this.base64Decode(plain, charset);
  }

  /** Text is digested as UTF-8 whatever the charset says, ASCII being part of it. */
  computeDigest(
    algorithm: unknown,
    value: unknown,
    _charset?: unknown,
  ): Uint8Array {
    if (!(algorithm instanceof EnumValue)) {
      throw mismatch("Utilities.computeDigest", algorithm, value);
    }
    const hash = HASHES[algorithm.name];
    if (hash === undefined) {
      throw new ServiceError(
        `DigestAlgorithm.${algorithm.name} is not available on the local host`,
      );
    }
    return createHash(hash).update(bytesOf(value)).digest();
  }

  newBlob(data: unknown, contentType?: unknown, name?: unknown): BlobObject {
    const call = "Utilities.newBlob";
    const isText = typeof data === "string";
    const type = contentType ?? (isText ? "text/plain" : null);
    return new BlobObject(
      bytesOf(data),
      type === null ? null : needText(call, type),
      name === undefined || name === null ? null : needText(call, name),
    );
  }

  getUuid(): string {
    return randomUUID();
  }

  /** @throws ServiceError for more than five minutes. */
  async sleep(milliseconds: unknown): Promise<void> {
    const wait = needInteger("Utilities.sleep", milliseconds);
    if (wait < 0 || wait > MAX_SLEEP_MS) {
      throw new ServiceError(
        `Invalid argument: milliseconds must be 0 to ${MAX_SLEEP_MS}.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** Google takes any zone it does not know for GMT; `GMT+3` is a known form. */
function knownZone(zone: string): string {
  const fixed = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?00)?$/.exec(zone);
  if (fixed !== null) {
    const [, sign, hours] = fixed;
    // Etc names count the other way round.
    return `Etc/GMT${sign === "+" ? "-" : "+"}${Number(hours)}`;
  }
  return isTimeZone(zone) ? zone : "Etc/GMT";
}

export const utilitiesModule: ServiceModule = {
  globals: [
    {
      name: "Utilities",
      type: Utilities,
      create: () => new Utilities(),
      enums: { Charset, DigestAlgorithm },
    },
  ],
};
