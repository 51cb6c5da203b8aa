/** The weekly letter on the real bundle, with the host's clock, mail and triggers. */
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runAction } from "../../host/add-on";
import { openSnippetHost, type SnippetHost } from "../contract/snippet-host";
import { IMPORT, SETUP } from "../support/steps";

const CODE = readFileSync("dist/Code.js", "utf8");
const ON = { state: "включено", day: "понедельник", hour: 9 };

let snippets: SnippetHost;

beforeEach(async () => {
  // A Friday.
  snippets = await openSnippetHost({ now: "2026-09-04T12:00:00+03:00" });
  snippets.setCode(CODE);
  await runAction(snippets.host, ...SETUP);
  await runAction(snippets.host, ...IMPORT);
});

afterEach(() => snippets.close());

const DAY_MS = 86_400_000;

/** Letters, oldest first. */
function inOrder() {
  return [...snippets.host.mail()].sort((a, b) =>
    a.sentAt < b.sentAt ? -1 : 1,
  );
}

test("four simulated weeks bring four letters, with an attachment, and none when it is off", async () => {
  await runAction(snippets.host, "roadmap", {
    text: "№\tНаименование этапа\tСодержание\tСроки\n1\tПедсовет\tВыбор форм\t09.09.2026\n2\tКонкурс\tИтоги\t30.09.2026",
  });
  await runAction(snippets.host, "digest", ON);
  await runAction(snippets.host, "digest", ON);
  await snippets.host.clock.advance(28 * DAY_MS);
  const letters = inOrder();
  const [first] = letters;

  expect(letters.map(({ sentAt }) => sentAt.slice(0, 13))).toStrictEqual(
    ["07", "14", "21", "28"].map((day) => `2026-09-${day}T06`),
  );
  expect(first?.subject).toContain("дела недели с 07.09.2026");
  expect(first?.body).toContain("09.09.2026: 1. Педсовет");
  expect(first?.attachments.map(({ name }) => name)).toStrictEqual([
    "nastavnichestvo.ics",
  ]);

  await runAction(snippets.host, "digest", { ...ON, state: "выключено" });
  await snippets.host.clock.advance(14 * DAY_MS);
  expect(inOrder()).toHaveLength(letters.length);
}, 240_000);
