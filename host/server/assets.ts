/** The page's built script and style, found beside the program or in out/host. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export type Assets = {
  readonly script: Uint8Array<ArrayBuffer>;
  readonly style: Uint8Array<ArrayBuffer>;
  /** Changes with the contents, so that browsers may keep them for good. */
  readonly version: string;
};

/**
 * @param folder - Folder of page.js and page.css; found when absent.
 * @throws Error when the page is not built.
 */
export function loadAssets(folder: string | undefined): Assets {
  const found = folder ?? findFolder();
  if (found === null || !existsSync(join(found, "page.js"))) {
    throw new Error("loadAssets: the page is not built; run `npm run build`");
  }
  const script = new Uint8Array(readFileSync(join(found, "page.js")));
  const style = new Uint8Array(readFileSync(join(found, "page.css")));
  const version = createHash("sha256")
    .update(script)
    .update(style)
    .digest("hex")
    .slice(0, 16);
  return { script, style, version };
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
