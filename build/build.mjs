/** Builds dist/ (what clasp pushes) and out/ (the local host). `--if-missing` keeps a finished build, `--quiet` prints nothing. */
import { existsSync } from "node:fs";
import {
  copyFile,
  mkdir,
  readdir,
  readFile,
  rm,
  writeFile,
} from "node:fs/promises";
import { build, transform } from "esbuild";
import { fewPatterns, pageBuild, plainFields } from "../host/page/build.mjs";
import { buildTemplates } from "./documents.mjs";
import { withLazyTexts } from "./lazy-texts.mjs";
import { leanDocxtemplater } from "./lean-docxtemplater.mjs";
import { buildMatch } from "./match.mjs";
import { packedTemplates } from "./packed-templates.mjs";
import { peopleOfLvovich } from "./people-of-lvovich.mjs";
import { quietFflate } from "./quiet-fflate.mjs";
import { sharedHelpers } from "./shared-helpers.mjs";

const flags = new Set(process.argv.slice(2));
const say = flags.has("--quiet") ? () => undefined : console.log;

/** Everything a finished build leaves; also what `--if-missing` looks for. */
const OUTPUTS = [
  "dist/Code.js",
  "dist/sidebar.html",
  "dist/names.html",
  "out/host/cli.js",
  "out/host/engine.cjs",
  "out/host/worker.js",
  "out/host/import-worker.js",
  "out/host/page.js",
  "out/host/document.js",
  "out/match.js",
];

/** What Apps Script's V8 is known to read (ADR 12); the rest is put in other words. */
const syntax = {
  target: "es2019",
  supported: { "optional-chain": true, "nullish-coalescing": true },
};

const gas = {
  ...syntax,
  plugins: [
    leanDocxtemplater,
    packedTemplates,
    peopleOfLvovich,
    quietFflate,
    sharedHelpers,
  ],
  inject: ["./build/own-builtins.mjs"],
  stdin: {
    contents: `export { lazyText } from "./build/lazy-text-record.mjs";
      export * from "./src/entry/gas";`,
    resolveDir: ".",
  },
  bundle: true,
  write: false,
  metafile: true,
  minify: true,
  platform: "browser",
  charset: "utf8",
  logLevel: "warning",
  alias: { "@xmldom/xmldom": "./build/read-only-xml.mjs" },
};

/** Dist/Code.js: one IIFE and one global function per export of gas.ts. */
async function buildCode() {
  const { base64 } = await buildTemplates();
  const define = { __DOCUMENT_TEMPLATES__: JSON.stringify(base64) };
  const probe = await build({
    ...gas,
    define,
    minify: false,
    format: "esm",
    outfile: "probe.js",
  });
  const [output] = Object.values(probe.metafile.outputs);
  const stubs = output.exports
    .filter((name) => name !== "lazyText")
    .sort()
    .map((name) => `function ${name}(...a){return AddOn.${name}(...a)}`)
    .join("\n");
  const result = await build({
    ...gas,
    define,
    format: "iife",
    globalName: "AddOn",
    banner: { js: '"use strict";' },
    outfile: "Code.js",
    footer: { js: stubs },
  });
  await writeFile("out/code-meta.json", JSON.stringify(result.metafile));
  const text = withLazyTexts(result.outputFiles[0].text);
  await writeFile("dist/Code.js", text);
  say(`dist/Code.js ${(Buffer.byteLength(text) / 1024).toFixed(0)} KB`);
}

/** Pages of the add-on: entry, style and frame of each, inlined into one file. */
const PAGES = [
  {
    name: "sidebar.html",
    entry: "src/sidebar/main.tsx",
    styles: ["src/sidebar/sidebar.css"],
    frame: "src/sidebar/sidebar.html",
  },
  {
    name: "names.html",
    entry: "src/dialogs/names/main.tsx",
    styles: ["src/sidebar/sidebar.css", "src/dialogs/names/names.css"],
    frame: "src/dialogs/names/names.html",
  },
];

/** Inlines script and style into one page, as HtmlService wants. */
async function buildPage({ name, entry, styles, frame }) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2020",
    charset: "utf8",
    outdir: "panel",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
    plugins: [peopleOfLvovich],
  });
  const script = result.outputFiles.find((file) =>
    file.path.endsWith(".js"),
  ).text;
  const texts = await Promise.all(styles.map((path) => readFile(path, "utf8")));
  const style = await transform(texts.join("\n"), {
    loader: "css",
    minify: true,
    target: "chrome100",
  });
  const template = await readFile(frame, "utf8");
  const page = template
    .replace("<!-- style -->", () => `<style>${style.code}</style>`)
    .replace(
      "<!-- script -->",
      () => `<script>${script.replace(/<\/script/gi, "<\\/script")}</script>`,
    );
  await writeFile(`dist/${name}`, page);
  say(`dist/${name} ${(Buffer.byteLength(page) / 1024).toFixed(0)} KB`);
}

async function buildPages() {
  await Promise.all(PAGES.map(buildPage));
  for (const name of await readdir("src/sidebar")) {
    if (name.endsWith(".html") && name !== "sidebar.html") {
      await copyFile(`src/sidebar/${name}`, `dist/${name}`);
    }
  }
}

async function buildHost() {
  const node = {
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    // Service classes are known to the add-on by their names.
    keepNames: true,
    charset: "utf8",
    logLevel: "warning",
  };
  const entries = [
    "host/cli.ts",
    "host/runtime/worker.ts",
    "host/exchange/import-worker.ts",
  ];
  await build({
    ...node,
    entryPoints: Object.fromEntries(
      entries.map((path) => [path.split("/").pop().replace(".ts", ""), path]),
    ),
    outdir: "out/host",
  });
  const engine = {
    ...node,
    entryPoints: ["host/services/engine.cjs"],
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    packages: "bundle",
    keepNames: false,
    minify: true,
    plugins: [fewPatterns, plainFields],
  };
  await build({ ...engine, outdir: "out/host" });
  await build({ ...engine, outdir: "out/bench" });
  await build({ ...pageBuild, outdir: "out/host" });
  await build({
    ...node,
    entryPoints: {
      bench: "bench/bench.ts",
      kill: "bench/kill.ts",
      explaining: "bench/explaining.ts",
      "live-edit": "bench/live-edit.ts",
      scoring: "bench/scoring.ts",
      matching: "bench/matching.ts",
      page: "bench/big-tab.ts",
      timeline: "bench/timeline.ts",
    },
    outdir: "out/bench",
  });
}

if (!(flags.has("--if-missing") && OUTPUTS.every((path) => existsSync(path)))) {
  await rm("dist", { recursive: true, force: true });
  await mkdir("dist", { recursive: true });
  await mkdir("out/host", { recursive: true });
  await copyFile("appsscript.json", "dist/appsscript.json");
  await Promise.all([buildCode(), buildPages(), buildHost(), buildMatch()]);
}
