/** Utilities: dates as text, base64, digests, blobs, archives, ids, sleep. */
import { randomUUID } from "node:crypto";
import { ungzip, unzip, zip, zipOne } from "./archives";
import { BlobObject, bytesOf } from "./blob";
import { parseCsv } from "./csv";
import {
  DigestAlgorithm,
  digest,
  hmac,
  MacAlgorithm,
  RsaAlgorithm,
  rsaSignature,
} from "./digests";
import { formatString } from "./format-string";
import { formatJavaDate } from "./java-format";
import { parseJavaDate } from "./java-parse";
import type { ServiceModule } from "./registry";
import { defineEnum, ServiceError, ServiceObject } from "./service-object";
import { mismatch, needInteger, needText } from "./sheets-context";
import { isTimeZone } from "./zone-time";

const Charset = defineEnum("Utilities.Charset", ["US_ASCII", "UTF_8"]);
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

  /** (date, timeZone, format): the moment a text tells, by Java's patterns. */
  parseDate(date: unknown, timeZone: unknown, format: unknown): Date {
    const call = "Utilities.parseDate";
    const zone = knownZone(needText(call, timeZone));
    return parseJavaDate(needText(call, date), zone, needText(call, format));
  }

  formatString(template: unknown, ...values: unknown[]): string {
    return formatString(needText("Utilities.formatString", template), values);
  }

  /** Deprecated by Google in favour of JSON.stringify, and still there. */
  jsonStringify(value: unknown): string {
    return JSON.stringify(value) ?? "undefined";
  }

  /** @throws ServiceError when the text is no JSON. */
  jsonParse(text: unknown): unknown {
    const json = needText("Utilities.jsonParse", text);
    try {
      return JSON.parse(json);
    } catch (cause) {
      throw new ServiceError(`Invalid JSON string: ${json}`, { cause });
    }
  }

  parseCsv(csv: unknown, delimiter: unknown = ","): string[][] {
    const call = "Utilities.parseCsv";
    const sign = needText(call, delimiter);
    if (sign.length !== 1) throw mismatch(call, csv, delimiter);
    return parseCsv(needText(call, csv), sign);
  }

  base64Encode(data: unknown, charset?: unknown): string {
    return Buffer.from(encoded(data, charset)).toString("base64");
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

  /** Text without a charset is digested as UTF-8. */
  computeDigest(
    algorithm: unknown,
    value: unknown,
    charset?: unknown,
  ): Uint8Array {
    return digest(algorithm, encoded(value, charset));
  }

  computeHmacSignature(
    algorithm: unknown,
    value: unknown,
    key: unknown,
    charset?: unknown,
  ): Uint8Array {
    return hmac(algorithm, encoded(value, charset), encoded(key, charset));
  }

  computeHmacSha256Signature(
    value: unknown,
    key: unknown,
    charset?: unknown,
  ): Uint8Array {
    const algorithm = MacAlgorithm.HMAC_SHA_256;
    return this.computeHmacSignature(algorithm, value, key, charset);
  }

  /** @param key - Private key, PEM. */
  computeRsaSignature(
    algorithm: unknown,
    value: unknown,
    key: unknown,
    charset?: unknown,
  ): Uint8Array {
    return rsaSignature(algorithm, encoded(value, charset), key);
  }

  computeRsaSha1Signature(
    value: unknown,
    key: unknown,
    charset?: unknown,
  ): Uint8Array {
    const algorithm = RsaAlgorithm.RSA_SHA_1;
    return this.computeRsaSignature(algorithm, value, key, charset);
  }

  computeRsaSha256Signature(
    value: unknown,
    key: unknown,
    charset?: unknown,
  ): Uint8Array {
    const algorithm = RsaAlgorithm.RSA_SHA_256;
    return this.computeRsaSignature(algorithm, value, key, charset);
  }

  zip(blobs: unknown, name: unknown = "archive.zip"): BlobObject {
    return zip(blobs, needText("Utilities.zip", name));
  }

  /** @throws ServiceError when the blob is no archive. */
  unzip(blob: unknown): BlobObject[] {
    return unzip(blob);
  }

  gzip(blob: unknown, name?: unknown): BlobObject {
    return zipOne(
      blob,
      name === undefined ? null : needText("Utilities.gzip", name),
    );
  }

  /** @throws ServiceError when the blob is not gzipped. */
  ungzip(blob: unknown): BlobObject {
    return ungzip(blob);
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

/** Bytes of a text in a charset, or the bytes given; ASCII has no more than `?` for other letters. */
function encoded(data: unknown, charset: unknown): Uint8Array {
  const ascii = charset === Charset.US_ASCII && typeof data === "string";
  return bytesOf(ascii ? data.replace(/[^\x00-\x7f]/gu, "?") : data);
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
      enums: { Charset, DigestAlgorithm, MacAlgorithm, RsaAlgorithm },
    },
  ],
};
