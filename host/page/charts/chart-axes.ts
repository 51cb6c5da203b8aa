/** Axes of charts as Chart.js draws them. */
import type { AxisOptions } from "../../services/chart-options";

export const FONT = {
  family: 'system-ui, "Noto Sans", "DejaVu Sans", sans-serif',
};
export const TEXT_COLOR = "#3c4043";
const GRID_COLOR = "#e3e5e8";
/** So many labels are shown even when they are tight; chosen. */
const SHOWN_LABELS = 12;

/** Chart.js types the settings of every kind of axis apart; these mix them. */
type AxisSettings = Readonly<Record<string, unknown>>;

function titled(axis: AxisOptions): AxisSettings {
  return {
    reverse: axis.isReversed,
    title: {
      display: axis.title !== "",
      text: axis.title,
      color: TEXT_COLOR,
      font: { ...FONT, size: 12, style: "italic" },
    },
  };
}

/**
 * @param write - Writes the numbers beside the axis.
 * @param isWhole - Whether only whole numbers make sense.
 */
export function valueAxis(
  axis: AxisOptions,
  write: (value: number) => string,
  stacked: boolean,
  isWhole = false,
): AxisSettings {
  return {
    ...titled(axis),
    type: axis.isLogarithmic ? "logarithmic" : "linear",
    stacked,
    beginAtZero: !axis.isLogarithmic,
    ...(axis.from === null ? {} : { suggestedMin: axis.from }),
    ...(axis.to === null ? {} : { suggestedMax: axis.to }),
    ...(axis.min === null ? {} : { min: axis.min }),
    ...(axis.max === null ? {} : { max: axis.max }),
    grid: { color: GRID_COLOR },
    ticks: {
      font: FONT,
      ...(isWhole ? { precision: 0 } : {}),
      callback: (value: number | string) => write(Number(value)),
    },
  };
}

/** @param count - How many labels it has. */
export function categoryAxis(
  axis: AxisOptions,
  count: number,
  stacked: boolean,
): AxisSettings {
  return {
    ...titled(axis),
    type: "category",
    stacked,
    grid: { display: false },
    ticks: { font: FONT, autoSkip: count > SHOWN_LABELS, maxRotation: 60 },
  };
}
