/** Options of Google Charts, read for drawing; the page and the export share them. */
import { type OptionValue, optionAt, type StoredChart } from "./chart-model";

export type AxisOptions = {
  readonly title: string;
  /** What the axis shows at least. */
  readonly from: number | null;
  readonly to: number | null;
  /** What the axis shows whatever the values are. */
  readonly min: number | null;
  readonly max: number | null;
  readonly isLogarithmic: boolean;
  readonly isReversed: boolean;
};

export type SeriesOptions = {
  readonly color: string;
  /** `bars`, `line` or `area`; null: the chart's own. */
  readonly type: string | null;
};

export type DrawOptions = {
  readonly title: string;
  readonly subtitle: string;
  readonly background: string;
  readonly legend: "top" | "right" | "bottom" | "left" | "none";
  /** Stacked, and then as parts of the whole. */
  readonly stacked: boolean;
  readonly percentStacked: boolean;
  readonly isSmooth: boolean;
  /** Diameter, pixels. */
  readonly pointSize: number;
  /** Width of lines, pixels. */
  readonly lineWidth: number;
  readonly horizontal: AxisOptions;
  readonly vertical: AxisOptions;
  /** Share of a pie's radius that is cut out, 0 to 1. */
  readonly pieHole: number;
  readonly isReversed: boolean;
  /** Width of a histogram's bars in its values' units; null: found out. */
  readonly bucketSize: number | null;
  readonly series: (index: number) => SeriesOptions;
  /** Colour of a pie's slice. */
  readonly slice: (index: number) => string;
};

/** Well apart from each other, also in grey; chosen. */
const COLORS = [
  "#3b78e7",
  "#d93a2b",
  "#f2a600",
  "#2a9150",
  "#8b45b5",
  "#1295a8",
  "#e0662b",
  "#7a8a20",
  "#c03a7b",
  "#56657a",
];

const LEGENDS = new Set(["top", "right", "bottom", "left", "none"]);

export function drawOptions(chart: StoredChart): DrawOptions {
  const at = (path: string): OptionValue => optionAt(chart.options, path);
  const colors = colorsOf(at("colors"));
  const colorOf = (index: number): string =>
    colors[index % colors.length] ?? "#3b78e7";
  const legend = at("legend.position") ?? at("legend");
  const stacked = at("isStacked");
  return {
    title: text(at("title")) ?? "",
    subtitle: text(at("subtitle")) ?? "",
    background:
      text(at("backgroundColor.fill")) ??
      text(at("backgroundColor")) ??
      "#ffffff",
    legend: LEGENDS.has(String(legend))
      ? (legend as DrawOptions["legend"])
      : "right",
    stacked: stacked === true || typeof stacked === "string",
    percentStacked: stacked === "percent" || stacked === "relative",
    isSmooth: at("curveType") === "function",
    pointSize: number(at("pointSize")) ?? (chart.kind === "SCATTER" ? 7 : 0),
    lineWidth: number(at("lineWidth")) ?? 2,
    horizontal: axisOptions(at, "hAxis"),
    vertical: axisOptions(at, "vAxis"),
    pieHole: Math.min(Math.max(number(at("pieHole")) ?? 0, 0), 0.9),
    isReversed: at("reverseCategories") === true,
    bucketSize: number(at("histogram.bucketSize")),
    series: (index) => ({
      color: text(at(`series.${index}.color`)) ?? colorOf(index),
      type: text(at(`series.${index}.type`)) ?? text(at("seriesType")),
    }),
    slice: (index) => text(at(`slices.${index}.color`)) ?? colorOf(index),
  };
}

export type SeriesShape = "bars" | "line" | "area";

/**
 * What a series of a chart with categories is drawn as. In a combination
 * Google proposes bars, and a line for the last of several series.
 *
 * @param all - The chart's series.
 */
export function shapeOf<One extends { readonly index: number }>(
  { kind }: StoredChart,
  options: DrawOptions,
  series: One,
  all: readonly One[],
): SeriesShape {
  if (kind === "LINE") return "line";
  if (kind === "AREA" || kind === "STEPPED_AREA") return "area";
  if (kind !== "COMBO") return "bars";
  const proposed = all.length > 1 && all.at(-1) === series ? "line" : "bars";
  const type = options.series(series.index).type ?? proposed;
  return type === "line" || type === "area" ? type : "bars";
}

function axisOptions(
  at: (path: string) => OptionValue,
  axis: "hAxis" | "vAxis",
): AxisOptions {
  const first = (name: string): OptionValue =>
    at(`${axis}.${name}`) ??
    at(`${axis === "hAxis" ? "hAxes" : "vAxes"}.0.${name}`);
  return {
    title: text(first("title")) ?? "",
    from: number(first("minValue")),
    to: number(first("maxValue")),
    min: number(first("viewWindow.min")),
    max: number(first("viewWindow.max")),
    isLogarithmic: first("logScale") === true || first("scaleType") === "log",
    isReversed: first("direction") === -1,
  };
}

function colorsOf(value: OptionValue): readonly string[] {
  const given = Array.isArray(value)
    ? value.filter((one) => typeof one === "string")
    : [];
  return given.length > 0 ? given : COLORS;
}

function text(value: OptionValue): string | null {
  return typeof value === "string" ? value : null;
}

function number(value: OptionValue): number | null {
  return typeof value === "number" ? value : null;
}
