import { expect, test } from "vitest";
import { letterText } from "./letter";

const NOTHING = { start: [], link: "", end: [] };

test("says the same in plain text and in HTML, without running what people wrote", () => {
  const { subject, text, html } = letterText(
    "Дела\nнедели",
    [
      {
        title: "Что <сделать>",
        lines: [
          {
            text: "Приказ <script>alert(1)</script> & подпись",
            link: {
              url: 'https://example.org/?a="b"&c',
              caption: "В календарь",
            },
          },
        ],
      },
      { title: "Пусто", lines: [] },
    ],
    { start: ["Начало & <b>"], link: "https://example.org/b", end: ["Конец"] },
  );

  expect(subject).toBe("Дела недели");
  expect(text).toBe(
    'Начало & <b>\n\nЧто <сделать>\n– Приказ <script>alert(1)</script> & подпись\n  В календарь: https://example.org/?a="b"&c\n\nОткрыть таблицу: https://example.org/b\nКонец',
  );
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; подпись");
  expect(html).toContain(
    '<a href="https://example.org/?a=&quot;b&quot;&amp;c"',
  );
  expect(html).toContain(">Начало &amp; &lt;b&gt;</p>");
  expect(html).not.toContain("Пусто");
});

test("counts what does not fit, and says when there is nothing", () => {
  const lines = Array.from({ length: 40 }, (_, at) => ({ text: `Дело ${at}` }));
  const { text } = letterText("", [{ title: "Дела", lines }], NOTHING);

  expect(text).toContain("И ещё 10");
  expect(letterText("", [], NOTHING).text).toContain("Срочных дел нет.");
});

test("stays within what mail takes, whatever the cells hold", () => {
  const lines = Array.from({ length: 300 }, () => ({
    lead: "01.09.2026",
    text: "👩‍🏫&".repeat(20_000),
  }));
  const sections = ["А", "Б", "В"].map((title) => ({ title, lines }));
  const { subject, text, html } = letterText(
    "Ж".repeat(900),
    sections,
    NOTHING,
  );

  expect(subject.length).toBeLessThanOrEqual(150);
  expect(Buffer.byteLength(html)).toBeLessThan(200 * 1024);
  expect(() => encodeURIComponent(text)).not.toThrow();
});
