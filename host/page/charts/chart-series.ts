/** Series of charts with categories as Chart.js draws them. */
import type { ChartDataset } from "chart.js";
import type { ChartData, ChartSeries } from "../../services/chart-data";
import type { StoredChart } from "../../services/chart-model";
import { type DrawOptions, shapeOf } from "../../services/chart-options";

/** Areas let the lines behind them through. */
const AREA_OPACITY = "4d";

/** One chart with what drawing it takes. */
export type Drawn = {
  readonly chart: StoredChart;
  readonly data: ChartData;
  readonly options: DrawOptions;
  readonly locale: string;
  readonly write: (value: number) => string;
};

/** One series as Chart.js draws it. */
export function dataset(
  drawn: Drawn,
  series: ChartSeries,
): ChartDataset<"bar"> | ChartDataset<"line"> {
  const { chart, data, options } = drawn;
  const { color } = options.series(series.index);
  const shape = shapeOf(chart, options, series, data.series);
  const shared = {
    label: series.title,
    data: options.percentStacked ? partsOf(drawn, series) : [...series.values],
  };
  if (shape === "bars") {
    return {
      ...shared,
      type: "bar",
      backgroundColor: color,
      maxBarThickness: 80,
    };
  }
  return {
    ...shared,
    type: "line",
    borderColor: color,
    borderWidth: options.lineWidth,
    backgroundColor: shape === "area" ? withOpacity(color) : color,
    fill: shape === "area",
    stepped: chart.kind === "STEPPED_AREA",
    cubicInterpolationMode: options.isSmooth ? "monotone" : "default",
    pointRadius: options.pointSize / 2,
    pointHitRadius: 8,
    pointBackgroundColor: color,
  };
}

/** Each value's share of the values at its label. */
function partsOf({ data }: Drawn, series: ChartSeries): (number | null)[] {
  return series.values.map((value, index) => {
    const whole = data.series
      .map((one) => one.values[index] ?? 0)
      .reduce((sum, one) => sum + one, 0);
    return value === null || whole === 0 ? value : value / whole;
  });
}

/** Lets what is behind show; other notations than #rrggbb stay as they are. */
function withOpacity(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color + AREA_OPACITY : color;
}
