/** Style values: Google's names and what the engine keeps. */
import type { StyleChange } from "./cell-styles";
import { ServiceError } from "./service-object";
import { mismatch, needText } from "./sheets-context";
import { univerModules } from "./univer";

/** Google's names → the engine's numbers. */
export const HORIZONTAL: Readonly<Record<string, number>> = {
  left: 1,
  center: 2,
  right: 3,
};
export const VERTICAL: Readonly<Record<string, number>> = {
  top: 1,
  middle: 2,
  bottom: 3,
};
export const WRAPS: Readonly<Record<string, number>> = {
  OVERFLOW: 1,
  CLIP: 2,
  WRAP: 3,
};
export const BORDERS: Readonly<Record<string, number>> = {
  SOLID: 1,
  DOTTED: 3,
  DASHED: 4,
  DOUBLE: 7,
  SOLID_MEDIUM: 8,
  SOLID_THICK: 13,
};

export function nameIn(
  table: Readonly<Record<string, number>>,
  value: number | null | undefined,
): string | null {
  return Object.keys(table).find((key) => table[key] === value) ?? null;
}

export function weightStyle(weight: unknown): StyleChange {
  if (weight === null || weight === "normal") return { bl: null };
  if (weight === "bold") return { bl: 1 };
  throw mismatch("Range.setFontWeight", weight);
}

export function slantStyle(style: unknown): StyleChange {
  if (style === null || style === "normal") return { it: null };
  if (style === "italic") return { it: 1 };
  throw mismatch("Range.setFontStyle", style);
}

export function sizeStyle(size: unknown): StyleChange {
  if (typeof size !== "number") throw mismatch("Range.setFontSize", size);
  return { fs: size };
}

/**
 * A colour given in CSS as Google gives it back: `#rrggbb`.
 *
 * @throws ServiceError when it is none.
 */
export function hexColor(text: string): string {
  const isWritten = /^#[0-9a-f]{3}([0-9a-f]{3})?$|^[a-z]+$|^rgba?\(/i;
  const color = new univerModules.core.ColorKit(text);
  if (!isWritten.test(text) || !color.isValid) {
    throw new ServiceError(`Invalid color: ${text}`);
  }
  return color.toHexString().slice(0, "#rrggbb".length);
}

function colorOf(member: string, color: unknown): { rgb: string } | null {
  if (color === null || color === "") return null;
  return { rgb: hexColor(needText(member, color)) };
}

export function fontColorStyle(color: unknown): StyleChange {
  return { cl: colorOf("Range.setFontColor", color) };
}

export function backgroundStyle(color: unknown): StyleChange {
  return { bg: colorOf("Range.setBackground", color) };
}

export function horizontalStyle(alignment: unknown): StyleChange {
  if (alignment === null || alignment === "normal") return { ht: null };
  const ht = HORIZONTAL[String(alignment)];
  return ht === undefined ? {} : { ht };
}

export function verticalStyle(alignment: unknown): StyleChange {
  if (alignment === null) return { vt: null };
  const vt = VERTICAL[String(alignment)];
  return vt === undefined ? {} : { vt };
}
