/** Draws the charts of the active tab over the grid and keeps them in place and up to date. */
import {
  type FUniver,
  ICommandService,
  type Injector,
  IResourceManagerService,
} from "@univerjs/presets";
import { dataOf } from "../../services/chart-data";
import {
  keepCharts,
  SET_CHART,
  type SetChart,
} from "../../services/chart-list";
import { type StoredChart, sizeOf } from "../../services/chart-model";
import { type ChartFigure, makeFigure } from "./chart-figure";
import { giveHands } from "./chart-hands";
import { readCells } from "./chart-reader";
import { followGrid, type Grid, gridOf } from "./grid-place";

const MUTATION = 2;
/** Change how the book looks in this window, not what it holds. */
const OWN_VIEW = /auto-height|mark-dirty|toggle-note-popup/;

type Shown = {
  readonly figure: ChartFigure;
  /** What it shows: the same text draws the same picture. */
  drawn: string;
};

export type ChartLayer = {
  /** To be called after a book was loaded. */
  readonly load: () => void;
};

/** Whether a change may show in a chart: it is of a sheet that one reads. */
function isDrawnFrom(
  charts: readonly StoredChart[],
  params: object | undefined,
): boolean {
  const { subUnitId } = (params ?? {}) as { readonly subUnitId?: string };
  return (
    subUnitId === undefined ||
    charts.some(({ ranges }) =>
      ranges.some(({ sheetId }) => sheetId === subUnitId),
    )
  );
}

/**
 * @param locale - Gives Google's name of the book's locale, e.g. `ru_RU`.
 */
export function openChartLayer(
  api: FUniver,
  injector: Injector,
  locale: () => string,
): ChartLayer {
  const commands = injector.get(ICommandService);
  const charts = keepCharts(commands, injector.get(IResourceManagerService));
  const layer = document.createElement("div");
  layer.className = "charts";
  const shown = new Map<number, Shown>();
  let isPlanned = false;
  let isStale = true;

  const plan = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => {
      isPlanned = false;
      refresh();
    });
  };
  const replan = (): void => {
    isStale = true;
    plan();
  };
  const follower = followGrid(api, injector, plan);
  charts.onChange(replan);
  commands.onCommandExecuted(({ type, id, params }) => {
    if (charts.all().length === 0) return;
    const isChange = type === MUTATION && !OWN_VIEW.test(id);
    if (isChange && isDrawnFrom(charts.all(), params)) replan();
    else plan();
  });

  function refresh(): void {
    const grid = gridOf(api, injector);
    const here =
      grid === null
        ? []
        : charts.all().filter((chart) => chart.sheetId === grid.sheetId);
    for (const [id, { figure }] of [...shown]) {
      if (here.some((chart) => chart.id === id)) continue;
      figure.remove();
      shown.delete(id);
      isStale = true;
    }
    if (grid === null || here.length === 0) return;
    mount(grid.canvas);
    const isNew = here.some(({ id }) => !shown.has(id));
    if (isStale || isNew) drawAll(here);
    isStale = false;
    for (const chart of here) put(grid, chart);
  }

  function mount(canvas: HTMLElement): void {
    if (layer.parentElement === canvas.parentElement) return;
    canvas.after(layer);
    new ResizeObserver(plan).observe(canvas);
  }

  function drawAll(here: readonly StoredChart[]): void {
    const reader = readCells(api);
    if (reader === null) return;
    for (const chart of here) {
      const data = dataOf(chart, reader);
      const { anchor: _, ...look } = chart;
      const drawn = JSON.stringify([look, data, locale()]);
      const known = shown.get(chart.id) ?? begin(chart.id);
      if (known.drawn === drawn) continue;
      known.drawn = drawn;
      known.figure.draw(chart, data, locale());
    }
  }

  function begin(id: number): Shown {
    const figure = makeFigure(id, () => remove(id));
    giveHands(figure.element, () => gridOf(api, injector)?.canvas ?? null, {
      onDrag(x, y) {
        figure.element.style.translate = `${x}px ${y}px`;
      },
      onMove: (x, y) => move(id, x, y),
      onRemove: () => remove(id),
    });
    const made: Shown = { figure, drawn: "" };
    shown.set(id, made);
    layer.append(figure.element);
    return made;
  }

  function put(grid: Grid, chart: StoredChart): void {
    const element = shown.get(chart.id)?.figure.element;
    if (element === undefined) return;
    const { left, top, clipLeft, clipTop, scale } = grid.placeOf(chart.anchor);
    const { width, height } = sizeOf(chart);
    const hiddenLeft = Math.max(0, clipLeft - left) / scale;
    const hiddenTop = Math.max(0, clipTop - top) / scale;
    const isHidden = hiddenLeft >= width || hiddenTop >= height;
    element.hidden = isHidden;
    element.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
    element.style.clipPath =
      hiddenLeft > 0 || hiddenTop > 0
        ? `inset(${hiddenTop}px -4px -4px ${hiddenLeft}px)`
        : "";
  }

  function change(chart: StoredChart, next: StoredChart | null): void {
    const params: SetChart = {
      unitId: api.getActiveWorkbook()?.getId() ?? "",
      subUnitId: chart.sheetId,
      chartId: chart.id,
      chart: next,
    };
    commands.syncExecuteCommand(SET_CHART, params);
  }

  function move(id: number, x: number, y: number): void {
    const chart = charts.all().find((one) => one.id === id);
    const grid = gridOf(api, injector);
    const element = shown.get(id)?.figure.element;
    if (chart === undefined || grid === null || !element) return;
    const { scale } = grid.placeOf(chart.anchor);
    const anchor = grid.moved(chart.anchor, x / scale, y / scale);
    element.style.translate = "";
    change(chart, { ...chart, anchor });
  }

  function remove(id: number): void {
    const chart = charts.all().find((one) => one.id === id);
    if (chart === undefined) return;
    if (confirm("Удалить диаграмму? Данные в таблице останутся.")) {
      change(chart, null);
    }
  }

  return {
    load() {
      follower.attach();
      replan();
    },
  };
}
