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
  // A Sunday.
  snippets = await openSnippetHost({ now: "2026-09-06T12:00:00+03:00" });
  snippets.setCode(CODE);
  await runAction(snippets.host, ...SETUP);
  await runAction(snippets.host, ...IMPORT);
});

afterEach(() => snippets.close());

/** Letters, oldest first. */
function inOrder() {
  return [...snippets.host.mail()].sort((a, b) =>
    a.sentAt < b.sentAt ? -1 : 1,
  );
}

// Six weeks, hour by hour, are simulated in test/app/digest.test.ts.
test("one letter, also with two triggers, and none when it is off", async () => {
  await runAction(snippets.host, "roadmap", {
    text: "№\tНаименование этапа\tСодержание\tСроки\n1\tПедсовет\tВыбор форм\t09.09.2026\n2\tКонкурс\tИтоги\t30.09.2026",
  });
  await runAction(snippets.host, "digest", ON);
  await runAction(snippets.host, "digest", ON);
  expect(snippets.host.triggers()).toHaveLength(1);
  await snippets.host.clock.set("2026-09-07T10:30:00+03:00");
  const [first, ...more] = inOrder();

  expect(more).toStrictEqual([]);
  expect(first?.sentAt.slice(0, 13)).toBe("2026-09-07T06");
  expect(first?.subject).toContain("дела недели с 07.09.2026");
  expect(first?.body).toContain("09.09.2026: 1. Педсовет");
  expect(first?.attachments.map(({ name }) => name)).toStrictEqual([
    "nastavnichestvo.ics",
  ]);

  snippets.setCode(
    `${CODE}\nfunction openTwin() { ScriptApp.newTrigger("onHour").timeBased().everyHours(1).create(); }`,
  );
  await snippets.host.execute({ functionName: "openTwin", kind: "menu" });
  snippets.setCode(CODE);
  const triggers = snippets.host.triggers();
  expect(triggers).toHaveLength(2);
  for (const { id } of [...triggers, ...triggers]) {
    expect((await snippets.host.runTrigger(id)).outcome).toBe("done");
  }
  await snippets.host.clock.set("2026-09-07T12:30:00+03:00");
  expect(inOrder()).toHaveLength(1);

  await runAction(snippets.host, "digest", { ...ON, state: "выключено" });
  expect(snippets.host.triggers()).toHaveLength(0);
  await snippets.host.clock.set("2026-09-28T10:30:00+03:00");
  expect(inOrder()).toHaveLength(1);
});
