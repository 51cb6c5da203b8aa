/** TextStyle: how a piece of text looks; null is what nobody set. */
import type { IStyleBase } from "@univerjs/core";
import { Color, colorText, scriptColor } from "./colors";
import { ServiceObject } from "./service-object";
import { mismatch, needBoolean, needInteger, needText } from "./sheets-context";

export class TextStyle extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(TextStyle.prototype),
  );

  /** For cells, in the engine's terms. */
  readonly style: IStyleBase;

  constructor(style: IStyleBase) {
    super();
    this.style = style;
  }

  isBold(): boolean | null {
    return flag(this.style.bl);
  }

  isItalic(): boolean | null {
    return flag(this.style.it);
  }

  isUnderline(): boolean | null {
    return flag(this.style.ul?.s);
  }

  isStrikethrough(): boolean | null {
    return flag(this.style.st?.s);
  }

  getFontFamily(): string | null {
    return this.style.ff ?? null;
  }

  getFontSize(): number | null {
    return this.style.fs ?? null;
  }

  getForegroundColor(): string | null {
    return scriptColor(this.style.cl?.rgb);
  }

  getForegroundColorObject(): Color | null {
    const text = this.getForegroundColor();
    return text === null ? null : new Color(text);
  }

  copy(): TextStyleBuilder {
    return new TextStyleBuilder(this.style);
  }
}

function flag(value: number | undefined): boolean | null {
  return value === undefined ? null : value === 1;
}

/** SpreadsheetApp.newTextStyle(). */
export class TextStyleBuilder extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(TextStyleBuilder.prototype),
  );

  #style: IStyleBase;

  constructor(style: IStyleBase = {}) {
    super();
    this.#style = style;
  }

  #set(style: IStyleBase): this {
    this.#style = { ...this.#style, ...style };
    return this;
  }

  setBold(bold: unknown): this {
    return this.#set({
      bl: needBoolean("TextStyleBuilder.setBold", bold) ? 1 : 0,
    });
  }

  setItalic(italic: unknown): this {
    const on = needBoolean("TextStyleBuilder.setItalic", italic);
    return this.#set({ it: on ? 1 : 0 });
  }

  setUnderline(underline: unknown): this {
    const on = needBoolean("TextStyleBuilder.setUnderline", underline);
    return this.#set({ ul: { s: on ? 1 : 0 } });
  }

  setStrikethrough(strike: unknown): this {
    const on = needBoolean("TextStyleBuilder.setStrikethrough", strike);
    return this.#set({ st: { s: on ? 1 : 0 } });
  }

  setFontFamily(family: unknown): this {
    return this.#set({
      ff: needText("TextStyleBuilder.setFontFamily", family),
    });
  }

  setFontSize(size: unknown): this {
    return this.#set({ fs: needInteger("TextStyleBuilder.setFontSize", size) });
  }

  setForegroundColor(color: unknown): this {
    const call = "TextStyleBuilder.setForegroundColor";
    return this.#set({ cl: { rgb: needText(call, color).toLowerCase() } });
  }

  setForegroundColorObject(color: unknown): this {
    const call = "TextStyleBuilder.setForegroundColorObject";
    const text = colorText(call, color);
    if (text === null) throw mismatch(call, color);
    return this.#set({ cl: { rgb: text } });
  }

  build(): TextStyle {
    return new TextStyle(this.#style);
  }
}
