/** Sheet: the charts that lie on it. */
import { randomInt } from "node:crypto";
import { EmbeddedChartBuilder } from "./chart-builder";
import {
  EmbeddedAreaChartBuilder,
  EmbeddedBarChartBuilder,
  EmbeddedColumnChartBuilder,
  EmbeddedComboChartBuilder,
  EmbeddedHistogramChartBuilder,
  EmbeddedLineChartBuilder,
  EmbeddedPieChartBuilder,
  EmbeddedScatterChartBuilder,
  EmbeddedTableChartBuilder,
} from "./chart-builders";
import { SET_CHART } from "./chart-list";
import type { ChartKind, StoredChart } from "./chart-model";
import {
  type ChartDraft,
  type ChartMakers,
  EmbeddedChart,
} from "./embedded-chart";
import { ServiceError } from "./service-object";
import { SheetExtras } from "./sheet-extras";
import { mismatch, type SheetsContext } from "./sheets-context";

const BUILDERS: Readonly<Record<ChartKind, typeof EmbeddedChartBuilder>> = {
  AREA: EmbeddedAreaChartBuilder,
  BAR: EmbeddedBarChartBuilder,
  COLUMN: EmbeddedColumnChartBuilder,
  COMBO: EmbeddedComboChartBuilder,
  HISTOGRAM: EmbeddedHistogramChartBuilder,
  LINE: EmbeddedLineChartBuilder,
  PIE: EmbeddedPieChartBuilder,
  SCATTER: EmbeddedScatterChartBuilder,
  STEPPED_AREA: EmbeddedChartBuilder,
  TABLE: EmbeddedTableChartBuilder,
};

function chartMakers(context: SheetsContext): ChartMakers {
  const makers: ChartMakers = {
    context,
    chart: (draft) => new EmbeddedChart(makers, draft),
    builder: (draft, general) =>
      new (general ? EmbeddedChartBuilder : BUILDERS[draft.kind])(
        makers,
        draft,
      ),
  };
  return makers;
}

/** Google's ids are whole numbers without an order. */
function newChartId(taken: readonly StoredChart[]): number {
  for (;;) {
    const id = randomInt(2 ** 31);
    if (!taken.some((chart) => chart.id === id)) return id;
  }
}

/** Members about charts; the second link of the Sheet class. */
export abstract class SheetCharts extends SheetExtras {
  /** A column chart at A1 until the builder is told otherwise. */
  newChart(): EmbeddedChartBuilder {
    this.worksheet.getName();
    return new EmbeddedChartBuilder(chartMakers(this.context), {
      id: null,
      sheetId: this.sheetId,
      kind: "COLUMN",
      ranges: [],
      anchor: { row: 0, column: 0, offsetX: 0, offsetY: 0 },
      options: {},
      headers: -1,
      transposed: false,
      merge: "MERGE_COLUMNS",
      hidden: "IGNORE_BOTH",
    });
  }

  insertChart(chart: unknown): void {
    if (!(chart instanceof EmbeddedChart)) {
      throw mismatch("Sheet.insertChart", chart);
    }
    const id = newChartId(this.context.book.charts.all());
    this.#put(chart.draft, id);
  }

  /** @throws ServiceError when the chart is not on this sheet. */
  updateChart(chart: unknown): void {
    this.#put(...this.#existing("Sheet.updateChart", chart));
  }

  /** @throws ServiceError when the chart is not on this sheet. */
  removeChart(chart: unknown): void {
    const [, chartId] = this.#existing("Sheet.removeChart", chart);
    this.#set(chartId, null);
  }

  getCharts(): EmbeddedChart[] {
    this.worksheet.getName();
    const makers = chartMakers(this.context);
    return this.context.book.charts
      .all()
      .filter((chart) => chart.sheetId === this.sheetId)
      .map(makers.chart);
  }

  #existing(call: string, chart: unknown): [draft: ChartDraft, id: number] {
    if (!(chart instanceof EmbeddedChart)) throw mismatch(call, chart);
    const { draft } = chart;
    const known = this.context.book.charts
      .all()
      .some(({ id, sheetId }) => id === draft.id && sheetId === this.sheetId);
    if (draft.id !== null && known) return [draft, draft.id];
    throw new ServiceError("The chart is not on this sheet.");
  }

  /** @throws ServiceError when the chart's corner is outside the sheet. */
  #put(draft: ChartDraft, id: number): void {
    const { row, column } = draft.anchor;
    if (row >= this.getMaxRows() || column >= this.getMaxColumns()) {
      throw new ServiceError("The position of the chart is out of bounds.");
    }
    this.#set(id, { ...draft, id, sheetId: this.sheetId });
  }

  #set(chartId: number, chart: StoredChart | null): void {
    this.context.book.mutate(SET_CHART, {
      subUnitId: this.sheetId,
      chartId,
      chart,
    });
  }
}
