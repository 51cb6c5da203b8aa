/** Several windows on one book: one order of all edits. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type MemoryHost, memoryHost } from "../support/memory-host";
import { cell, edit, type ServedHost, serveHost } from "../support/page-socket";

let host: MemoryHost;
let served: ServedHost;

beforeEach(async () => {
  host = memoryHost({
    functions: {
      write: ({ write }, row, column, value) =>
        write(Number(row), Number(column), value as string),
    },
  });
  served = await serveHost(host);
});
afterEach(() => served.close());

test("an edit reaches the book and every other window", async () => {
  const one = await served.open();
  const other = await served.open();
  one.send(edit(1, 0, cell(0, 0, { v: "Иванова", t: 1 })));
  await vi.waitFor(() => expect(other.changes()).toHaveLength(1));
  expect(other.changes()[0]).toEqual({
    number: 1,
    mutation: cell(0, 0, { v: "Иванова", t: 1 }),
  });
  expect(one.of("accepted")).toEqual([{ type: "accepted", batch: 1 }]);
  expect(one.changes()).toEqual([{ number: 1 }]);
  expect(host.cell(0, 0)).toMatchObject({ v: "Иванова" });
});

test("two windows may write different cells at the same time", async () => {
  const one = await served.open();
  const other = await served.open();
  one.send(edit(1, 0, cell(0, 0, { v: 1, t: 2 })));
  other.send(edit(1, 0, cell(5, 5, { v: 2, t: 2 })));
  await vi.waitFor(() => {
    expect(one.of("accepted")).toHaveLength(1);
    expect(other.of("accepted")).toHaveLength(1);
  });
  expect([host.cell(0, 0)?.v, host.cell(5, 5)?.v]).toEqual([1, 2]);
});

test("of two edits of one cell the second is refused whole", async () => {
  const one = await served.open();
  const other = await served.open();
  one.send(edit(1, 0, cell(0, 0, { v: "первая", t: 1 })));
  await vi.waitFor(() => expect(one.of("accepted")).toHaveLength(1));
  other.send(
    edit(1, 0, cell(7, 7, { v: "x", t: 1 }), cell(0, 0, { v: "вторая", t: 1 })),
  );
  await vi.waitFor(() => expect(other.of("refused")).toHaveLength(1));
  expect(host.cell(0, 0)?.v).toBe("первая");
  expect(host.cell(7, 7)).toBeNull();
});

test("an edit made before rows moved is refused", async () => {
  const one = await served.open();
  const other = await served.open();
  one.send(
    edit(1, 0, {
      id: "sheet.mutation.insert-row",
      params: {
        unitId: "book",
        subUnitId: "s1",
        range: { startRow: 0, endRow: 0, startColumn: 0, endColumn: 25 },
        rowInfo: {},
      },
    }),
  );
  await vi.waitFor(() => expect(one.of("accepted")).toHaveLength(1));
  other.send(edit(1, 0, cell(9, 9, { v: 1, t: 2 })));
  await vi.waitFor(() => expect(other.of("refused")).toHaveLength(1));
});

test("a window goes on typing without waiting for answers", async () => {
  const window = await served.open();
  for (let row = 0; row < 30; row += 1) {
    window.send(edit(row, 0, cell(row, 0, { v: row, t: 2 })));
  }
  await vi.waitFor(() => expect(window.of("accepted")).toHaveLength(30));
  expect(window.of("refused")).toEqual([]);
  expect(host.cell(29, 0)?.v).toBe(29);
});

test("computed values are told to every window, the writer too", async () => {
  const one = await served.open();
  one.send(
    edit(
      1,
      0,
      cell(0, 0, { v: 20, t: 2 }),
      cell(1, 0, { f: "=A1+22", v: null }),
    ),
  );
  await vi.waitFor(() =>
    expect(one.changes().some((change) => change.isComputed)).toBe(true),
  );
  expect(one.changes().find((change) => change.isComputed)).toMatchObject({
    mutation: { params: { cellValue: { 1: { 0: { v: 42 } } } } },
  });
});

test("what a window missed is told when it comes", async () => {
  await host.execute({
    functionName: "write",
    kind: "menu",
    args: [3, 3, "a"],
  });
  const late = await served.open({ number: "0" });
  await vi.waitFor(() => expect(late.changes()).toHaveLength(1));
  const fresh = await served.open({ number: "1" });
  expect(fresh.changes()).toEqual([]);
});

test.each([{ run: "another" }, { number: "99" }, { number: "-1" }])(
  "a window with %o is sent for the whole book",
  async (query) => {
    const window = await served.open(query);
    await vi.waitFor(() => expect(window.of("reload")).toHaveLength(1));
    await host.execute({
      functionName: "write",
      kind: "menu",
      args: [0, 0, "b"],
    });
    await vi.waitFor(() => expect(window.changes()).toHaveLength(1));
  },
);

test.each([
  { id: "sheet.command.set-range-values", params: { unitId: "book" } },
  { id: "formula.mutation.register-function", params: { unitId: "book" } },
  { id: "sheet.mutation.set-range-values", params: { unitId: "other" } },
  { id: "sheet.mutation.set-range-values", params: null },
  { id: "doc.mutation.rich-text-editing", params: { unitId: "book" } },
])("$id with $params is no edit of the book", async (mutation) => {
  const window = await served.open();
  window.send(edit(1, 0, mutation));
  await vi.waitFor(() => expect(window.of("refused")).toHaveLength(1));
});
