/** The charts of an open book: kept with its snapshot, changed by one mutation, on the host and on the page alike. */
import type { ICommandService, IResourceManagerService } from "@univerjs/core";
import { moveCharts, type PlacedArea, type StoredChart } from "./chart-model";
import { shiftOf } from "./tracked-areas";

/** Puts a chart, or with `chart` null takes it away. */
export const SET_CHART = "sheet.mutation.set-embedded-chart";

export type SetChart = {
  readonly unitId: string;
  /** The sheet the chart lies on. */
  readonly subUnitId: string;
  readonly chartId: number;
  readonly chart: StoredChart | null;
};

/** Where the snapshot of a book has its charts. */
export const CHARTS_RESOURCE = "SHEET_EMBEDDED_CHARTS_PLUGIN";

/** CommandType.MUTATION and UniverInstanceType.UNIVER_SHEET. */
const MUTATION = 2;
const SHEET = 2;

export type ChartList = {
  /** In the order they were made. */
  readonly all: () => readonly StoredChart[];
  /** Told after charts came, went, moved or changed. */
  readonly onChange: (listener: () => void) => void;
};

/** Teaches an engine about charts; also loads those of a book that is open. */
export function keepCharts(
  commands: ICommandService,
  resources: IResourceManagerService,
): ChartList {
  let charts: readonly StoredChart[] = [];
  const listeners: (() => void)[] = [];
  const replace = (next: readonly StoredChart[]): void => {
    charts = next;
    for (const listener of listeners) listener();
  };

  commands.registerCommand({
    id: SET_CHART,
    type: MUTATION,
    handler(_accessor, params: SetChart) {
      const { chartId, chart } = params;
      if (chart === null) {
        replace(charts.filter(({ id }) => id !== chartId));
        return true;
      }
      if (!isChart(chart) || chart.id !== chartId) return false;
      const isKnown = charts.some(({ id }) => id === chartId);
      replace(
        isKnown
          ? charts.map((one) => (one.id === chartId ? chart : one))
          : [...charts, chart],
      );
      return true;
    },
  });
  commands.onCommandExecuted(({ id, params }) => {
    if (charts.length === 0) return;
    const shift = shiftOf(id, params);
    if (shift !== null) replace(moveCharts(charts, shift));
  });
  resources.registerPluginResource<readonly StoredChart[]>({
    pluginName: CHARTS_RESOURCE,
    businesses: [SHEET],
    toJson: () => (charts.length === 0 ? "" : JSON.stringify(charts)),
    parseJson: readCharts,
    onLoad: (_unitId, loaded) => replace(loaded),
    onUnLoad: () => replace([]),
  });

  return {
    all: () => charts,
    onChange: (listener) => void listeners.push(listener),
  };
}

/** Charts as the snapshot keeps them; what is none is left out. */
export function readCharts(json: string): readonly StoredChart[] {
  // A book without charts.
  if (json === "") return [];
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.filter(isChart) : [];
}

/** A window may send anything; the others must still be able to draw it. */
function isChart(value: unknown): value is StoredChart {
  const chart = value as Partial<StoredChart> | null;
  const { anchor } = chart ?? {};
  return (
    typeof chart?.id === "number" &&
    typeof chart.sheetId === "string" &&
    typeof chart.kind === "string" &&
    typeof chart.options === "object" &&
    chart.options !== null &&
    Array.isArray(chart.ranges) &&
    chart.ranges.every(isPlaced) &&
    [anchor?.row, anchor?.column, anchor?.offsetX, anchor?.offsetY].every(
      Number.isInteger,
    )
  );
}

function isPlaced(value: unknown): boolean {
  const { sheetId, area } = (value ?? {}) as Partial<PlacedArea>;
  return (
    typeof sheetId === "string" &&
    [area?.startRow, area?.endRow, area?.startColumn, area?.endColumn].every(
      Number.isInteger,
    )
  );
}
