/** Univer's cell styles as exceljs writes them. */

import type { IBorderStyleData, IStyleData, Nullable } from "@univerjs/core";
import type { Alignment, Border, Borders, Color, Fill, Style } from "exceljs";
import { hexColor } from "./colors";

/** Univer's numbers for line styles, in its order. */
export const LINES: readonly (Border["style"] | null)[] = [
  null,
  "thin",
  "hair",
  "dotted",
  "dashed",
  "dashDot",
  "dashDotDot",
  "double",
  "medium",
  "mediumDashed",
  "mediumDashDot",
  "mediumDashDotDot",
  "slantDashDot",
  "thick",
];
export const HORIZONTAL: readonly (Alignment["horizontal"] | null)[] = [
  null,
  "left",
  "center",
  "right",
  "justify",
  "justify",
  "distributed",
];
export const VERTICAL: readonly (Alignment["vertical"] | null)[] = [
  null,
  "top",
  "middle",
  "bottom",
];
export const WRAP = 3;

/** As ARGB; null for what is no colour. */
export function colorOf(text: Nullable<string>): Partial<Color> | null {
  const hex = hexColor(text);
  return hex === null ? null : { argb: `FF${hex.slice(1).toUpperCase()}` };
}

/** Solid fill; `forRule` because rules of formatting read the other colour. */
export function fillOf(style: IStyleData, forRule = false): Fill | null {
  const color = colorOf(style.bg?.rgb);
  if (color === null) {
    return null;
  }
  return {
    type: "pattern",
    pattern: "solid",
    ...(forRule ? { bgColor: color } : { fgColor: color }),
  };
}

export function fontOf(style: IStyleData): Style["font"] | null {
  const color = colorOf(style.cl?.rgb);
  const font: Style["font"] = {
    ...(style.bl === 1 ? { bold: true } : {}),
    ...(style.it === 1 ? { italic: true } : {}),
    ...(style.ul?.s === 1 ? { underline: true } : {}),
    ...(style.st?.s === 1 ? { strike: true } : {}),
    ...(typeof style.fs === "number" ? { size: style.fs } : {}),
    ...(style.ff ? { name: style.ff } : {}),
    ...(color === null ? {} : { color }),
  };
  return Object.keys(font).length === 0 ? null : font;
}

function lineOf(line: Nullable<IBorderStyleData>): Partial<Border> | null {
  const style = LINES[line?.s ?? 0];
  if (style === null || style === undefined) {
    return null;
  }
  const color = colorOf(line?.cl?.rgb);
  return color === null ? { style } : { style, color };
}

function bordersOf(style: IStyleData): Partial<Borders> | null {
  const [top, right, bottom, left] = [
    lineOf(style.bd?.t),
    lineOf(style.bd?.r),
    lineOf(style.bd?.b),
    lineOf(style.bd?.l),
  ];
  const borders: Partial<Borders> = {
    ...(top === null ? {} : { top }),
    ...(right === null ? {} : { right }),
    ...(bottom === null ? {} : { bottom }),
    ...(left === null ? {} : { left }),
  };
  return Object.keys(borders).length === 0 ? null : borders;
}

function alignmentOf(style: IStyleData): Partial<Alignment> | null {
  const horizontal = HORIZONTAL[style.ht ?? 0];
  const vertical = VERTICAL[style.vt ?? 0];
  const alignment: Partial<Alignment> = {
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(style.tb === WRAP ? { wrapText: true } : {}),
    ...(style.tr?.a ? { textRotation: -style.tr.a } : {}),
  };
  return Object.keys(alignment).length === 0 ? null : alignment;
}

/** Excel's name for «no format»; a bare `General` is the same in both. */
export function numberFormatOf(style: IStyleData): string | null {
  const pattern = style.n?.pattern;
  return pattern === undefined || pattern === "" || pattern === "General"
    ? null
    : pattern;
}

/** Names of months and days are Russian wherever the file is opened. */
function inRussian(pattern: string): string {
  return /mmm|ddd/.test(pattern) && !pattern.includes("[$-")
    ? `[$-419]${pattern}`
    : pattern;
}

/** The style of a cell; null when nothing is set. */
export function excelStyle(style: IStyleData): Partial<Style> | null {
  const font = fontOf(style);
  const fill = fillOf(style);
  const border = bordersOf(style);
  const alignment = alignmentOf(style);
  const numFmt = numberFormatOf(style);
  const result: Partial<Style> = {
    ...(font === null ? {} : { font }),
    ...(fill === null ? {} : { fill }),
    ...(border === null ? {} : { border }),
    ...(alignment === null ? {} : { alignment }),
    ...(numFmt === null ? {} : { numFmt: inRussian(numFmt) }),
  };
  return Object.keys(result).length === 0 ? null : result;
}
