/** Edits of «Пары» in the page, answered by the real bundle's onEdit; explanations through rpc. */
import type { IWorkbookData } from "@univerjs/core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { callAddOn, runAction } from "../../host/add-on";
import type { OpenHost } from "../../host/host";
import type { ExecutionResult } from "../../host/types";
import { openAfter } from "../support/prepared-book";
import { IMPORT, SETUP } from "../support/steps";

let host: OpenHost;

beforeAll(async () => {
  host = await openAfter([SETUP, IMPORT, ["pair", {}]]);
});

afterAll(() => host.close());

type Row = {
  readonly id: string;
  readonly row: number;
  readonly values: Readonly<Record<string, unknown>>;
};

async function table(id: string): Promise<readonly Row[]> {
  const { rows } = (await callAddOn(host, "table", { id })) as {
    readonly rows: readonly Row[];
  };
  return rows;
}

function snapshot(): IWorkbookData {
  return host.book.snapshot() as IWorkbookData;
}

/** Sheet id of a tab, and the 0-based column of a header. */
async function placeOf(title: string, header: string) {
  const sheet = Object.values(snapshot().sheets).find(
    ({ name }) => name === title,
  );
  const grid = (await host.book.grids())[title] ?? [];
  return {
    sheetId: sheet?.id ?? "",
    column: (grid[0] ?? []).findIndex((cell) => String(cell) === header),
  };
}

const editRuns = () =>
  host.executions().filter(({ functionName }) => functionName === "onEdit");

/** Types texts into cells below each other, as one gesture; the onEdit that follows. */
async function edit(
  title: string,
  row: number,
  header: string,
  texts: readonly string[],
): Promise<ExecutionResult | undefined> {
  const { sheetId, column } = await placeOf(title, header);
  const mutation = {
    id: "sheet.mutation.set-range-values",
    params: {
      unitId: host.book.id,
      subUnitId: sheetId,
      cellValue: Object.fromEntries(
        texts.map((text, index) => [
          row - 1 + index,
          { [column]: { v: text, t: 1 } },
        ]),
      ),
    },
  };
  const before = editRuns().length;
  host.pageEdit(null, [mutation], () => {
    host.book.applyMutation(mutation, "window");
    return true;
  });
  await vi.waitFor(() => expect(editRuns()).toHaveLength(before + 1), 20_000);
  return editRuns().at(-1);
}

test("scores a row anew within the rights of a simple trigger", async () => {
  const [pair] = await table("pairs");
  const mentors = await table("mentors");
  const mentor = mentors.find(
    ({ id, values }) =>
      id !== pair?.values["mentorId"] &&
      values["form"] === pair?.values["form"] &&
      values["consent"] === "получено",
  );
  const result = await edit("Пары", pair?.row ?? 0, "Код наставника", [
    mentor?.id ?? "",
  ]);
  const after = (await table("pairs")).find(({ id }) => id === pair?.id);
  const journal = (await table("journal")).at(-1)?.values;

  expect(result?.outcome).toBe("done");
  expect(after?.values).toMatchObject({
    mentorId: mentor?.id,
    mentor: mentor?.values["fio"],
    source: "вручную",
    run: null,
    status: "черновик",
  });
  expect(Number(after?.values["score"])).toBeGreaterThan(0);
  expect(journal).toMatchObject({
    action: "Правка вручную",
    state: "выполнено",
  });
  expect(JSON.stringify(journal)).not.toContain(String(mentor?.values["fio"]));
  expect(
    (await callAddOn(host, "preview", {
      action: "rescore",
      input: {},
    })) as object,
  ).toMatchObject({
    verb: null,
  });
});

test("takes an edit by hand back with «Отменить последнее действие»", async () => {
  const [before, mentors] = [await table("pairs"), await table("mentors")];
  const pair = before[4];
  const other = mentors.find(({ id }) => id !== pair?.values["mentorId"]);
  await edit("Пары", pair?.row ?? 0, "Код наставника", [other?.id ?? ""]);
  const edited = await table("pairs");
  const result = await runAction(host, "undo", {});

  expect(edited[4]?.values["mentorId"]).toBe(other?.id);
  expect(JSON.stringify(result)).toContain("Правка вручную");
  expect(await table("pairs")).toStrictEqual(before);
});

test("marks a pasted range and scores it when asked", async () => {
  const [, second, third] = await table("pairs");
  await edit("Пары", second?.row ?? 0, "Код наставника", [
    String(second?.values["mentorId"]),
    String(third?.values["mentorId"]),
  ]);
  const marked = await table("pairs");

  expect(
    marked.slice(1, 3).map(({ values }) => values["source"]),
  ).toStrictEqual(["пересчитать", "пересчитать"]);
  await runAction(host, "rescore", {});
  expect(
    (await table("pairs")).slice(1, 3).map(({ values }) => values["source"]),
  ).toStrictEqual(["вручную", "вручную"]);
});

test.each([
  ["Наставляемые", "Удобное время", "вт после уроков", 2],
  ["Наставники", "Код", "НМ-001", 2],
  ["Пары", "Тема персонализированной программы", "Урок", 1],
  ["Справочники", "Виды наставничества", "традиционное", 1],
])(
  "lets an edit go that nothing follows from: «%s», «%s»",
  async (title, header, text, calls) => {
    const result = await edit(title, 2, header, [text]);

    expect(result?.outcome).toBe("done");
    expect(result?.meter.counted).toBe(calls);
  },
);

test("makes the partner's row true within the rights of a simple trigger", async () => {
  await runAction(host, "approve", {});
  const pair = (await table("pairs")).find(
    ({ values }) => values["status"] === "утверждена",
  );
  const mentor = (await table("mentors")).find(
    ({ id }) => id === pair?.values["mentorId"],
  );
  const result = await edit("Наставники", mentor?.row ?? 0, "ФИО наставника", [
    "Новикова Ада Львовна",
  ]);
  const mentee = (await table("mentees")).find(
    ({ id }) => id === pair?.values["menteeId"],
  );

  expect(result?.outcome).toBe("done");
  expect(mentee?.values["mentor"]).toBe("Новикова Ада Львовна");
});

test.each([
  ["Пары", 3],
  ["Наставляемые", 3],
  ["Наставники", 3],
])("explains a row of «%s»", async (tab, row) => {
  const told = (await callAddOn(host, "explain", { tab, row })) as {
    readonly title: string;
    readonly place: string;
    readonly summary: readonly string[];
    readonly sections: readonly object[];
  };

  expect(told.place).toBe(`${tab}, строка ${row}`);
  expect(told.summary.length).toBeGreaterThan(0);
  expect(told.sections.length).toBeGreaterThan(0);
});

test("says what to choose when the row cannot be explained", async () => {
  await expect(
    callAddOn(host, "explain", { tab: "Настройки", row: 2 }),
  ).rejects.toThrow(/Выберите ячейку в строке вкладки «Пары»/);
});
