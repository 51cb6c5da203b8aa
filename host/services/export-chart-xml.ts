/** One chart as DrawingML, the way .xlsx files describe charts (ECMA-376, part 1, 21.2). */

import type { StoredChart } from "./chart-model";
import {
  type AxisOptions,
  type DrawOptions,
  drawOptions,
  shapeOf,
} from "./chart-options";
import { paint, type SeriesSource, seriesXml } from "./export-chart-series";
import { escapeXml } from "./export-names";

/** A chart with its places in the file. */
export type ChartSource = {
  readonly chart: StoredChart;
  readonly series: readonly SeriesSource[];
};

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;
const LEGEND_PLACES: Readonly<Record<string, string>> = {
  top: "t",
  right: "r",
  bottom: "b",
  left: "l",
};

/** The part xl/charts/chartN.xml. */
export function chartXml(source: ChartSource): string {
  const options = drawOptions(source.chart);
  const { title, legend } = options;
  const place = LEGEND_PLACES[legend];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/><c:chart>${
    title === "" ? "" : titleXml(title, 1400)
  }<c:autoTitleDeleted val="${title === "" ? 1 : 0}"/><c:plotArea><c:layout/>${plotXml(
    source,
    options,
  )}</c:plotArea>${
    place === undefined
      ? ""
      : `<c:legend><c:legendPos val="${place}"/><c:overlay val="0"/></c:legend>`
  }<c:plotVisOnly val="${source.chart.hidden === "SHOW_BOTH" ? 0 : 1}"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr>${paint(
    options.background,
  )}</c:spPr></c:chartSpace>`;
}

/** @param size - Hundredths of a point. */
function titleXml(text: string, size: number): string {
  const look = `sz="${size}" b="0"`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr ${look}/></a:pPr><a:r><a:rPr lang="ru-RU" ${look}/><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function plotXml(source: ChartSource, options: DrawOptions): string {
  switch (source.chart.kind) {
    case "PIE":
      return pieXml(source, options);
    case "SCATTER":
      return scatterXml(source, options);
    default:
      return categoriesXml(source, options);
  }
}

const AXES = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;

function categoriesXml(
  { chart, series }: ChartSource,
  options: DrawOptions,
): string {
  const isLying = chart.kind === "BAR";
  const grouping = options.percentStacked
    ? "percentStacked"
    : options.stacked
      ? "stacked"
      : null;
  const groups = (["area", "bars", "line"] as const).map((shape) => {
    const members = series.filter(
      (one) => shapeOf(chart, options, one, series) === shape,
    );
    if (members.length === 0) return "";
    const list = members.map((one) => seriesXml(one, shape, options)).join("");
    const grouped = `<c:grouping val="${grouping ?? "standard"}"/><c:varyColors val="0"/>${list}`;
    if (shape === "area") return `<c:areaChart>${grouped}${AXES}</c:areaChart>`;
    if (shape === "line") {
      return `<c:lineChart>${grouped}<c:marker val="1"/>${AXES}</c:lineChart>`;
    }
    return `<c:barChart><c:barDir val="${isLying ? "bar" : "col"}"/><c:grouping val="${grouping ?? "clustered"}"/><c:varyColors val="0"/>${list}<c:gapWidth val="60"/>${grouping === null ? "" : '<c:overlap val="100"/>'}${AXES}</c:barChart>`;
  });
  const [categoryOptions, valueOptions] = isLying
    ? [options.vertical, options.horizontal]
    : [options.horizontal, options.vertical];
  // Google draws the first bar on top, the format at the bottom.
  const isFlipped = categoryOptions.isReversed !== isLying;
  const category = axisXml("catAx", CATEGORY_AXIS, VALUE_AXIS, {
    place: isLying ? "l" : "b",
    options: { ...categoryOptions, isReversed: isFlipped },
    crosses: valueOptions.isReversed ? "max" : "autoZero",
  });
  const value = axisXml("valAx", VALUE_AXIS, CATEGORY_AXIS, {
    place: isLying ? "b" : "l",
    options: valueOptions,
    crosses: isFlipped ? "max" : "autoZero",
    format: options.percentStacked ? "0%" : null,
  });
  return groups.join("") + category + value;
}

type AxisParts = {
  readonly place: "b" | "l";
  readonly options: AxisOptions;
  /** Where this axis meets the other one. */
  readonly crosses: "autoZero" | "max";
  /** Number format; null: that of the cells. */
  readonly format?: string | null;
  /** Whether values stand between the marks of the other axis or on them. */
  readonly between?: "between" | "midCat";
};

function axisXml(
  kind: "catAx" | "valAx",
  id: number,
  other: number,
  { place, options, crosses, format = null, between = "between" }: AxisParts,
): string {
  const bound = (name: "max" | "min"): string =>
    options[name] === null ? "" : `<c:${name} val="${options[name]}"/>`;
  const isValue = kind === "valAx";
  const scaling = [
    isValue && options.isLogarithmic ? '<c:logBase val="10"/>' : "",
    `<c:orientation val="${options.isReversed ? "maxMin" : "minMax"}"/>`,
    isValue ? bound("max") + bound("min") : "",
  ].join("");
  const grid = isValue
    ? '<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="E3E5E8"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
    : "";
  const title = options.title === "" ? "" : titleXml(options.title, 1000);
  return `<c:${kind}><c:axId val="${id}"/><c:scaling>${scaling}</c:scaling><c:delete val="0"/><c:axPos val="${place}"/>${grid}${title}<c:numFmt formatCode="${format ?? "General"}" sourceLinked="${format === null ? 1 : 0}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${other}"/><c:crosses val="${crosses}"/>${isValue ? `<c:crossBetween val="${between}"/>` : ""}</c:${kind}>`;
}

function pieXml({ series }: ChartSource, options: DrawOptions): string {
  const list = series
    .slice(0, 1)
    .map((one) => seriesXml(one, "slices", options))
    .join("");
  const body = `<c:varyColors val="1"/>${list}<c:firstSliceAng val="0"/>`;
  return options.pieHole > 0
    ? `<c:doughnutChart>${body}<c:holeSize val="${Math.max(10, Math.round(options.pieHole * 100))}"/></c:doughnutChart>`
    : `<c:pieChart>${body}</c:pieChart>`;
}

function scatterXml({ series }: ChartSource, options: DrawOptions): string {
  const list = series.map((one) => seriesXml(one, "points", options)).join("");
  const horizontal = axisXml("valAx", CATEGORY_AXIS, VALUE_AXIS, {
    place: "b",
    options: options.horizontal,
    crosses: "autoZero",
    between: "midCat",
  });
  const vertical = axisXml("valAx", VALUE_AXIS, CATEGORY_AXIS, {
    place: "l",
    options: options.vertical,
    crosses: "autoZero",
    between: "midCat",
  });
  return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${list}${AXES}</c:scatterChart>${horizontal}${vertical}`;
}
