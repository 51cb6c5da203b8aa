/** Values of service calls as plain JSON, on the realm's side. */

/** JSON that stands for something JSON lacks. */
export type Tagged = { readonly $: string } & Record<string, unknown>;

/** What the codec asks the realm. */
type CodecParts = {
  readonly raise: (name: string, message: string) => never;
  readonly decodeBytes: (text: string) => number[];
  /** The target of a service object or the tag of an enum member. */
  readonly refOf: (value: object) => unknown;
  /** The enum member or service object a tag names. */
  readonly revive: (tagged: Tagged) => unknown;
};

/** Must stay self-contained: its text is evaluated in the realm. */
export function realmCodec(parts: CodecParts): {
  readonly encode: (value: unknown) => unknown;
  readonly decode: (value: unknown) => unknown;
} {
  const { raise, decodeBytes, refOf, revive } = parts;
  const RealDate = Date;

  function encode(value: unknown): unknown {
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "number":
        return Number.isFinite(value) ? value : { $: "num", v: String(value) };
      case "undefined":
        return { $: "undef" };
      case "object":
        return value === null ? null : encodeObject(value);
      default:
        return raise(
          "TypeError",
          `A ${typeof value} cannot be given to a Google service`,
        );
    }
  }

  function encodeObject(value: object): unknown {
    const ref = refOf(value);
    if (ref !== undefined) {
      return typeof ref === "object" ? ref : { $: "ref", t: ref };
    }
    if (Array.isArray(value)) {
      const list = new Array<unknown>(value.length);
      for (let index = 0; index < value.length; index += 1) {
        list[index] = encode(value[index]);
      }
      return list;
    }
    if (Object.prototype.toString.call(value) === "[object Date]") {
      return { $: "date", v: (value as Date).getTime() };
    }
    const entries = Object.entries(value).map(([key, item]) => [
      key,
      encode(item),
    ]);
    return { $: "map", v: entries };
  }

  function decode(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) {
        const item: unknown = value[index];
        if (typeof item === "object") value[index] = decode(item);
      }
      return value;
    }
    return decodeTagged(value as Tagged);
  }

  function decodeTagged(tagged: Tagged): unknown {
    switch (tagged.$) {
      case "undef":
        return undefined;
      case "num":
        return Number(tagged["v"]);
      case "date":
        return new RealDate(
          tagged["v"] === null ? Number.NaN : (tagged["v"] as number),
        );
      case "bytes":
        return decodeBytes(tagged["v"] as string);
      case "enum":
      case "ref":
        return revive(tagged);
      default: {
        const record: Record<string, unknown> = {};
        for (const [key, item] of tagged["v"] as [string, unknown][]) {
          record[key] = decode(item);
        }
        return record;
      }
    }
  }

  return { encode, decode };
}
