/** Colours as objects: SpreadsheetApp.newColor() and what object getters give. */
import type { Nullable } from "@univerjs/core";
import {
  defineEnum,
  EnumValue,
  ServiceError,
  ServiceObject,
} from "./service-object";
import { mismatch, needText } from "./sheets-context";

export const ColorType = defineEnum("SpreadsheetApp.ColorType", [
  "UNSUPPORTED",
  "RGB",
  "THEME",
]);
export const ThemeColorType = defineEnum("SpreadsheetApp.ThemeColorType", [
  "UNSUPPORTED",
  "TEXT",
  "BACKGROUND",
  "ACCENT1",
  "ACCENT2",
  "ACCENT3",
  "ACCENT4",
  "ACCENT5",
  "ACCENT6",
  "HYPERLINK",
]);
/** Colours of the standard theme of a new book. */
const THEME: Readonly<Record<string, string>> = {
  TEXT: "#000000",
  BACKGROUND: "#ffffff",
  ACCENT1: "#4285f4",
  ACCENT2: "#ea4335",
  ACCENT3: "#fbbc04",
  ACCENT4: "#34a853",
  ACCENT5: "#ff6d01",
  ACCENT6: "#46bdc6",
  HYPERLINK: "#1155cc",
};

/** @throws ServiceError when the text is no CSS hex colour. */
function hexOf(text: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  const hex =
    short === null
      ? text
      : `#${short
          .slice(1)
          .map((one) => one + one)
          .join("")}`;
  if (/^#[0-9a-f]{6}$/i.test(hex)) return hex.toLowerCase();
  throw new ServiceError(`Invalid color: ${text}`);
}

export class Color extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(Color.prototype),
  );

  readonly #hex: string;
  readonly #theme: EnumValue | null;

  /** @param hex - `#rrggbb`. */
  constructor(hex: string, theme: EnumValue | null = null) {
    super();
    this.#hex = hex;
    this.#theme = theme;
  }

  /** For cells. */
  get hex(): string {
    return this.#hex;
  }

  getColorType(): EnumValue {
    return this.#theme === null ? ColorType.RGB : ColorType.THEME;
  }

  asRgbColor(): RgbColor {
    if (this.#theme !== null)
      throw new ServiceError("Object is not of type RgbColor.");
    return new RgbColor(this.#hex);
  }

  asThemeColor(): ThemeColor {
    if (this.#theme === null)
      throw new ServiceError("Object is not of type ThemeColor.");
    return new ThemeColor(this.#theme);
  }
}

export class RgbColor extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(RgbColor.prototype),
  );

  readonly #hex: string;

  constructor(hex: string) {
    super();
    this.#hex = hex;
  }

  #part(index: number): number {
    return Number.parseInt(this.#hex.slice(1 + 2 * index, 3 + 2 * index), 16);
  }

  asHexString(): string {
    return this.#hex;
  }

  getRed(): number {
    return this.#part(0);
  }

  getGreen(): number {
    return this.#part(1);
  }

  getBlue(): number {
    return this.#part(2);
  }

  getColorType(): EnumValue {
    return ColorType.RGB;
  }
}

export class ThemeColor extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(ThemeColor.prototype),
  );

  readonly #type: EnumValue;

  constructor(type: EnumValue) {
    super();
    this.#type = type;
  }

  getThemeColorType(): EnumValue {
    return this.#type;
  }

  getColorType(): EnumValue {
    return ColorType.THEME;
  }
}

/** SpreadsheetApp.newColor(). */
export class ColorBuilder extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(ColorBuilder.prototype),
  );

  #color: Color | null = null;

  setRgbColor(text: unknown): this {
    this.#color = new Color(hexOf(needText("ColorBuilder.setRgbColor", text)));
    return this;
  }

  setThemeColor(type: unknown): this {
    const hex = type instanceof EnumValue ? THEME[type.name] : undefined;
    if (hex === undefined || !(type instanceof EnumValue)) {
      throw mismatch("ColorBuilder.setThemeColor", type);
    }
    this.#color = new Color(hex, type);
    return this;
  }

  getColorType(): EnumValue {
    return this.build().getColorType();
  }

  asRgbColor(): RgbColor {
    return this.build().asRgbColor();
  }

  asThemeColor(): ThemeColor {
    return this.build().asThemeColor();
  }

  /** @throws ServiceError when no colour was set. */
  build(): Color {
    if (this.#color === null) throw new ServiceError("No color has been set.");
    return this.#color;
  }
}

/** A cell's colour text from an object; null takes the colour away. */
export function colorText(call: string, color: unknown): string | null {
  if (color === null) return null;
  const built = color instanceof ColorBuilder ? color.build() : color;
  if (built instanceof Color) return built.hex;
  throw mismatch(call, color);
}

/** `#RGB`, `#RRGGBB` or `rgb(…)`, as the page writes it, as `#rrggbb`; null for names. */
export function hexColor(text: Nullable<string>): string | null {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text ?? "")?.[1];
  if (hex !== undefined) {
    const full = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex;
    return `#${full.toLowerCase()}`;
  }
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(text ?? "");
  if (parts === null) return null;
  const bytes = parts.slice(1, 4).map((part) => Math.min(255, Number(part)));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** A colour as scripts read it; null where there is none. */
export function scriptColor(text: Nullable<string>): string | null {
  return hexColor(text) ?? text ?? null;
}

/** The object for a cell's colour text. */
export function colorObject(text: string): Color {
  return new Color(
    /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : "#000000",
  );
}
