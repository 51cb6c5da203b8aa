/** Esbuild plugin: the templates of roadmaps lie compressed in the bundle and are unpacked when first asked for. */
import { build } from "esbuild";
import { HERE, packedJson, UNPACKING } from "./packed.mjs";

/** What stands in the bundle in place of `src/domain/roadmap/templates.ts`. */
async function packed(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: "esm",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  const { roadmapTemplates } = await import(
    `data:text/javascript;base64,${code}`
  );
  return `${UNPACKING}
    let kept = null;
    export function roadmapTemplates() {
      kept = kept ?? ${packedJson(roadmapTemplates())};
      return kept;
    }`;
}

export const packedTemplates = {
  name: "packed-templates",
  setup: ({ onLoad }) => {
    onLoad(
      { filter: /[\\/]domain[\\/]roadmap[\\/]templates\.ts$/ },
      async ({ path }) => ({
        contents: await packed(path),
        loader: "js",
        resolveDir: HERE,
      }),
    );
  },
};
