/** «Лента…» on the real bundle: columns, rules, hidden and frozen parts, calls; the curator's own stays. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { runAction } from "../../host/add-on";
import type { SnippetHost } from "../contract/snippet-host";
import { doByHand } from "../support/by-hand";
import { openSnippetsAfter } from "../support/prepared-book";
import { SETUP } from "../support/steps";

const ROWS = 60;

let snippets: SnippetHost;

beforeEach(async () => {
  const text = [
    "№\tНаименование этапа\tСроки\tОтветственные",
    ...rowsOf(ROWS),
  ].join("\n");
  snippets = await openSnippetsAfter(
    [SETUP, ["roadmap", { text }]],
    "2026-11-17T09:00:00+03:00",
  );
});

afterEach(() => snippets.close());

/** Activities over five years, four responsible in turn. */
function rowsOf(count: number): string[] {
  const roles = ["директор", "куратор", "куратор, психолог", "наставники"];
  return Array.from({ length: count }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, "0");
    const year = 2026 + Math.floor((index * 5) / count);
    return `${index + 1}\tМероприятие ${index + 1}\t05.${month}.${year} – 25.${month}.${year}\t${roles[index % 4]}`;
  });
}

const byHand = (body: string) =>
  doByHand(
    snippets,
    `const tab = book.getSheetByName("Дорожная карта");
    const at = (key) => tab.getRange(1, 1, 1, tab.getMaxColumns()).getNotes()[0]
      .findIndex((note) => note.endsWith("ключ: " + key)) + 1;
    ${body}`,
  );

/** The tab as the curator sees it. */
const PICTURE = `
  const width = tab.getMaxColumns();
  const head = tab.getRange(1, 1, 1, width);
  return {
    width,
    notes: head.getNotes()[0].map((note) => note.slice(-20)),
    rules: tab.getConditionalFormatRules().map((rule) => [
      rule.getBooleanCondition().getCriteriaValues()[0],
      rule.getRanges().map((range) => range.getA1Notation()).join(),
    ]),
    hidden: Array.from({ length: 20 }, (_, index) => tab.isColumnHiddenByUser(index + 1)),
    hiddenRows: Array.from({ length: 10 }, (_, index) => tab.isRowHiddenByUser(index + 1)),
    filtered: Array.from({ length: 10 }, (_, index) => tab.isRowHiddenByFilter(index + 1)),
    hasFilter: tab.getFilter() !== null,
    frozen: tab.getFrozenColumns(),
    backgrounds: tab.getRange(2, 1, 1, width).getBackgrounds()[0].join(),
  };`;

type Picture = {
  readonly width: number;
  readonly rules: readonly (readonly [string, string])[];
  readonly hidden: readonly boolean[];
  readonly hiddenRows: readonly boolean[];
  readonly filtered: readonly boolean[];
  readonly hasFilter: boolean;
  readonly frozen: number;
};

const picture = async () => (await byHand(PICTURE)) as Picture;

/** Service calls of the execution that applies the action. */
async function callsOf(
  input: Readonly<Record<string, unknown>>,
): Promise<number> {
  const { host } = snippets;
  const before = host.executions().length;
  expect((await runAction(host, "timeline", input)).state).toBe("done");
  const [, apply] = host.executions().slice(before);
  return apply?.meter.counted ?? 0;
}

test("taken away, it leaves the tab as it was, the curator's rules and hidden columns too", async () => {
  await byHand(`
    const own = SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied('=$D2="важно"').setBackground("#ff0000")
      .setRanges([tab.getRange("A2:Z99")]).build();
    tab.setConditionalFormatRules([own]);
    tab.hideColumns(6, 1);
    tab.setFrozenColumns(2);
  `);
  const before = await picture();
  await runAction(snippets.host, "timeline", { show: "month" });
  const drawn = await picture();

  expect(drawn.width).toBe(before.width + 61);
  expect(drawn.rules).toHaveLength(10);
  expect(drawn.rules[0]?.[0]).toBe('=$D2="важно"');
  expect(drawn.frozen).toBe(4);
  expect(drawn.hidden.slice(0, 5)).toStrictEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
  await runAction(snippets.host, "timeline", { show: "week", view: "full" });
  expect((await picture()).rules).toHaveLength(10);
  await runAction(snippets.host, "timeline", { show: "none" });

  expect(await picture()).toStrictEqual(before);
});

test("undo gives the tab back as well", async () => {
  const before = await picture();
  await runAction(snippets.host, "timeline", {
    show: "week",
    responsible: "куратор",
  });
  expect((await picture()).filtered.slice(0, 5)).toStrictEqual([
    false,
    true,
    false,
    false,
    true,
  ]);
  await runAction(snippets.host, "undo");

  expect(await picture()).toStrictEqual(before);
});

test("a section is collapsed to its first row and opened again", async () => {
  await byHand(`
    tab.getRange(2, 3, ${ROWS}, 1).setValues(Array.from({ length: ${ROWS} }, (_, index) => ["Раздел " + (1 + Math.floor(index / 4))]));
    tab.hideRows(9, 1);
  `);
  await runAction(snippets.host, "timeline", {
    show: "month",
    section: "Раздел 1",
  });
  expect((await picture()).hiddenRows).toStrictEqual(
    Array.from({ length: 10 }, (_, index) => [3, 4, 5, 9].includes(index + 1)),
  );
  await runAction(snippets.host, "timeline", { show: "month", section: "" });

  expect((await picture()).hiddenRows.indexOf(true)).toBe(8);
});

test("a filter of the curator's own stays when the timeline goes", async () => {
  await byHand(`
    const filter = tab.getRange(1, 1, ${ROWS + 1}, 14).createFilter();
    filter.setColumnFilterCriteria(2, SpreadsheetApp.newFilterCriteria().whenTextEqualTo("3").build());
  `);
  await runAction(snippets.host, "timeline", {
    show: "month",
    responsible: "куратор",
  });
  await runAction(snippets.host, "timeline", { show: "none" });
  const { hasFilter, filtered } = await picture();

  expect(hasFilter).toBe(true);
  expect(filtered.slice(0, 5)).toStrictEqual([false, true, true, false, true]);
});

test("sorting by hand moves rows with their bars", async () => {
  await runAction(snippets.host, "timeline", { show: "month" });
  const rules = (await picture()).rules;
  await byHand(
    `tab.getRange(2, 1, ${ROWS}, tab.getLastColumn()).sort({ column: 1, ascending: false });`,
  );

  expect((await picture()).rules).toStrictEqual(rules);
  const state = await byHand(
    'return tab.getRange(2, at("state"), 2, 1).getFormulas().flat();',
  );
  expect(String(state)).toMatch(/2.*3/s);
});

test("columns moved and added before it: a rebuilt timeline follows", async () => {
  await runAction(snippets.host, "timeline", { show: "month", view: "full" });
  await byHand(`
    tab.insertColumnsBefore(3, 2);
    tab.getRange(1, 3).setValue("Моя графа");
    tab.getRange(2, 3).setValue("моё");
  `);
  await runAction(snippets.host, "timeline", { show: "week", view: "full" });
  const { rules } = await picture();

  expect(rules).toHaveLength(9);
  const start = await byHand(
    'return tab.getRange(2, at("start")).getA1Notation();',
  );
  expect(rules[1]?.[0]).toContain(`$${start}`);
  expect(await byHand("return tab.getRange(2, 3).getValue();")).toBe("моё");
});

/** What a change of the filter alone calls in the tab: filter, criteria, note. */
const FILTER_CALLS = 4;

test("60 activities over five years are built in at most 40 calls", async () => {
  const years = { from: 2026, to: 2030 };
  const month = await callsOf({ show: "month", ...years });
  const filter = await callsOf({
    show: "month",
    ...years,
    responsible: "куратор",
  });
  await callsOf({ show: "none" });
  const week = await callsOf({ show: "week", ...years });
  // The runner reads the book and keeps its records in every action.
  const runner = filter - FILTER_CALLS;

  expect(month - runner).toBeLessThanOrEqual(40);
  expect(week - runner).toBeLessThanOrEqual(40);
  expect(week - runner).toBeGreaterThan(15);
});

test("the number of calls does not depend on the number of rows", async () => {
  const years = { from: 2026, to: 2030 };
  const many = await callsOf({ show: "week", ...years });
  await callsOf({ show: "none" });
  await byHand(`tab.deleteRows(12, ${ROWS - 10});`);

  expect(await callsOf({ show: "week", ...years })).toBe(many);
});

test("a changed date is computed in under 200 ms of processor time", async () => {
  await runAction(snippets.host, "timeline", {
    show: "week",
    from: 2026,
    to: 2030,
  });
  await snippets.host.book.settled();
  const times: number[] = [];
  for (const day of [1, 2, 3, 4, 5]) {
    snippets.host.book.applyMutation(
      {
        id: "sheet.mutation.set-range-values",
        params: {
          unitId: snippets.host.book.id,
          subUnitId: snippets.host.workspace.book.workbook
            .getSheetBySheetName("Дорожная карта")
            ?.getSheetId(),
          cellValue: { 5: { 7: { v: 46_300 + day, t: 2 } } },
        },
      },
      "",
    );
    const start = process.cpuUsage();
    await snippets.host.book.settled();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }

  expect(Math.min(...times)).toBeLessThan(200);
});
