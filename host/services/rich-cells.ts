/** Rich text in cells: the engine's documents to runs and back. */
import type { ICellData, IStyleBase } from "@univerjs/core";
import { textCell } from "./cell-content";
import type { CellReader } from "./cells";
import type { RichText, TextRun } from "./rich-text";
import { univerModules } from "./univer";

const LINK_STYLE: IStyleBase = { cl: { rgb: "#1155cc" }, ul: { s: 1 } };
const LINK_FORMULA = /^=HYPERLINK\(\s*"((?:[^"]|"")*)"/i;

/** The text of a cell with its runs; null when the cell holds no text. */
export function readRichCell(
  reader: CellReader,
  row: number,
  column: number,
): RichText | null {
  const value = reader.value(row, column);
  if (typeof value !== "string") return null;
  const cell = reader.cell(row, column);
  const whole = {
    start: 0,
    end: value.length,
    style: baseStyle(reader.style(cell) ?? {}),
    url: linkOf(reader.formula(row, column), value),
  };
  const body = cell?.p?.body;
  if (value === "" || !body)
    return { text: value, runs: value === "" ? [] : [whole] };
  const edges = new Set([0, value.length]);
  const styles = (body.textRuns ?? []).map(({ st, ed, ts }) => ({
    start: st,
    end: ed,
    style: ts ?? {},
  }));
  const links = (body.customRanges ?? []).map((range) => ({
    start: range.startIndex,
    end: range.endIndex + 1,
    url: String(range.properties?.["url"] ?? ""),
  }));
  for (const { start, end } of [...styles, ...links]) {
    edges.add(Math.min(start, value.length)).add(Math.min(end, value.length));
  }
  const sorted = [...edges].sort((left, right) => left - right);
  const runs = sorted.slice(0, -1).map((start, index): TextRun => {
    const holds = (part: { start: number; end: number }): boolean =>
      part.start <= start && part.end > start;
    const url = links.find(holds)?.url ?? whole.url;
    const own = styles.find(holds)?.style ?? {};
    return {
      start,
      end: sorted[index + 1] ?? start,
      style: { ...whole.style, ...(url === null ? own : withoutLinkLook(own)) },
      url,
    };
  });
  return { text: value, runs };
}

/** What a cell without rich text says of its letters. */
function baseStyle(style: IStyleBase): IStyleBase {
  const { bl = 0, it = 0, ul, st, ff = "Arial", fs = 10, cl } = style;
  return {
    bl,
    it,
    ul: ul ?? { s: 0 },
    st: st ?? { s: 0 },
    ff,
    fs,
    cl: cl ?? { rgb: "#000000" },
  };
}

function withoutLinkLook(style: IStyleBase): IStyleBase {
  const { cl, ul, ...rest } = style;
  const isLook = cl?.rgb === LINK_STYLE.cl?.rgb && ul?.s === 1;
  return isLook ? rest : style;
}

function linkOf(formula: string, text: string): string | null {
  const inFormula = LINK_FORMULA.exec(formula)?.[1]?.replaceAll('""', '"');
  if (inFormula !== undefined) return inFormula;
  return /^https?:\/\/\S+$/i.test(text) ? text : null;
}

/** The change that puts a rich text into a cell. */
export function richCell({ text, runs }: RichText): ICellData {
  const cell = textCell(text);
  const isPlain = runs.every(
    ({ style, url }) => url === null && Object.keys(style).length === 0,
  );
  if (isPlain) return { ...cell, p: null };
  const dataStream = `${text.replaceAll("\n", "\r")}\r\n`;
  const paragraphs = [...dataStream.matchAll(/\r/g)].map(({ index }) => ({
    startIndex: index,
  }));
  const linked = runs.filter(({ url }) => url !== null);
  const core = univerModules.core;
  return {
    ...cell,
    f: null,
    si: null,
    p: {
      id: core.generateRandomId(),
      documentStyle: {},
      drawings: {},
      drawingsOrder: [],
      body: {
        dataStream,
        paragraphs,
        sectionBreaks: [{ startIndex: dataStream.length - 1 }],
        textRuns: runs.map(({ start, end, style, url }) => ({
          st: start,
          ed: end,
          ts: url === null ? style : { ...LINK_STYLE, ...style },
        })),
        customRanges: linked.map(({ start, end, url }) => ({
          rangeId: core.generateRandomId(),
          rangeType: core.CustomRangeType.HYPERLINK,
          startIndex: start,
          endIndex: end - 1,
          properties: { url },
        })),
      },
    },
  };
}
