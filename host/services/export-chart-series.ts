/** One series of a chart as DrawingML. */
import type { DrawOptions } from "./chart-options";
import { escapeXml } from "./export-names";
import { colorOf } from "./export-style";

/** A series by its cells in the file. */
export type SeriesSource = {
  /** Place among the chart's series; options go by it. */
  readonly index: number;
  /** References as formulas write them; null without such cells. */
  readonly title: string | null;
  readonly labels: string | null;
  readonly values: string;
  /** Whether the labels are numbers or dates. */
  readonly hasNumberLabels: boolean;
  /** How many values there are, for the colours of slices. */
  readonly count: number;
};

/**
 * A filling; nothing for colours that the format has no number for.
 *
 * @param opacity - Thousandths of a percent.
 */
export function paint(color: string, opacity = OPAQUE): string {
  const argb = colorOf(color)?.argb;
  const alpha = opacity === OPAQUE ? "" : `<a:alpha val="${opacity}"/>`;
  return argb === undefined
    ? ""
    : `<a:solidFill><a:srgbClr val="${argb.slice(2)}">${alpha}</a:srgbClr></a:solidFill>`;
}

const OPAQUE = 100_000;
/** Areas let those behind them through, as on the page. */
const AREA_OPACITY = 30_000;

/** 12 700 of the format's units are a point, 9 525 a pixel. */
const UNITS_PER_PIXEL = 9_525;

/** @param shape - What the series is drawn as. */
export function seriesXml(
  source: SeriesSource,
  shape: "bars" | "line" | "area" | "slices" | "points",
  options: DrawOptions,
): string {
  const { index } = source;
  const color = paint(options.series(index).color);
  const head = `<c:idx val="${index}"/><c:order val="${index}"/>${
    source.title === null
      ? ""
      : `<c:tx><c:strRef><c:f>${escapeXml(source.title)}</c:f></c:strRef></c:tx>`
  }`;
  const line = `<a:ln w="${Math.round(options.lineWidth * UNITS_PER_PIXEL)}" cap="rnd">${color}</a:ln>`;
  const marker = markerXml(options.pointSize, color);
  switch (shape) {
    case "bars":
      return `<c:ser>${head}<c:spPr>${color}</c:spPr><c:invertIfNegative val="0"/>${cells(source, "cat", "val")}</c:ser>`;
    case "area":
      return `<c:ser>${head}<c:spPr>${paint(options.series(index).color, AREA_OPACITY)}${line}</c:spPr>${cells(source, "cat", "val")}</c:ser>`;
    case "line":
      return `<c:ser>${head}<c:spPr>${line}</c:spPr>${marker}${cells(source, "cat", "val")}<c:smooth val="${options.isSmooth ? 1 : 0}"/></c:ser>`;
    case "points":
      return `<c:ser>${head}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${marker}${cells(source, "xVal", "yVal")}<c:smooth val="0"/></c:ser>`;
    case "slices":
      return `<c:ser>${head}${slicesXml(source.count, options)}${SHARES}${cells(source, "cat", "val")}</c:ser>`;
  }
}

/** Each slice with its share of the whole. */
const SHARES =
  '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="1"/><c:showBubbleSize val="0"/></c:dLbls>';

function slicesXml(count: number, options: DrawOptions): string {
  return Array.from(
    { length: count },
    (_, slice) =>
      `<c:dPt><c:idx val="${slice}"/><c:bubble3D val="0"/><c:spPr>${paint(options.slice(slice))}</c:spPr></c:dPt>`,
  ).join("");
}

function markerXml(pointSize: number, color: string): string {
  if (pointSize <= 0) return '<c:marker><c:symbol val="none"/></c:marker>';
  // The format allows 2 to 72.
  const size = Math.min(72, Math.max(2, Math.round(pointSize)));
  return `<c:marker><c:symbol val="circle"/><c:size val="${size}"/><c:spPr>${color}</c:spPr></c:marker>`;
}

function cells(
  { labels, values, hasNumberLabels }: SeriesSource,
  labelsName: "cat" | "xVal",
  valuesName: "val" | "yVal",
): string {
  const kind = hasNumberLabels ? "numRef" : "strRef";
  const first =
    labels === null
      ? ""
      : `<c:${labelsName}><c:${kind}><c:f>${escapeXml(labels)}</c:f></c:${kind}></c:${labelsName}>`;
  return `${first}<c:${valuesName}><c:numRef><c:f>${escapeXml(values)}</c:f></c:numRef></c:${valuesName}>`;
}
