/** Percentages on the slices of a pie, as Google writes them. */
import type { ArcElement, Plugin } from "chart.js";
import { numberWriter } from "./chart-numbers";

/** A smaller slice has no room for its share; chosen. */
const SMALLEST_SHARE = 0.04;

/** @param locale - Google's name of the book's locale, e.g. `ru_RU`. */
export function pieShares(locale: string): Plugin {
  const write = numberWriter(locale, true);
  return {
    id: "pie-shares",
    afterDatasetsDraw(chart) {
      const meta = chart.getDatasetMeta(0);
      if (meta.type !== "pie") return;
      const values = (chart.data.datasets[0]?.data ?? []).map(Number);
      const sum = values
        .filter((_, index) => chart.getDataVisibility(index))
        .reduce((total, value) => total + value, 0);
      const { ctx } = chart;
      ctx.save();
      ctx.fillStyle = "#ffffff";
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.font = '12px system-ui, "Noto Sans", "DejaVu Sans", sans-serif';
      meta.data.forEach((arc, index) => {
        const share = (values[index] ?? 0) / sum;
        if (!chart.getDataVisibility(index) || !(share >= SMALLEST_SHARE)) {
          return;
        }
        const { x, y } = (arc as ArcElement).tooltipPosition(true);
        ctx.fillText(write(share), x, y);
      });
      ctx.restore();
    },
  };
}
