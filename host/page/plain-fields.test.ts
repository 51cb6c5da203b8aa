/** Fields of Univer's classes can be plain assignments. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ACCESSORS, withPlainFields } from "./plain-fields.mjs";

const PACKAGES = "node_modules/@univerjs";

function codeOfUniver(): readonly string[] {
  return readdirSync(PACKAGES)
    .flatMap((name) => [
      `${PACKAGES}/${name}/lib/es/index.js`,
      `${PACKAGES}/${name}/lib/cjs/index.js`,
    ])
    .filter(existsSync)
    .map((file) => readFileSync(file, "utf8"));
}

function namesIn(code: readonly string[], pattern: RegExp): Set<string> {
  return new Set(
    code.flatMap((text) =>
      [...text.matchAll(pattern)].map(([, name = ""]) => name),
    ),
  );
}

test("a field becomes an assignment, in brackets as the call was", () => {
  expect(
    withPlainFields('_defineProperty(this, "_map", new Map([[1, (2)]]));'),
  ).toBe("(this._map = new Map([[1, (2)]]));");
});

test("no field that is assigned has a getter or setter of its name anywhere", () => {
  const code = codeOfUniver();
  const fields = namesIn(code, /_defineProperty(?:\$\d+)?\(this, "([^"]+)", /g);
  const accessors = namesIn(code, /^\s*(?:static )?[gs]et ([\w$]+)\(/gm);

  expect(fields.size).toBeGreaterThan(1000);
  expect([...fields].filter((name) => !/^[\w$]+$/.test(name))).toEqual([]);
  expect(
    [...fields].filter((name) => accessors.has(name) && !ACCESSORS.has(name)),
  ).toEqual([]);
});
