/**
 * Esbuild plugin: of lvovich come first names and patronymics alone, not cities
 * and surnames (those have rules of the add-on's own), and the list of first
 * names by gender lies compressed until it is asked for.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HERE, packedJson, UNPACKING } from "./packed.mjs";

const FOLDER = join(HERE, "../node_modules/lvovich/esm");

const ENTRY = `
  export { inclineFirstname, inclineMiddlename } from "./incline";
  export { getFirstnameGender } from "./gender";`;

/** The rules for first names and patronymics; of surnames none are asked for. */
async function genderRules(path) {
  const code = Buffer.from(readFileSync(path)).toString("base64");
  const { default: rules } = await import(
    `data:text/javascript;base64,${code}`
  );
  return `${UNPACKING}
    let kept = null;
    export default {
      get firstname() {
        kept = kept ?? ${packedJson(rules.firstname)};
        return kept;
      },
      middlename: ${JSON.stringify(rules.middlename)},
    };`;
}

export const peopleOfLvovich = {
  name: "people-of-lvovich",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^lvovich$/ }, () => ({
      path: "lvovich",
      namespace: "people",
    }));
    onLoad({ filter: /.*/, namespace: "people" }, () => ({
      contents: ENTRY,
      resolveDir: FOLDER,
    }));
    onLoad(
      { filter: /lvovich[\\/]esm[\\/]rules[\\/]inclineRulesLastname\.js$/ },
      () => ({
        contents: "export default {};",
      }),
    );
    onLoad(
      { filter: /lvovich[\\/]esm[\\/]rules[\\/]genderRules\.js$/ },
      async ({ path }) => ({
        contents: await genderRules(path),
        resolveDir: HERE,
      }),
    );
  },
};
