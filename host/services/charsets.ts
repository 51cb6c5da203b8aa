/** Character sets by their Java names: texts to bytes. */

/** Those that Node writes itself. */
const WRITTEN: Readonly<Record<string, BufferEncoding>> = {
  "UTF-8": "utf8",
  UTF8: "utf8",
  UTF_8: "utf8",
  "UTF-16LE": "utf16le",
  "US-ASCII": "latin1",
  US_ASCII: "latin1",
  "ISO-8859-1": "latin1",
};

/** Character → byte of a set of one byte per character, by its name. */
const tables = new Map<string, ReadonlyMap<string, number>>();

function tableOf(name: string): ReadonlyMap<string, number> | null {
  const known = tables.get(name);
  if (known !== undefined) return known;
  if (!/^(windows-?|cp-?|ibm-?|koi8-|iso-?8859-)/i.test(name)) return null;
  const decoder = new TextDecoder(name.replace(/^cp-?/i, "windows-"));
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) {
    table.set(decoder.decode(Uint8Array.of(byte)), byte);
  }
  tables.set(name, table);
  return table;
}

/**
 * A text in a character set; characters that it lacks become «?», as in Java.
 *
 * @returns Null for a set that the host cannot write.
 */
export function encodeText(text: string, charset: string): Uint8Array | null {
  const encoding = WRITTEN[charset.toUpperCase()];
  if (encoding === "latin1") {
    const last = /ascii/i.test(charset) ? 0x7f : 0xff;
    const code = (sign: string): number => sign.codePointAt(0) ?? 0;
    return Uint8Array.from([...text], (sign) =>
      code(sign) > last ? 0x3f : code(sign),
    );
  }
  if (encoding !== undefined) return Buffer.from(text, encoding);
  const table = tableOrNull(charset);
  return table === null
    ? null
    : Uint8Array.from([...text], (sign) => table.get(sign) ?? 0x3f);
}

function tableOrNull(name: string): ReadonlyMap<string, number> | null {
  try {
    return tableOf(name);
  } catch {
    // No such set: the caller says so in its own words.
    return null;
  }
}
