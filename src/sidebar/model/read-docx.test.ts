/** Word documents: paragraphs, tables, merged cells, frames, and files that are none. */
import { DOMParser } from "@xmldom/xmldom";
import {
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalMergeType,
} from "docx";
import { beforeAll, expect, test, vi } from "vitest";
// biome-ignore lint/style/noRestrictedImports: what the text is read by, on the server
import { readRoadmap } from "../../domain/roadmap/read-roadmap";
import { readDocx } from "./read-docx";

beforeAll(() => {
  vi.stubGlobal("DOMParser", DOMParser);
});

type Cell = string | { text: string; rows?: "start" | "on"; columns?: number };

function cell(given: Cell): TableCell {
  const { text, rows, columns } =
    typeof given === "string"
      ? { text: given, rows: undefined, columns: undefined }
      : given;
  return new TableCell({
    children: text.split("\n").map((line) => new Paragraph(line)),
    ...(rows === undefined
      ? {}
      : {
          verticalMerge:
            rows === "start"
              ? VerticalMergeType.RESTART
              : VerticalMergeType.CONTINUE,
        }),
    ...(columns === undefined ? {} : { columnSpan: columns }),
  });
}

async function document(rows: readonly (readonly Cell[])[]) {
  const table = new Table({
    rows: rows.map((cells) => new TableRow({ children: cells.map(cell) })),
  });
  const made = new Document({
    sections: [
      {
        children: [
          new Paragraph("Дорожная карта наставничества в школе № 5"),
          table,
          new Paragraph("Куратор ________ Иванова А. Б."),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(made));
}

test("a table of a document becomes the rows of a roadmap", async () => {
  const text = await readDocx(
    await document([
      ["Этап", "№", "Мероприятия", "Сроки", "Ответственные"],
      [
        { text: "Подготовка", rows: "start" },
        "1",
        "Приказ <о кураторе>",
        { text: "август", rows: "start" },
        "директор",
      ],
      [
        { text: "", rows: "on" },
        "2",
        "Положение\nи план",
        { text: "", rows: "on" },
        "куратор",
      ],
      [{ text: "Итоги", columns: 5 }],
      ["Работа", "3", "Встречи", "октябрь", "наставники"],
    ]),
  );
  const { title, stages, notes } = readRoadmap(text ?? "");

  expect(title).toBe("Дорожная карта наставничества в школе № 5");
  expect(
    stages.map(({ number, name, dateText, responsible }) => [
      number,
      name,
      dateText,
      responsible,
    ]),
  ).toStrictEqual([
    ["1", "Приказ <о кураторе>", "август", "директор"],
    ["2", "Положение\nи план", "август", "куратор"],
    ["3", "Встречи", "октябрь", "наставники"],
  ]);
  expect(stages.map(({ section }) => section)).toStrictEqual([
    "Подготовка",
    "Подготовка",
    "Итоги / Работа",
  ]);
  expect(notes.map((note) => note.text)).toStrictEqual([
    "Куратор ________ Иванова А. Б.",
  ]);
});

test.each([
  ["nothing", new Uint8Array()],
  ["text", new TextEncoder().encode("просто текст")],
  ["a damaged archive", new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9])],
])("%s is no document", async (_, bytes) => {
  expect(await readDocx(bytes)).toBeNull();
});
