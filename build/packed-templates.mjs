/** Esbuild plugin: the templates of roadmaps lie compressed in the bundle and are unpacked when first asked for. */
import { deflateRawSync } from "node:zlib";
import { build } from "esbuild";

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
  const record = deflateRawSync(JSON.stringify(roadmapTemplates()), {
    level: 9,
  }).toString("base64");
  return `
    import { inflateSync, strFromU8 } from "fflate";
    import { fromBase64 } from "../base64";
    let kept = null;
    export function roadmapTemplates() {
      kept = kept ?? JSON.parse(strFromU8(inflateSync(fromBase64(${JSON.stringify(record)}))));
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
      }),
    );
  },
};
