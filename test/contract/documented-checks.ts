/** Checks written from Google's reference: bodies of functions and what they give. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

/** `expected` may be `{ refused: part of the message }`. */
export type Check = readonly [what: string, body: string, expected: unknown];

/** Stands for any error. */
export const REFUSED = { refused: "" };

type Answer = { readonly value?: unknown; readonly refused?: string };

/** Each body runs on a new tab `s` of the book `ss`, all in one execution. */
export function testDocumented(checks: readonly Check[]): void {
  let book: SnippetHost;
  let seen: readonly Answer[];

  beforeAll(async () => {
    book = await openSnippetHost();
    const bodies = checks.map(
      ([, body]) =>
        `(() => { const ss = SpreadsheetApp.getActive(); const s = ss.insertSheet(); try { return { value: (() => { ${body} })() }; } catch (error) { return { refused: error.message }; } finally { try { ss.deleteSheet(s); } catch (error) {} } })()`,
    );
    const answers = await book.run(`return [${bodies.join(",\n")}];`);
    seen = answers as readonly Answer[];
  });
  afterAll(() => book.close());

  test.each(
    checks.map(([what, , expected], at) => [what, at, expected] as const),
  )("%s", (_, at, expected) => {
    const refusal = expected as { refused?: string } | null;
    if (typeof refusal?.refused === "string") {
      expect(seen[at]?.refused).toContain(refusal.refused);
    } else {
      expect(seen[at]).toStrictEqual({ value: expected });
    }
  });
}
