/** The page on a host that runs the test's own script, in two windows of two people. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { openSnippetHost, type SnippetHost } from "../contract/snippet-host";
import { launchBrowser, type OpenPage, openPage } from "../support/browser";

export type ScriptPage = {
  readonly snippet: SnippetHost;
  readonly opened: OpenPage;
  /** Works as the host's own user. */
  readonly anna: Page;
  /** Works as boris@example.org. */
  readonly boris: Page;
  /** Runs a function of the script, as the host's own user, and gives its value. */
  readonly call: (
    functionName: string,
    ...args: readonly unknown[]
  ) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

/**
 * @param code - The script while the page is open.
 * @param prepare - Body of a function that runs before it opens.
 */
export async function openScriptPage(
  code: string,
  prepare = "",
): Promise<ScriptPage> {
  const snippet = await openSnippetHost();
  await snippet.run(prepare);
  snippet.setCode(code);
  const browser = await launchBrowser();
  const opened = await openPage(browser, snippet.host);
  return {
    snippet,
    opened,
    anna: opened.page,
    boris: await opened.openWindow("&user=boris@example.org"),
    async call(functionName, ...args) {
      const request = { functionName, args, kind: "rpc" } as const;
      const result = await snippet.host.execute(request);
      expect(result.error).toBeUndefined();
      return result.value;
    },
    async close() {
      await opened.close();
      await browser.close();
    },
  };
}
