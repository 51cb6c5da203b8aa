/** exceljs's cell styles as the engine keeps them. */
import type { IBorderStyleData, IStyleData } from "@univerjs/core";
import type { Border, Color, Fill, Font, Style } from "exceljs";
import { HORIZONTAL, LINES, VERTICAL, WRAP } from "../services/export-style";

/** Colours as `#RRGGBB`; null for none and for the automatic one. */
export type ReadColor = (color: Partial<Color> | undefined) => string | null;

/** The font every cell has that was given none. */
const PLAIN_FONTS: ReadonlySet<string> = new Set(["Calibri", "Aptos Narrow"]);
const PLAIN_SIZE = 11;
/** Theme colour of plain text. */
const PLAIN_COLOR = 1;

/** Formats Excel shows in the reader's own order of day and month. */
const LOCAL_DATES: Readonly<Record<string, string>> = {
  "mm-dd-yy": "dd.mm.yyyy",
  'm/d/yy "h":mm': "dd.mm.yyyy h:mm",
  "m/d/yy h:mm": "dd.mm.yyyy h:mm",
};

/** @param theme - RRGGBB of the file's theme, in the order cells count them. */
export function colorReader(theme: readonly string[]): ReadColor {
  return (color) => {
    const argb = color?.argb;
    if (argb !== undefined && /^[0-9A-Fa-f]{8}$/.test(argb)) {
      return `#${argb.slice(2).toLowerCase()}`;
    }
    const base = color?.theme === undefined ? undefined : theme[color.theme];
    if (base === undefined) return null;
    const tint = (color as { readonly tint?: number }).tint ?? 0;
    return `#${tinted(base, tint).toLowerCase()}`;
  };
}

/** Lighter for a positive tint, darker for a negative one, -1 to 1. */
function tinted(hex: string, tint: number): string {
  return [0, 2, 4]
    .map((at) => {
      const byte = Number.parseInt(hex.slice(at, at + 2), 16);
      const moved = tint < 0 ? byte * (1 + tint) : byte + (255 - byte) * tint;
      return Math.round(moved).toString(16).padStart(2, "0");
    })
    .join("");
}

function fontStyle(font: Partial<Font> | undefined, read: ReadColor) {
  const isPlainName = font?.name === undefined || PLAIN_FONTS.has(font.name);
  const isPlain = isPlainName && (font?.size ?? PLAIN_SIZE) === PLAIN_SIZE;
  const hasColor =
    font?.color !== undefined && font.color.theme !== PLAIN_COLOR;
  const color = hasColor ? read(font.color) : null;
  return {
    ...(font?.bold === true ? { bl: 1 } : {}),
    ...(font?.italic === true ? { it: 1 } : {}),
    ...(font?.underline && font.underline !== "none" ? { ul: { s: 1 } } : {}),
    ...(font?.strike === true ? { st: { s: 1 } } : {}),
    ...(isPlain || font?.size === undefined ? {} : { fs: font.size }),
    ...(isPlainName || font?.name === undefined ? {} : { ff: font.name }),
    ...(color === null ? {} : { cl: { rgb: color } }),
  };
}

/** Colour of a solid fill; rules of formatting name it the other way round. */
export function fillColor(
  fill: Fill | undefined,
  read: ReadColor,
): string | null {
  if (fill?.type !== "pattern" || fill.pattern === "none") return null;
  return read(fill.fgColor) ?? read(fill.bgColor);
}

function lineStyle(
  line: Partial<Border> | undefined,
  read: ReadColor,
): IBorderStyleData | null {
  const s = line?.style === undefined ? -1 : LINES.indexOf(line.style);
  return s < 1 ? null : { s, cl: { rgb: read(line?.color) ?? "#000000" } };
}

function borderStyle(border: Style["border"] | undefined, read: ReadColor) {
  const sides = [
    ["t", border?.top],
    ["r", border?.right],
    ["b", border?.bottom],
    ["l", border?.left],
  ] as const;
  const lines = sides.flatMap(([side, line]) => {
    const style = lineStyle(line, read);
    return style === null ? [] : [[side, style] as const];
  });
  return lines.length === 0 ? {} : { bd: Object.fromEntries(lines) };
}

function alignmentStyle(alignment: Style["alignment"] | undefined) {
  const ht = HORIZONTAL.indexOf(alignment?.horizontal ?? null);
  const vt = VERTICAL.indexOf(alignment?.vertical ?? null);
  const rotation = alignment?.textRotation;
  return {
    ...(ht > 0 ? { ht } : {}),
    ...(vt > 0 ? { vt } : {}),
    ...(alignment?.wrapText === true ? { tb: WRAP } : {}),
    ...(typeof rotation === "number" && rotation !== 0
      ? { tr: { a: -rotation } }
      : {}),
  };
}

/** The part a rule of formatting paints: font and fill. */
export function paintOf(style: Partial<Style>, read: ReadColor): IStyleData {
  const background =
    style.fill?.type === "pattern"
      ? (read(style.fill.bgColor) ?? read(style.fill.fgColor))
      : null;
  return {
    ...fontStyle(style.font, read),
    ...(background === null ? {} : { bg: { rgb: background } }),
  } as IStyleData;
}

/** Null when the style sets nothing. */
export function engineStyle(
  style: Partial<Style>,
  read: ReadColor,
): IStyleData | null {
  const background = fillColor(style.fill, read);
  const format = style.numFmt;
  const result = {
    ...fontStyle(style.font, read),
    ...(background === null ? {} : { bg: { rgb: background } }),
    ...borderStyle(style.border, read),
    ...alignmentStyle(style.alignment),
    ...(format === undefined || format === "General"
      ? {}
      : { n: { pattern: LOCAL_DATES[format] ?? format } }),
  } as IStyleData;
  return Object.keys(result).length === 0 ? null : result;
}
