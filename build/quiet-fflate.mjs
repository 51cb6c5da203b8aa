/**
 * Fflate tries at load whether TextDecoder streams, and catches the TypeError
 * where there is none. To word that error V8 parses the function around it
 * anew, which is the whole bundle: half of the time that loading took.
 */
import { readFileSync } from "node:fs";

const PROBE =
  /try \{\s*td\.decode\(et, \{ stream: true \}\);\s*tds = 1;\s*\}\s*catch \(e\) \{ \}/;

export const quietFflate = {
  name: "quiet-fflate",
  setup({ onLoad }) {
    onLoad({ filter: /fflate[\\/]esm[\\/]browser\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!PROBE.test(text)) {
        throw new Error(`quiet-fflate: no probe of TextDecoder in ${path}`);
      }
      return { contents: text.replace(PROBE, ""), loader: "js" };
    });
  },
};
