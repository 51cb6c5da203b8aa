import { expect, test } from "vitest";
import { letterText } from "./letter";

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
    ["Конец"],
  );

  expect(subject).toBe("Дела недели");
  expect(text).toBe(
    'Что <сделать>\n– Приказ <script>alert(1)</script> & подпись\n  В календарь: https://example.org/?a="b"&c\n\nКонец',
  );
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; подпись");
  expect(html).toContain(
    '<a href="https://example.org/?a=&quot;b&quot;&amp;c">',
  );
  expect(html).not.toContain("Пусто");
});

test("counts what does not fit, and says when there is nothing", () => {
  const lines = Array.from({ length: 40 }, (_, at) => ({ text: `Дело ${at}` }));
  const { text } = letterText("", [{ title: "Дела", lines }], []);

  expect(text).toContain("И ещё 10");
  expect(letterText("", [], []).text).toContain("Срочных дел нет.");
});
