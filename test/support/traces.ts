/** Looks for texts in everything a workspace keeps and in every service call, to show that names are nowhere. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { vi } from "vitest";

/** Every file below a folder as text; documents and archives unpacked. */
export function textsBelow(folder: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      for (const [inner, text] of textsBelow(path)) {
        texts.set(inner, text);
      }
      continue;
    }
    const bytes = readFileSync(path);
    texts.set(path, bytes.toString("utf8"));
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      for (const [part, content] of Object.entries(unzipSync(bytes))) {
        texts.set(`${path}/${part}`, Buffer.from(content).toString("utf8"));
      }
    }
  }
  return texts;
}

/** Service calls of the executions of this process, as the realm sends them, until `end`. */
export function recordCalls(): {
  readonly calls: readonly string[];
  readonly end: () => void;
} {
  const calls: string[] = [];
  const parse = JSON.parse;
  const spy = vi.spyOn(JSON, "parse").mockImplementation((text, reviver) => {
    const value: unknown = parse(text, reviver);
    const isCall =
      typeof value === "object" &&
      value !== null &&
      "t" in value &&
      "m" in value &&
      "a" in value;
    if (isCall) {
      calls.push(String(text));
    }
    return value;
  });
  return { calls, end: () => spy.mockRestore() };
}

/** As JSON and XML write letters, so that an escaped name is found too. */
export function plainText(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/<[^>]{1,2000}>/g, "")
    .toLowerCase()
    .replace(/ё/g, "е");
}
