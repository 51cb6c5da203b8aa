/** Range: colours as objects, whole text styles, rich text, direction, rotation. */
import type { IStyleBase, IStyleData } from "@univerjs/core";
import { type StyleChange, writeStyles } from "./cell-styles";
import { mapArea, readerOf, writeArea } from "./cells";
import { type Color, colorObject, colorText } from "./colors";
import { RangeStyles } from "./range-styles";
import { readRichCell, richCell } from "./rich-cells";
import { RichTextValue } from "./rich-text";
import type { EnumValue } from "./service-object";
import { mismatch, needBoolean, needInteger, needText } from "./sheets-context";
import { TextDirection, WrapStrategy } from "./sheets-enums";
import { WRAPS } from "./style-values";
import { rotationStyle, TextRotation } from "./text-rotation";
import { TextStyle } from "./text-style";

type ToStyle = (value: unknown) => StyleChange;

/** Members about looks beyond single fonts; the fourth link of the Range class. */
export abstract class RangeLooks extends RangeStyles {
  #put(valueAt: (row: number, column: number) => unknown, to: ToStyle): this {
    writeStyles(this.context.book, this.sheetId, this.area, (row, column) =>
      to(valueAt(row, column)),
    );
    return this;
  }

  #grid(member: string, values: unknown, to: ToStyle): this {
    const grid = this.grid(values, member);
    return this.#put((row, column) => grid[row]?.[column], to);
  }

  #take<T>(take: (style: IStyleData) => T): T[][] {
    const reader = readerOf(this.context.book, this.sheetId);
    return mapArea(this.area, (row, column) =>
      take(reader.style(reader.cell(row, column)) ?? {}),
    );
  }

  getFontFamilies(): string[][] {
    return this.#take(({ ff }) => ff ?? "Arial");
  }

  getFontFamily() {
    return this.getFontFamilies()[0]?.[0];
  }

  setFontFamilies(families: unknown): this {
    return this.#grid("setFontFamilies", families, (family) => ({
      ff: family === null ? null : needText("Range.setFontFamilies", family),
    }));
  }

  getFontLines(): string[][] {
    return this.#take(({ ul, st }) => {
      if (ul?.s === 1) return "underline";
      return st?.s === 1 ? "line-through" : "none";
    });
  }

  getFontLine() {
    return this.getFontLines()[0]?.[0];
  }

  setFontLines(lines: unknown): this {
    return this.#grid("setFontLines", lines, (line) => ({
      ul: line === "underline" ? { s: 1 } : null,
      st: line === "line-through" ? { s: 1 } : null,
    }));
  }

  /** Parts 0 to 255. */
  setBackgroundRGB(red: unknown, green: unknown, blue: unknown): this {
    const parts = [red, green, blue].map((part) =>
      needInteger("Range.setBackgroundRGB", part).toString(16).padStart(2, "0"),
    );
    return this.setBackground(`#${parts.join("")}`);
  }

  getBackgroundObjects(): Color[][] {
    return this.getBackgrounds().map((row) => row.map(colorObject));
  }

  getBackgroundObject() {
    return this.getBackgroundObjects()[0]?.[0];
  }

  setBackgroundObject(color: unknown): this {
    return this.setBackground(colorText("Range.setBackgroundObject", color));
  }

  setBackgroundObjects(colors: unknown): this {
    const call = "Range.setBackgroundObjects";
    const grid = this.grid(colors, "setBackgroundObjects");
    return this.setBackgrounds(
      grid.map((row) => row.map((color) => colorText(call, color))),
    );
  }

  getFontColorObjects(): Color[][] {
    return this.getFontColors().map((row) => row.map(colorObject));
  }

  getFontColorObject() {
    return this.getFontColorObjects()[0]?.[0];
  }

  setFontColorObject(color: unknown): this {
    return this.setFontColor(colorText("Range.setFontColorObject", color));
  }

  setFontColorObjects(colors: unknown): this {
    const call = "Range.setFontColorObjects";
    const grid = this.grid(colors, "setFontColorObjects");
    return this.setFontColors(
      grid.map((row) => row.map((color) => colorText(call, color))),
    );
  }

  setWraps(wraps: unknown): this {
    return this.#grid("setWraps", wraps, (wrap) =>
      wrapStyle(needBoolean("Range.setWraps", wrap) ? "WRAP" : "OVERFLOW"),
    );
  }

  setWrapStrategies(strategies: unknown): this {
    return this.#grid("setWrapStrategies", strategies, (strategy) => {
      const known = Object.values(WrapStrategy).find((one) => one === strategy);
      if (known === undefined) {
        throw mismatch("Range.setWrapStrategies", strategy);
      }
      return wrapStyle(known.name);
    });
  }

  getTextDirections(): (EnumValue | null)[][] {
    return this.#take(({ td }) => {
      if (td === 2) return TextDirection.RIGHT_TO_LEFT;
      return td === 1 ? TextDirection.LEFT_TO_RIGHT : null;
    });
  }

  getTextDirection() {
    return this.getTextDirections()[0]?.[0];
  }

  setTextDirection(direction: unknown): this {
    return this.#put(() => direction, directionStyle);
  }

  setTextDirections(directions: unknown): this {
    return this.#grid("setTextDirections", directions, directionStyle);
  }

  getTextRotations(): TextRotation[][] {
    return this.#take(
      ({ tr }) => new TextRotation(0 - (tr?.a ?? 0), tr?.v === 1),
    );
  }

  getTextRotation() {
    return this.getTextRotations()[0]?.[0];
  }

  /** @param degrees - -90 to 90, or what getTextRotation gave. */
  setTextRotation(degrees: unknown): this {
    return this.#put(() => degrees, rotationStyle);
  }

  setTextRotations(rotations: unknown): this {
    return this.#grid("setTextRotations", rotations, rotationStyle);
  }

  setVerticalText(isVertical: unknown): this {
    const on = needBoolean("Range.setVerticalText", isVertical);
    return this.#put(
      () => on,
      () => ({ tr: on ? { a: 0, v: 1 } : null }),
    );
  }

  getTextStyles(): TextStyle[][] {
    return this.#take(
      ({ bl = 0, it = 0, ul, st, ff = "Arial", fs = 10, cl }) =>
        new TextStyle({
          bl,
          it,
          ul: ul ?? { s: 0 },
          st: st ?? { s: 0 },
          ff,
          fs,
          cl: cl ?? { rgb: "#000000" },
        }),
    );
  }

  getTextStyle() {
    return this.getTextStyles()[0]?.[0];
  }

  setTextStyle(style: unknown): this {
    return this.#put(() => style, wholeStyle);
  }

  setTextStyles(styles: unknown): this {
    return this.#grid("setTextStyles", styles, wholeStyle);
  }

  /** Null where the value is no text. */
  async getRichTextValues(): Promise<(RichTextValue | null)[][]> {
    const { book } = this.context;
    await book.settle(this.sheetId);
    const reader = readerOf(book, this.sheetId);
    return mapArea(this.area, (row, column) => {
      const rich = readRichCell(reader, row, column);
      return rich === null ? null : new RichTextValue(rich);
    });
  }

  async getRichTextValue() {
    return (await this.getRichTextValues())[0]?.[0];
  }

  setRichTextValue(value: unknown): this {
    return this.#writeRich(() => value);
  }

  setRichTextValues(values: unknown): this {
    const grid = this.grid(values, "setRichTextValues");
    return this.#writeRich((row, column) => grid[row]?.[column]);
  }

  #writeRich(valueAt: (row: number, column: number) => unknown): this {
    const { startRow, startColumn } = this.area;
    writeArea(this.context.book, this.sheetId, this.area, (row, column) => {
      const value = valueAt(row - startRow, column - startColumn);
      if (value instanceof RichTextValue) return richCell(value.rich);
      throw mismatch("Range.setRichTextValue", value);
    });
    return this;
  }
}

function wrapStyle(name: string): StyleChange {
  return { tb: WRAPS[name] as IStyleData["tb"] & number };
}

function directionStyle(direction: unknown): StyleChange {
  if (direction === null) return { td: null };
  if (direction === TextDirection.LEFT_TO_RIGHT) return { td: 1 };
  if (direction === TextDirection.RIGHT_TO_LEFT) return { td: 2 };
  throw mismatch("Range.setTextDirection", direction);
}

function wholeStyle(style: unknown): StyleChange {
  if (style instanceof TextStyle) return style.style satisfies IStyleBase;
  if (style === null) {
    return {
      bl: null,
      it: null,
      ul: null,
      st: null,
      ff: null,
      fs: null,
      cl: null,
    };
  }
  throw mismatch("Range.setTextStyle", style);
}
