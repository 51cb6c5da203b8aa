/** How the page is bundled: options for esbuild, used by the build and by tests. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { UNIVER_CODE, withPlainFields } from "./plain-fields.mjs";
import { withRussianLiterals } from "./univer-literals.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Hyphenation patterns of 70 languages, 5 MB; a cell needs none but these. */
const KEPT_PATTERNS = /^\.\/(?:ru|en-gb)-/;
const PATTERN_FILE = /^\.\/[a-z]{2,3}(?:-[a-z0-9-]+)?-[\w-]{8}\.js$/;

export const fewPatterns = {
  name: "few-patterns",
  setup(build) {
    build.onResolve({ filter: PATTERN_FILE }, ({ path, importer }) =>
      /engine-render/.test(importer) && !KEPT_PATTERNS.test(path)
        ? { path, namespace: "no-pattern" }
        : null,
    );
    build.onLoad({ filter: /./, namespace: "no-pattern" }, () => ({
      contents: "export default [];",
    }));
  },
};

/** For the engine in Node. */
export const plainFields = {
  name: "plain-fields",
  setup(build) {
    build.onLoad({ filter: UNIVER_CODE }, async ({ path }) => ({
      contents: withPlainFields(await readFile(path, "utf8")),
      loader: "js",
    }));
  },
};

const univerForThePage = {
  name: "univer-for-the-page",
  setup(build) {
    // Univer reads typed and pasted numbers and dates through this library,
    // which takes 05.09.2026 for the 9th of May: ours stands before it.
    build.onResolve({ filter: /^numfmt$/ }, ({ importer }) =>
      importer === here("./numfmt.ts") ? null : { path: here("./numfmt.ts") },
    );
    // The services' own door to Univer is Node's; the page has Univer itself.
    build.onResolve({ filter: /^\.\/univer$/ }, ({ importer }) =>
      /[\\/]host[\\/]services[\\/]/.test(importer)
        ? { path: here("./univer-modules.ts") }
        : null,
    );
    build.onLoad({ filter: /[\\/]index\.m?js$/ }, async ({ path }) => {
      if (!/univerjs|sonner/.test(path)) return null;
      const code = await readFile(path, "utf8");
      const contents = withRussianLiterals(path, code) ?? code;
      return { contents: withPlainFields(contents), loader: "js" };
    });
  },
};

/** Writes page.js, page.css and document.js into `outdir`. */
export const pageBuild = {
  // The reader of documents is half a second of work that the book has no use for.
  entryPoints: {
    page: here("./main.tsx"),
    document: here("./document.ts"),
  },
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  jsx: "automatic",
  jsxImportSource: "preact",
  define: { "process.env.NODE_ENV": '"production"' },
  loader: {
    ".woff": "dataurl",
    ".woff2": "dataurl",
    ".ttf": "dataurl",
    ".svg": "dataurl",
    ".png": "dataurl",
  },
  plugins: [univerForThePage, fewPatterns],
  logLevel: "error",
};
