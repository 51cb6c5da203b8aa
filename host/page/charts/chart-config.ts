/** A chart's data and options as Chart.js draws them. */
import type { ChartConfiguration, ChartDataset, ChartOptions } from "chart.js";
import type { ChartData } from "../../services/chart-data";
import type { StoredChart } from "../../services/chart-model";
import { drawOptions } from "../../services/chart-options";
import { categoryAxis, FONT, TEXT_COLOR, valueAxis } from "./chart-axes";
import { wrapped } from "./chart-labels";
import { bucketsOf, countIn, numberWriter } from "./chart-numbers";
import { type Drawn, dataset } from "./chart-series";

/** @param locale - Google's name of the book's locale, e.g. `ru_RU`. */
export function configOf(
  chart: StoredChart,
  data: ChartData,
  locale: string,
): ChartConfiguration {
  const options = drawOptions(chart);
  const isPercent =
    options.percentStacked || data.series.some((one) => one.isPercent);
  const write = numberWriter(locale, isPercent);
  const drawn: Drawn = { chart, data, options, locale, write };
  if (chart.kind === "PIE") return pie(drawn);
  if (chart.kind === "SCATTER") return scatter(drawn);
  if (chart.kind === "HISTOGRAM") return histogram(drawn);
  return categories(drawn);
}

/** What all kinds share. */
function common(drawn: Drawn, isLegendUseful: boolean): ChartOptions {
  const { options, locale, write } = drawn;
  const { title, subtitle, legend } = options;
  return {
    responsive: false,
    // Twice as sharp as needed stays sharp when the grid is zoomed in.
    devicePixelRatio: Math.max(2, devicePixelRatio),
    animation: false,
    locale: locale.replace("_", "-"),
    color: TEXT_COLOR,
    font: FONT,
    layout: { padding: 12 },
    plugins: {
      title: {
        display: title !== "",
        text: title,
        align: "start",
        color: TEXT_COLOR,
        font: { ...FONT, size: 16, weight: "normal" },
        padding: { bottom: subtitle === "" ? 12 : 2 },
      },
      subtitle: {
        display: subtitle !== "",
        text: subtitle,
        align: "start",
        font: { ...FONT, size: 12 },
        padding: { bottom: 12 },
      },
      legend: {
        display: legend !== "none" && isLegendUseful,
        position: legend === "none" ? "right" : legend,
        labels: { boxWidth: 12, boxHeight: 12, font: FONT },
      },
      tooltip: {
        callbacks: {
          label(item) {
            const name = item.dataset.label ?? "";
            const value = Number(
              typeof item.raw === "number" ? item.raw : item.parsed.y,
            );
            return name === "" ? write(value) : `${name}: ${write(value)}`;
          },
        },
      },
    },
  };
}

/** Bars, columns, lines, areas and their mixture. */
function categories(drawn: Drawn): ChartConfiguration {
  const { chart, data, options, write } = drawn;
  const isLying = chart.kind === "BAR";
  const { stacked } = options;
  const [categoryOptions, valueOptions] = isLying
    ? [options.vertical, options.horizontal]
    : [options.horizontal, options.vertical];
  const category = categoryAxis(categoryOptions, data.labels.length, stacked);
  const value = valueAxis(valueOptions, write, stacked, isWhole(drawn));
  return {
    type: "bar",
    data: {
      labels: data.labels.map(wrapped),
      datasets: data.series.map((series) =>
        dataset(drawn, series),
      ) as ChartDataset[],
    },
    options: {
      ...common(drawn, hasTitles(data)),
      indexAxis: isLying ? "y" : "x",
      interaction: { mode: "nearest", intersect: false },
      scales: isLying ? { x: value, y: category } : { x: category, y: value },
    },
  };
}

function hasTitles({ series }: ChartData): boolean {
  return series.some(({ title }) => title !== "");
}

function isWhole({ data, options }: Drawn): boolean {
  return (
    !options.percentStacked &&
    data.series.every(({ values }) => values.every(isWholeOrNone))
  );
}

function isWholeOrNone(value: number | null): boolean {
  return value === null || Number.isInteger(value);
}

function pie(drawn: Drawn): ChartConfiguration {
  const { data, options } = drawn;
  const values = (data.series[0]?.values ?? []).map((value) => value ?? 0);
  const order = data.labels.map((_, index) => index);
  if (options.isReversed) order.reverse();
  const config: ChartConfiguration<"pie"> = {
    type: "pie",
    data: {
      labels: order.map((index) => data.labels[index] ?? ""),
      datasets: [
        {
          data: order.map((index) => Math.max(0, values[index] ?? 0)),
          backgroundColor: order.map(options.slice),
          borderColor: options.background,
          borderWidth: 1,
        },
      ],
    },
    options: {
      ...(common(drawn, true) as object),
      cutout: `${Math.round(options.pieHole * 100)}%`,
    },
  };
  return config as ChartConfiguration;
}

function scatter(drawn: Drawn): ChartConfiguration {
  const { data, options, locale, write } = drawn;
  const writeDomain = numberWriter(locale, false);
  const config: ChartConfiguration<"scatter"> = {
    type: "scatter",
    data: {
      datasets: data.series.map((series) => ({
        label: series.title,
        data: series.values.flatMap((y, index) => {
          const x = data.domain[index] ?? null;
          return x === null || y === null ? [] : [{ x, y }];
        }),
        backgroundColor: options.series(series.index).color,
        pointRadius: options.pointSize / 2,
      })),
    },
    options: {
      ...(common(drawn, hasTitles(data)) as object),
      scales: {
        x: {
          ...valueAxis(options.horizontal, writeDomain, false),
          beginAtZero: false,
        },
        y: valueAxis(options.vertical, write, false),
      } as object,
    },
  };
  return config as ChartConfiguration;
}

/** How often values fall between even bounds. */
function histogram(drawn: Drawn): ChartConfiguration {
  const { data, options, locale } = drawn;
  const write = numberWriter(locale, false);
  const lists = data.series.map((series) =>
    series.values.filter((value) => value !== null),
  );
  const buckets = bucketsOf(lists.flat(), options.bucketSize);
  const counted: ChartData = {
    ...data,
    labels: buckets.map(({ from, to }) => `${write(from)} – ${write(to)}`),
    series: data.series.map((series, index) => ({
      ...series,
      isPercent: false,
      values: countIn(buckets, lists[index] ?? []),
    })),
  };
  const chart: StoredChart = { ...drawn.chart, kind: "COLUMN" };
  return categories({ ...drawn, chart, data: counted, write });
}
