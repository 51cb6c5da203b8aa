/** Reads what clasp would push: Code.js, the manifest, the HTML files. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../services/registry";

/** The add-on as it lies in `dist`, read again whenever a file changes. */
export type Bundle = {
  /** @throws Error when Code.js is missing. */
  readonly code: () => string;
  /** Whether Code.js declares this global function, judged by its text. */
  readonly declares: (functionName: string) => boolean;
  /** @throws Error when appsscript.json is missing or no JSON. */
  readonly manifest: () => Manifest;
  /** An HTML file by name, with or without `.html`; null when absent. */
  readonly html: (name: string) => string | null;
};

type RawManifest = {
  readonly timeZone?: string;
  readonly oauthScopes?: readonly string[];
  readonly dependencies?: {
    readonly enabledAdvancedServices?: Manifest["advancedServices"];
  };
};

/** Names clasp gives HTML files: letters, digits, folders; never a way out. */
const HTML_NAME = /^[\p{L}\p{N}_-]+(\/[\p{L}\p{N}_-]+)*$/u;

/** @param folder - The dist folder. */
export function openBundle(folder: string): Bundle {
  const read = cachedReader();
  const declared = { text: "", answers: new Map<string, boolean>() };
  return {
    code() {
      const text = read(join(folder, "Code.js"));
      if (text !== null) return text;
      throw new Error(`openBundle: there is no Code.js in ${folder}`);
    },
    declares(functionName) {
      const text = read(join(folder, "Code.js")) ?? "";
      if (declared.text !== text) {
        declared.text = text;
        declared.answers.clear();
      }
      const known = declared.answers.get(functionName);
      if (known !== undefined) return known;
      const found = new RegExp(
        `^(?:async )?(?:function\\s+${functionName}\\s*\\(|(?:var|let|const)\\s+${functionName}\\b)`,
        "m",
      ).test(text);
      declared.answers.set(functionName, found);
      return found;
    },
    manifest() {
      const text = read(join(folder, "appsscript.json"));
      if (text === null) {
        throw new Error(`openBundle: there is no appsscript.json in ${folder}`);
      }
      const raw = JSON.parse(text) as RawManifest;
      return {
        timeZone: raw.timeZone ?? "Etc/GMT",
        oauthScopes: raw.oauthScopes ?? [],
        advancedServices: raw.dependencies?.enabledAdvancedServices ?? [],
      };
    },
    html(name) {
      const bare = name.replace(/\.html$/, "");
      return HTML_NAME.test(bare) ? read(join(folder, `${bare}.html`)) : null;
    },
  };
}

function cachedReader(): (path: string) => string | null {
  const cache = new Map<string, { stamp: string; text: string }>();
  return (path) => {
    if (!existsSync(path)) return null;
    const { mtimeMs, size } = statSync(path);
    const stamp = `${mtimeMs}:${size}`;
    const known = cache.get(path);
    if (known?.stamp === stamp) return known.text;
    const text = readFileSync(path, "utf8");
    cache.set(path, { stamp, text });
    return text;
  };
}
