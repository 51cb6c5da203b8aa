/** The built scripts and style of the pages, found beside the program or in out/host. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export type Assets = {
  /** Path on the server, e.g. `/page.js`. */
  readonly files: ReadonlyMap<string, Asset>;
  /** Changes with the contents, so that browsers may keep them for good. */
  readonly version: string;
};

export type Asset = {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

const FILES: readonly (readonly [name: string, type: string])[] = [
  ["page.js", "text/javascript"],
  ["document.js", "text/javascript"],
  ["page.css", "text/css"],
];

/**
 * @param folder - Folder of the built page; found when absent.
 * @throws Error when the page is not built.
 */
export function loadAssets(folder: string | undefined): Assets {
  const found = folder ?? findFolder();
  if (found === null || !existsSync(join(found, "page.js"))) {
    throw new Error("loadAssets: the page is not built; run `npm run build`");
  }
  const files = new Map<string, Asset>();
  const hash = createHash("sha256");
  for (const [name, type] of FILES) {
    const bytes = new Uint8Array(readFileSync(join(found, name)));
    files.set(`/${name}`, { type, bytes });
    hash.update(bytes);
  }
  return { files, version: hash.digest("hex").slice(0, 16) };
}

/** Built, this file is part of out/host/cli.js; in tests it is the source. */
function findFolder(): string | null {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    for (const candidate of [folder, join(folder, "out/host")]) {
      if (existsSync(join(candidate, "page.js"))) return candidate;
    }
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}
