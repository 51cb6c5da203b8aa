/** What a curator does by hand in a book on the local host, as the body of a script over `book`. */
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { SnippetHost } from "../contract/snippet-host";

/** The bundle as it is pushed. */
export const CODE = readFileSync("dist/Code.js", "utf8");

/** @returns What the script returns. */
export async function doByHand(
  { setCode, host }: SnippetHost,
  body: string,
): Promise<unknown> {
  setCode(
    `${CODE}\nfunction openByHand() { const book = SpreadsheetApp.getActiveSpreadsheet(); ${body} }`,
  );
  const { value, error } = await host.execute({
    functionName: "openByHand",
    kind: "menu",
  });
  expect(error).toBeUndefined();
  return value;
}
