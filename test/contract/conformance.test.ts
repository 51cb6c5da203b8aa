/** docs/conformance.md tells the truth about the add-on and the host. */
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { conformance, PAGE } from "../../build/conformance.mjs";
import "./snippet-host";

let found: ReturnType<typeof conformance>;
beforeAll(() => {
  found = conformance();
});

test("every member the add-on uses is on the host and called by a contract test", () => {
  expect(found.missing).toStrictEqual([]);
  expect(found.untested).toStrictEqual([]);
});

test("the page is what `npm run conformance` writes", () => {
  expect(readFileSync(PAGE, "utf8")).toBe(found.text);
});
