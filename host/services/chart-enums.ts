/** Enums of the Charts service, their members in Google's order. */
import type { ChartKind } from "./chart-model";
import { defineEnum } from "./service-object";

export const ChartType = defineEnum("Charts.ChartType", [
  "TIMELINE",
  "AREA",
  "BAR",
  "BUBBLE",
  "CANDLESTICK",
  "COLUMN",
  "COMBO",
  "GAUGE",
  "GEO",
  "HISTOGRAM",
  "RADAR",
  "LINE",
  "ORG",
  "PIE",
  "SCATTER",
  "SPARKLINE",
  "STEPPED_AREA",
  "TABLE",
  "TREEMAP",
  "WATERFALL",
]);

/** Those of ChartType that the page draws. */
export const DRAWN_KINDS: ReadonlySet<string> = new Set<ChartKind>([
  "AREA",
  "BAR",
  "COLUMN",
  "COMBO",
  "HISTOGRAM",
  "LINE",
  "PIE",
  "SCATTER",
  "STEPPED_AREA",
  "TABLE",
]);

export const ChartMergeStrategy = defineEnum("Charts.ChartMergeStrategy", [
  "MERGE_COLUMNS",
  "MERGE_ROWS",
]);

export const ChartHiddenDimensionStrategy = defineEnum(
  "Charts.ChartHiddenDimensionStrategy",
  ["IGNORE_BOTH", "IGNORE_ROWS", "IGNORE_COLUMNS", "SHOW_BOTH"],
);

export const CurveStyle = defineEnum("Charts.CurveStyle", ["NORMAL", "SMOOTH"]);

export const PointStyle = defineEnum("Charts.PointStyle", [
  "NONE",
  "TINY",
  "MEDIUM",
  "LARGE",
  "HUGE",
]);

export const Position = defineEnum("Charts.Position", [
  "TOP",
  "RIGHT",
  "BOTTOM",
  "NONE",
]);
