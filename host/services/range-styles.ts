/** Range: fonts, colours, alignment, wrapping, borders. */

import type { IBorderData, IStyleData } from "@univerjs/core";
import { type StyleChange, writeStyles } from "./cell-styles";
import { mapArea, readerOf } from "./cells";
import { scriptColor } from "./colors";
import { RangeValues } from "./range-values";
import { EnumValue } from "./service-object";
import { mismatch, needText } from "./sheets-context";
import { BorderStyle, WrapStrategy } from "./sheets-enums";
import {
  BORDERS,
  backgroundStyle,
  fontColorStyle,
  HORIZONTAL,
  horizontalStyle,
  nameIn,
  sizeStyle,
  slantStyle,
  VERTICAL,
  verticalStyle,
  WRAPS,
  weightStyle,
} from "./style-values";

type StyleAt = (row: number, column: number) => StyleChange;

/** Members about looks; the third link of the Range class. */
export abstract class RangeStyles extends RangeValues {
  #write(styleAt: StyleAt): this {
    writeStyles(this.context.book, this.sheetId, this.area, styleAt);
    return this;
  }

  #one(value: unknown, toStyle: (value: unknown) => StyleChange): this {
    const style = toStyle(value);
    return this.#write(() => style);
  }

  #many(
    member: string,
    values: unknown,
    toStyle: (value: unknown) => StyleChange,
  ): this {
    const grid = this.grid(values, member);
    return this.#write((row, column) => toStyle(grid[row]?.[column]));
  }

  #read<T>(take: (style: IStyleData) => T): T[][] {
    const reader = readerOf(this.context.book, this.sheetId);
    return mapArea(this.area, (row, column) =>
      take(reader.style(reader.cell(row, column)) ?? {}),
    );
  }

  setFontWeight(weight: unknown): this {
    return this.#one(weight, weightStyle);
  }

  setFontWeights(weights: unknown): this {
    return this.#many("setFontWeights", weights, weightStyle);
  }

  getFontWeights(): string[][] {
    return this.#read((style) => (style.bl === 1 ? "bold" : "normal"));
  }

  getFontWeight() {
    return this.getFontWeights()[0]?.[0];
  }

  setFontStyle(style: unknown): this {
    return this.#one(style, slantStyle);
  }

  setFontStyles(styles: unknown): this {
    return this.#many("setFontStyles", styles, slantStyle);
  }

  getFontStyles(): string[][] {
    return this.#read((style) => (style.it === 1 ? "italic" : "normal"));
  }

  getFontStyle() {
    return this.getFontStyles()[0]?.[0];
  }

  setFontLine(line: unknown): this {
    return this.#one(line, (value) => ({
      ul: value === "underline" ? { s: 1 } : null,
      st: value === "line-through" ? { s: 1 } : null,
    }));
  }

  setFontSize(size: unknown): this {
    return this.#one(size, sizeStyle);
  }

  setFontSizes(sizes: unknown): this {
    return this.#many("setFontSizes", sizes, sizeStyle);
  }

  getFontSizes(): number[][] {
    return this.#read((style) => style.fs ?? 10);
  }

  getFontSize() {
    return this.getFontSizes()[0]?.[0];
  }

  setFontFamily(family: unknown): this {
    return this.#one(family, (value) => ({
      ff: value === null ? null : needText("Range.setFontFamily", value),
    }));
  }

  setFontColor(color: unknown): this {
    return this.#one(color, fontColorStyle);
  }

  setFontColors(colors: unknown): this {
    return this.#many("setFontColors", colors, fontColorStyle);
  }

  getFontColors(): string[][] {
    return this.#read((style) => scriptColor(style.cl?.rgb) ?? "#000000");
  }

  getFontColor() {
    return this.getFontColors()[0]?.[0];
  }

  setBackground(color: unknown): this {
    return this.#one(color, backgroundStyle);
  }

  setBackgrounds(colors: unknown): this {
    return this.#many("setBackgrounds", colors, backgroundStyle);
  }

  getBackgrounds(): string[][] {
    return this.#read((style) => scriptColor(style.bg?.rgb) ?? "#ffffff");
  }

  getBackground() {
    return this.getBackgrounds()[0]?.[0];
  }

  setWrap(wrap: unknown): this {
    if (typeof wrap !== "boolean") throw mismatch("Range.setWrap", wrap);
    return this.#one(WRAPS[wrap ? "WRAP" : "OVERFLOW"], (tb) => ({
      tb: tb as IStyleData["tb"] & number,
    }));
  }

  setWrapStrategy(strategy: unknown): this {
    if (
      !(strategy instanceof EnumValue) ||
      !Object.values(WrapStrategy).includes(strategy)
    ) {
      throw mismatch("Range.setWrapStrategy", strategy);
    }
    return this.#one(WRAPS[strategy.name], (tb) => ({
      tb: tb as IStyleData["tb"] & number,
    }));
  }

  getWrapStrategies(): EnumValue[][] {
    return this.#read(({ tb }) => {
      const name = Object.keys(WRAPS).find((key) => WRAPS[key] === tb);
      return name === "WRAP" || name === "CLIP"
        ? WrapStrategy[name]
        : WrapStrategy.OVERFLOW;
    });
  }

  getWrapStrategy() {
    return this.getWrapStrategies()[0]?.[0];
  }

  getWraps(): boolean[][] {
    // Seen live: true for a cell nobody has set, though its strategy is OVERFLOW.
    return this.#read(({ tb }) => (tb ?? WRAPS["WRAP"]) === WRAPS["WRAP"]);
  }

  getWrap() {
    return this.getWraps()[0]?.[0];
  }

  /** Unknown names are ignored without a word, as Google does. */
  setHorizontalAlignment(alignment: unknown): this {
    return this.#one(alignment, horizontalStyle);
  }

  setHorizontalAlignments(alignments: unknown): this {
    return this.#many("setHorizontalAlignments", alignments, horizontalStyle);
  }

  getHorizontalAlignments(): string[][] {
    return this.#read(({ ht }) => nameIn(HORIZONTAL, ht ?? null) ?? "general");
  }

  getHorizontalAlignment() {
    return this.getHorizontalAlignments()[0]?.[0];
  }

  setVerticalAlignment(alignment: unknown): this {
    return this.#one(alignment, verticalStyle);
  }

  setVerticalAlignments(alignments: unknown): this {
    return this.#many("setVerticalAlignments", alignments, verticalStyle);
  }

  getVerticalAlignments(): string[][] {
    return this.#read(({ vt }) => nameIn(VERTICAL, vt ?? null) ?? "bottom");
  }

  getVerticalAlignment() {
    return this.getVerticalAlignments()[0]?.[0];
  }

  /** For each edge: true draws, false takes away, null leaves. */
  setBorder(
    top: unknown,
    left: unknown,
    bottom: unknown,
    right: unknown,
    vertical: unknown,
    horizontal: unknown,
    color: unknown = null,
    style: unknown = null,
  ): this {
    const edges = { top, left, bottom, right, vertical, horizontal };
    if (style !== null && !(style instanceof EnumValue)) {
      throw mismatch("Range.setBorder", style);
    }
    const line = {
      s: BORDERS[(style ?? BorderStyle.SOLID).name] ?? 1,
      cl: {
        rgb: color === null ? "#000000" : needText("Range.setBorder", color),
      },
    };
    const rows = this.getNumRows();
    const columns = this.getNumColumns();
    writeStyles(this.context.book, this.sheetId, this.area, (row, column) => {
      const sides: Record<string, unknown> = {};
      const put = (side: string, wanted: unknown): void => {
        if (wanted === true) sides[side] = line;
        if (wanted === false) sides[side] = null;
      };
      put("t", row === 0 ? edges.top : edges.horizontal);
      put("b", row === rows - 1 ? edges.bottom : edges.horizontal);
      put("l", column === 0 ? edges.left : edges.vertical);
      put("r", column === columns - 1 ? edges.right : edges.vertical);
      return Object.keys(sides).length === 0
        ? null
        : { bd: sides as IBorderData };
    });
    return this;
  }
}
