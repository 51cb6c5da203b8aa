/** Bundles the command `match`, or runs it: a finished bundle is not made again. */
import { existsSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

const OUTPUT = fileURLToPath(new URL("../out/match.js", import.meta.url));

export async function buildMatch() {
  // The bundler takes longer to load than most instances to solve.
  const { build } = await import("esbuild");
  await build({
    entryPoints: [
      fileURLToPath(new URL("../src/cli/match.ts", import.meta.url)),
    ],
    outfile: OUTPUT,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    charset: "utf8",
    logLevel: "warning",
  });
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (!existsSync(OUTPUT)) {
    await buildMatch();
  }
  await import("../out/match.js");
}
