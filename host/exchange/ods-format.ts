/** Formats of an .ods file: which cells are hidden, bold, coloured, dates. */
import type { IStyleData } from "@univerjs/core";
import {
  attributeOf,
  childOf,
  childrenOf,
  type Element,
  elementsOf,
} from "./xml";

export type OdsFormats = {
  /** Place of the style in `styles`; null when it sets nothing. */
  readonly place: (
    name: string,
    dateKind: "date" | "moment" | "time" | null,
  ) => number | null;
  readonly styles: IStyleData[];
  /** Width of a column or height of a row, pixels; null when not set. */
  readonly size: (name: string) => number | null;
  /** Whether a tab of this style is shown. */
  readonly isShown: (name: string) => boolean;
};

const PIXELS: Readonly<Record<string, number>> = {
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  in: 96,
  pt: 96 / 72,
  px: 1,
};
const DEFAULT_FORMATS = {
  date: "dd.mm.yyyy",
  moment: "dd.mm.yyyy h:mm:ss",
  time: "h:mm:ss",
} as const;
const HORIZONTAL: Readonly<Record<string, number>> = {
  start: 1,
  left: 1,
  center: 2,
  end: 3,
  right: 3,
};
const VERTICAL: Readonly<Record<string, number>> = {
  top: 1,
  middle: 2,
  bottom: 3,
};
const WRAP = 3;

/** @param roots - The file's content and its styles. */
export function readFormats(roots: readonly Element[]): OdsFormats {
  const styles: IStyleData[] = [];
  const known = new Map<string, number | null>();
  const named = new Map<string, Element>();
  const data = new Map<string, string>();
  for (const root of roots) {
    for (const style of elementsOf(root, "style")) {
      named.set(attributeOf(style, "name"), style);
    }
    for (const [kind, write] of FORMATS) {
      for (const element of elementsOf(root, kind)) {
        data.set(attributeOf(element, "name"), write(element));
      }
    }
  }
  const properties = (name: string, kind: string): Element | null => {
    const style = named.get(name);
    return style === undefined ? null : childOf(style, kind);
  };
  const build = (
    name: string,
    dateKind: keyof typeof DEFAULT_FORMATS | null,
  ) => {
    const format = data.get(optional(named.get(name), "data-style-name"));
    const pattern =
      format ?? (dateKind === null ? undefined : DEFAULT_FORMATS[dateKind]);
    return {
      ...textStyle(properties(name, "text-properties")),
      ...cellStyle(properties(name, "table-cell-properties")),
      ...paragraphStyle(properties(name, "paragraph-properties")),
      ...(pattern === undefined || pattern === "" ? {} : { n: { pattern } }),
    } as IStyleData;
  };
  return {
    styles,
    place(name, dateKind) {
      const key = `${dateKind}:${name}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const style = build(name, dateKind);
      const place =
        Object.keys(style).length === 0 ? null : styles.push(style) - 1;
      known.set(key, place);
      return place;
    },
    size(name) {
      const column = properties(name, "table-column-properties");
      const row = properties(name, "table-row-properties");
      const isAutomatic =
        row !== null && attributeOf(row, "use-optimal-row-height") === "true";
      if (isAutomatic) return null;
      return pixels(
        optional(column, "column-width") || optional(row, "row-height"),
      );
    },
    isShown: (name) =>
      optional(properties(name, "table-properties"), "display") !== "false",
  };
}

function optional(element: Element | null | undefined, name: string): string {
  return element ? attributeOf(element, name) : "";
}

function pixels(length: string): number | null {
  const [, number, unit = ""] = /^([\d.]+)(cm|mm|in|pt|px)$/.exec(length) ?? [];
  return number === undefined
    ? null
    : Math.round(Number(number) * (PIXELS[unit] ?? 1));
}

function color(text: string): { rgb: string } | null {
  return /^#[0-9a-f]{6}$/i.test(text) ? { rgb: text.toLowerCase() } : null;
}

function textStyle(element: Element | null): object {
  if (element === null) return {};
  const paint = color(attributeOf(element, "color"));
  const size = /^([\d.]+)pt$/.exec(attributeOf(element, "font-size"))?.[1];
  return {
    ...(attributeOf(element, "font-weight") === "bold" ? { bl: 1 } : {}),
    ...(attributeOf(element, "font-style") === "italic" ? { it: 1 } : {}),
    ...(size === undefined ? {} : { fs: Number(size) }),
    ...(paint === null || paint.rgb === "#000000" ? {} : { cl: paint }),
  };
}

function cellStyle(element: Element | null): object {
  if (element === null) return {};
  const paint = color(attributeOf(element, "background-color"));
  const vt = VERTICAL[attributeOf(element, "vertical-align")];
  return {
    ...(paint === null ? {} : { bg: paint }),
    ...(vt === undefined ? {} : { vt }),
    ...(attributeOf(element, "wrap-option") === "wrap" ? { tb: WRAP } : {}),
  };
}

function paragraphStyle(element: Element | null): object {
  const ht = HORIZONTAL[optional(element, "text-align")];
  return ht === undefined ? {} : { ht };
}

const isLong = (part: Element) => attributeOf(part, "style") === "long";

/** Parts of a date's format → letters of a pattern. */
const DATE_PARTS: Readonly<Record<string, (part: Element) => string>> = {
  day: (part) => (isLong(part) ? "dd" : "d"),
  month: (part) => {
    const letters = attributeOf(part, "textual") === "true" ? "mmm" : "m";
    return isLong(part) ? letters.replace(/^m{1,3}/, "$&m") : letters;
  },
  year: (part) => (isLong(part) ? "yyyy" : "yy"),
  hours: (part) => (isLong(part) ? "hh" : "h"),
  minutes: (part) => (isLong(part) ? "mm" : "m"),
  seconds: (part) => (isLong(part) ? "ss" : "s"),
  "am-pm": () => "AM/PM",
  text: (part) => {
    const text = part.textContent ?? "";
    return /^[ .,:/-]*$/.test(text) ? text : `"${text.replace(/"/g, "")}"`;
  },
};

function datePattern(element: Element): string {
  return childrenOf(element)
    .map((part) => DATE_PARTS[part.localName ?? ""]?.(part) ?? "")
    .join("");
}

/** Decimals and thousands of a number's format; "" for the general one. */
function digits(element: Element): string {
  const number = childOf(element, "number");
  const decimals = optional(number, "decimal-places");
  if (number === null || decimals === "") return "";
  const whole = attributeOf(number, "grouping") === "true" ? "#,##0" : "0";
  return Number(decimals) > 0
    ? `${whole}.${"0".repeat(Math.min(15, Number(decimals)))}`
    : whole;
}

const FORMATS: readonly (readonly [string, (element: Element) => string])[] = [
  ["date-style", datePattern],
  ["time-style", datePattern],
  ["number-style", digits],
  ["currency-style", digits],
  ["percentage-style", (element) => `${digits(element) || "0"}%`],
  ["text-style", () => "@"],
];
