/** The weekly letter on the real bundle, with the host's clock, mail and triggers. */
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runAction } from "../../host/add-on";
import type { SnippetHost } from "../contract/snippet-host";
import { openSnippetsAfter } from "../support/prepared-book";
import { IMPORT, SETUP } from "../support/steps";

const CODE = readFileSync("dist/Code.js", "utf8");
const ON = { state: "включено", day: "понедельник", hour: 9 };

let snippets: SnippetHost;

beforeEach(async () => {
  // A Sunday.
  snippets = await openSnippetsAfter(
    [SETUP, IMPORT],
    "2026-09-06T12:00:00+03:00",
  );
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

  await runAction(snippets.host, "repair", {});
  expect(snippets.host.triggers()).toHaveLength(1);
  const [left] = snippets.host.triggers();
  snippets.setCode(
    `${CODE}\nfunction loseTrigger() { ScriptApp.getProjectTriggers().forEach((one) => ScriptApp.deleteTrigger(one)); }`,
  );
  await snippets.host.execute({ functionName: "loseTrigger", kind: "menu" });
  snippets.setCode(CODE);
  await runAction(snippets.host, "repair", {});
  expect(snippets.host.triggers()).toHaveLength(1);
  expect(snippets.host.triggers()[0]?.id).not.toBe(left?.id);

  await runAction(snippets.host, "digest", { ...ON, state: "выключено" });
  expect(snippets.host.triggers()).toHaveLength(0);
  await snippets.host.clock.set("2026-09-28T10:30:00+03:00");
  expect(inOrder()).toHaveLength(1);
});

test("a letter for which there was no quota comes the next morning, once, with a calendar that programs read", async () => {
  await runAction(snippets.host, "roadmap", {
    text: "№\tНаименование этапа\tСодержание\tСроки\n1\tПедсовет; выбор, формы\tВыбор\t09.09.2026 – 11.09.2026",
  });
  await runAction(snippets.host, "digest", ON);
  snippets.host.instruments.set({ mailQuota: 0 });
  await snippets.host.clock.set("2026-09-08T02:30:00+03:00");
  expect(inOrder()).toHaveLength(0);
  snippets.host.instruments.set({});
  await snippets.host.clock.set("2026-09-08T07:50:00+03:00");
  expect(inOrder()).toHaveLength(0);
  await snippets.host.clock.set("2026-09-08T11:00:00+03:00");
  const [letter, ...more] = inOrder();
  const file = snippets.host.mailAttachment(letter?.id ?? "", 0);
  const root = new ICAL.Component(
    ICAL.parse(new TextDecoder().decode(file?.bytes)),
  );
  const events = root
    .getAllSubcomponents("vevent")
    .map((one) => new ICAL.Event(one));

  expect(more).toStrictEqual([]);
  expect(letter?.sentAt.slice(0, 13)).toBe("2026-09-08T05");
  expect(letter?.body).toContain("должно было прийти 07.09.2026 в 9:00");
  expect(
    events.map(({ summary, startDate, endDate }) => [
      summary,
      startDate.toString(),
      endDate.toString(),
    ]),
  ).toStrictEqual([["Педсовет; выбор, формы", "2026-09-09", "2026-09-12"]]);
});
