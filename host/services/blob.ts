/** Blob: bytes with a name and a type. */
import { encodeText } from "./charsets";
import { apiNameOf, ServiceError, ServiceObject } from "./service-object";
import { mismatch, needText } from "./sheets-context";

/** Apps Script's bytes are −128…127; 0…255 is taken too. */
export function bytesOf(data: unknown): Uint8Array {
  if (typeof data === "string") return Buffer.from(data, "utf8");
  if (data instanceof Uint8Array) return data;
  if (
    Array.isArray(data) &&
    data.every((byte) => typeof byte === "number" && byte >= -128 && byte < 256)
  ) {
    return Uint8Array.from(data);
  }
  throw mismatch("Utilities.newBlob", data);
}

const TYPES: Readonly<Record<string, string>> = {
  txt: "text/plain",
  csv: "text/csv",
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
  xml: "text/xml",
  pdf: "application/pdf",
  zip: "application/zip",
  gz: "application/gzip",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  svg: "image/svg+xml",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The Apps Script class Blob; named apart from the platform's own. */
export class BlobObject extends ServiceObject {
  static override readonly apiName = "Blob";
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(BlobObject.prototype),
  );

  /** For other services. */
  bytes: Uint8Array;
  contentType: string | null;
  name: string | null;

  constructor(
    bytes: Uint8Array,
    contentType: string | null = null,
    name: string | null = null,
  ) {
    super();
    this.bytes = bytes;
    this.contentType = contentType;
    this.name = name;
  }

  getBytes(): Uint8Array {
    return this.bytes;
  }

  setBytes(data: unknown): this {
    this.bytes = bytesOf(data);
    return this;
  }

  /** @throws ServiceError for a character set the host does not know. */
  getDataAsString(charset: unknown = "UTF-8"): string {
    const name = needText("Blob.getDataAsString", charset);
    try {
      return new TextDecoder(name).decode(this.bytes);
    } catch (cause) {
      throw new ServiceError(`Invalid argument: charset ${name}`, { cause });
    }
  }

  /** @throws ServiceError for a character set the host cannot write. */
  setDataFromString(text: unknown, charset: unknown = "UTF-8"): this {
    const call = "Blob.setDataFromString";
    const bytes = encodeText(needText(call, text), needText(call, charset));
    if (bytes === null) {
      throw new ServiceError(`Invalid argument: charset ${charset}`);
    }
    this.bytes = bytes;
    return this;
  }

  getContentType(): string | null {
    return this.contentType;
  }

  setContentType(type: unknown): this {
    this.contentType =
      type === null ? null : needText("Blob.setContentType", type);
    return this;
  }

  /** The type the name's ending stands for; an unknown one changes nothing. */
  setContentTypeFromExtension(): this {
    const ending = /\.([a-z0-9]+)$/i.exec(this.name ?? "")?.[1] ?? "";
    this.contentType = TYPES[ending.toLowerCase()] ?? this.contentType;
    return this;
  }

  getName(): string | null {
    return this.name;
  }

  setName(name: unknown): this {
    this.name = needText("Blob.setName", name);
    return this;
  }

  isGoogleType(): boolean {
    return this.contentType?.startsWith("application/vnd.google-apps") === true;
  }

  copyBlob(): BlobObject {
    return new BlobObject(this.bytes.slice(), this.contentType, this.name);
  }

  getBlob(): BlobObject {
    return this;
  }

  /** Only a change of label is possible here. @throws ServiceError otherwise. */
  getAs(type: unknown): BlobObject {
    const wanted = needText("Blob.getAs", type);
    if (wanted !== this.contentType) {
      throw new ServiceError(
        `${apiNameOf(this)}.getAs cannot convert ${this.contentType} to ${wanted} on the local host`,
      );
    }
    return this.copyBlob();
  }
}
