import { describe, expect, test } from "vitest";
import { atThisServer, cellLinks, placeInBook } from "./cell-links";

describe("cellLinks", () => {
  test("addresses in a text, without the stop after them", () => {
    expect(
      cellLinks(
        { v: "См. https://example.org/a?b=1, и mailto:anna@example.org." },
        "",
      ).map(({ url }) => url),
    ).toEqual(["https://example.org/a?b=1", "mailto:anna@example.org"]);
  });

  test("HYPERLINK shows its label", () => {
    expect(
      cellLinks(
        { v: "Приказ" },
        '=HYPERLINK("https://example.org/?q=""x""","Приказ")',
      ),
    ).toEqual([{ url: 'https://example.org/?q="x"', text: "Приказ" }]);
  });

  test("a tab of this book, which is told apart from other addresses", () => {
    const formula = '=HYPERLINK("#gid=77&range=B5","Открыть")';
    expect(cellLinks({ v: "Открыть" }, formula)).toEqual([
      { url: "#gid=77&range=B5", text: "Открыть" },
    ]);
    expect(placeInBook("#gid=77&range=B5")).toEqual({ gid: 77, a1: "B5" });
    expect(placeInBook("#gid=0")).toEqual({ gid: 0, a1: "" });
    expect(placeInBook("https://example.org/#gid=0")).toBeNull();
    expect(placeInBook("#gid=1<script>")).toBeNull();
  });

  test("links of a rich text", () => {
    const cell = {
      p: {
        id: "d",
        documentStyle: {},
        body: {
          dataStream: "Форма и приказ\r\n",
          customRanges: [
            {
              startIndex: 8,
              endIndex: 13,
              rangeId: "1",
              rangeType: 0,
              properties: { url: "https://example.org/order" },
            },
          ],
        },
      },
    };
    expect(cellLinks(cell, "")).toEqual([
      { url: "https://example.org/order", text: "приказ" },
    ]);
  });

  test("what a browser would run is no link", () => {
    expect(
      cellLinks({ v: "ok" }, '=HYPERLINK("javascript:alert(1)","ok")'),
    ).toEqual([]);
    expect(cellLinks({ v: "data:text/html,x" }, "")).toEqual([]);
  });
});

test("a document linked by another run opens at this one", () => {
  const here = "http://127.0.0.1:5180";
  expect(atThisServer("http://127.0.0.1:6000/files/1a", here)).toBe(
    "http://127.0.0.1:5180/files/1a",
  );
  expect(atThisServer("https://example.org/files/1a", here)).toBe(
    "https://example.org/files/1a",
  );
});
