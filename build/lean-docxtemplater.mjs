/**
 * Esbuild plugin: parts of docxtemplater that the add-on's templates, filled at
 * build time and in tests by the whole library, never need: the wording of its
 * errors, the check of its options, its log, the list of tags, raw XML.
 */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** An error says which of the library's it is, and of what. */
function errors() {
  const names = Object.keys(require("docxtemplater/js/errors.js"));
  const [thrown, made] = ["throw", "get"].map((start) =>
    names.filter((name) => name.startsWith(start)),
  );
  const classes = names.filter(
    (name) =>
      /Error$/.test(name) && !thrown.includes(name) && !made.includes(name),
  );
  return `
    function errorOf(name, [about = {}]) {
      const all = Array.isArray(about) ? about : [];
      const text = all.map(({ message }) => message).join("; ");
      const error = new Error(name + ": " + (text || about.xtag || about.tag || ""));
      error.properties = { id: name, rootError: all[0] || about.rootError };
      return error;
    }
    const errors = {};
    for (const name of ${JSON.stringify(classes)}) {
      errors[name] = class extends Error {};
    }
    for (const name of ${JSON.stringify(made)}) {
      errors[name] = (...about) => errorOf(name, about);
    }
    for (const name of ${JSON.stringify(thrown)}) {
      errors[name] = (...about) => {
        throw errorOf(name, about);
      };
    }
    module.exports = errors;`;
}

/** A chain of calls that ends in an answer: whatever is asked is right. */
const NO_CHECK = `
  const any = new Proxy(function () {}, {
    get: (_, name) => name === "validate" ? (value) => ({ success: true, value }) : any,
    apply: () => any,
  });
  module.exports = any;`;

const LEAN = {
  "errors.js": errors(),
  "minizod.js": NO_CHECK,
  "error-logger.js": "module.exports = () => undefined;",
  "get-tags.js": "module.exports = {};",
  "modules/rawxml.js":
    'module.exports = () => require("../module-wrapper.js")({ name: "RawXmlModule", on() {} });',
};

export const leanDocxtemplater = {
  name: "lean-docxtemplater",
  setup({ onLoad }) {
    for (const [name, contents] of Object.entries(LEAN)) {
      const path = `docxtemplater[\\\\/]js[\\\\/]${name.replace(".", "\\.").replace("/", "[\\\\/]")}$`;
      onLoad({ filter: new RegExp(path) }, ({ path: file }) => ({
        contents,
        resolveDir: file.slice(0, file.search(/[^\\/]*$/)),
      }));
    }
  },
};
