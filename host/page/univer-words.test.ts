/** Every text that Univer asks for by name has Russian words. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { russianWords } from "./russian-words";

const PACKAGES = "node_modules/@univerjs";

/** Names of texts in the code of Univer's packages, as they are asked for; other packages are not on the page. */
function askedFor(): readonly string[] {
  const files = readdirSync(PACKAGES)
    .map((name) => `${PACKAGES}/${name}/lib/es/index.js`)
    .filter(existsSync);
  const names = files.flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(/\.t\("([\w-]+(?:\.[\w-]+)+)"/g),
    ].map(([, name = ""]) => name),
  );
  const parts = Object.keys(russianWords());
  return [...new Set(names)].filter((name) =>
    parts.includes(name.split(".")[0] ?? ""),
  );
}

function wordsFor(name: string): unknown {
  return name
    .split(".")
    .reduce<unknown>(
      (words, key) => (words as Record<string, unknown> | undefined)?.[key],
      russianWords(),
    );
}

test("no text of the grid shows its name instead of words", () => {
  const names = askedFor();

  expect(names).toContain("sheets-formula.progress.calculating");
  expect(names.filter((name) => typeof wordsFor(name) !== "string")).toEqual(
    [],
  );
});
