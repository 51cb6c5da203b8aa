/** What is packed for the page is the book again when unpacked. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Book, packBook, unpackBook } from "./packed-book";

/** As it travels. */
const sent = (book: Book): Book =>
  unpackBook(JSON.parse(JSON.stringify(packBook(book))));

test("a column of blank cells travels as one entry", () => {
  const cellData = Object.fromEntries(
    Array.from({ length: 500 }, (_, row) => [row, { 2: { s: "text" } }]),
  );
  const packed = packBook({ sheets: { a: { cellData } } });
  expect(packed.sheets?.["a"]?.runs).toEqual([[2, 0, 499, "text"]]);
  expect(JSON.stringify(packed)).not.toContain('"s"');
});

test("values below each other travel as a list", () => {
  const cellData = {
    3: { 1: { s: "text", v: "Анна", t: 1 } },
    4: { 1: { s: "text", v: "", t: 1 } },
    5: { 1: { v: 7, t: 2 } },
  };
  const packed = packBook({ sheets: { a: { cellData } } });

  expect(packed.sheets?.["a"]).toEqual({
    cellData: {},
    runs: [
      [1, 3, 4, "text", 1, ["Анна", ""]],
      [1, 5, 5, null, 2, [7]],
    ],
  });
});

test("a book of an older version, not packed, is read as it is", () => {
  const cellData = { 0: { 0: { v: 1, t: 2 } } };

  expect(unpackBook({ sheets: { a: { cellData } } })).toEqual({
    sheets: { a: { cellData } },
  });
});

const cell = fc.oneof(
  fc.constant(null),
  fc.record({ s: fc.constantFrom("a", "b", "") }),
  fc.record({ s: fc.constantFrom("a", "b"), v: fc.string() }),
  fc.record({ s: fc.record({ bl: fc.constant(1) }) }),
  fc.record({ v: fc.string(), t: fc.constant(1) }),
  fc.record({
    s: fc.constantFrom("a", "b"),
    v: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
    t: fc.constantFrom(1, 2, null),
  }),
  fc.record({ f: fc.constant("=A1"), v: fc.integer(), t: fc.constant(2) }),
  fc.constant({}),
  fc.record({ s: fc.constant("a"), f: fc.constant(null) }),
);
const place = (max: number) => fc.nat({ max }).map(String);
const cellData = fc.dictionary(place(12), fc.dictionary(place(4), cell));
const book = fc.record({
  id: fc.string(),
  sheets: fc.dictionary(
    fc.string().filter((id) => id !== "__proto__"),
    fc.record({ name: fc.string(), cellData }),
  ),
});

test("every cell arrives as it was", () => {
  fc.assert(
    fc.property(book, (one) => {
      expect(sent(one)).toEqual(JSON.parse(JSON.stringify(one)));
    }),
  );
});

test("packing leaves the book as it is", () => {
  fc.assert(
    fc.property(book, (one) => {
      const before = structuredClone(one);
      packBook(one);
      expect(one).toEqual(before);
    }),
  );
});

test("a book without tabs or a tab without cells is one too", () => {
  expect(sent({})).toEqual({ sheets: {} });
  expect(sent({ sheets: { a: {} } })).toEqual({
    sheets: { a: { cellData: {} } },
  });
});
