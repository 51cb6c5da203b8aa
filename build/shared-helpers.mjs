/**
 * Libraries compiled by Babel carry the same helper functions in every file,
 * each on one line. The bundle gets one copy: 39 KB of source become 5.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const HELPER = /^function (_[A-Za-z]+|ownKeys)\(.*\}$/;
const MODULE = "babel-helpers";
const FOLDERS = ["docxtemplater/js"].map((path) => join("node_modules", path));

/** What lets asynchronous methods be defined; the add-on calls none of them. */
const UNCALLED = new Map([
  [
    "_regenerator",
    "function _regenerator() { return { m: (f) => f, w: (f) => f, mark: (f) => f }; }",
  ],
  [
    "_asyncToGenerator",
    "function _asyncToGenerator() { return () => { throw new Error('docxtemplater: nothing is asynchronous here'); }; }",
  ],
]);

/** Helper name → its line; the same name always has the same line. */
function helpersIn(folders) {
  const helpers = new Map();
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith(".js"))
      .map((name) => join(folder, name)),
  );
  for (const line of files.flatMap((file) =>
    readFileSync(file, "utf8").split("\n"),
  )) {
    const name = HELPER.exec(line)?.[1];
    if (name !== undefined) {
      const known = helpers.get(name);
      helpers.set(name, known === undefined || known === line ? line : null);
    }
  }
  return helpers;
}

export const sharedHelpers = {
  name: "shared-helpers",
  setup({ onResolve, onLoad, initialOptions }) {
    const root = initialOptions.absWorkingDir ?? process.cwd();
    const helpers = helpersIn(FOLDERS.map((folder) => join(root, folder)));
    onResolve({ filter: new RegExp(`^${MODULE}$`) }, () => ({
      path: MODULE,
      namespace: MODULE,
    }));
    onLoad({ filter: /.*/, namespace: MODULE }, () => {
      const shared = [...helpers].filter(([, line]) => line !== null);
      const names = shared.map(([name]) => name);
      return {
        contents: `${shared.map(([name, line]) => UNCALLED.get(name) ?? line).join("\n")}\nmodule.exports = { ${names.join(", ")} };`,
      };
    });
    onLoad(
      {
        filter: /node_modules.docxtemplater.js..*\.js$/,
      },
      ({ path }) => {
        const used = [];
        const lines = readFileSync(path, "utf8")
          .split("\n")
          .filter((line) => {
            const name = HELPER.exec(line)?.[1];
            const isShared = name !== undefined && helpers.get(name) === line;
            if (isShared) {
              used.push(name);
            }
            return !isShared;
          });
        const head =
          used.length === 0
            ? ""
            : `var { ${used.join(", ")} } = require("${MODULE}");\n`;
        return { contents: head + lines.join("\n"), resolveDir: dirname(path) };
      },
    );
  },
};
