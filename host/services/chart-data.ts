/** Reads a chart's ranges the way Google does: which cells are labels, which are series. */
import type { ICellData, Nullable } from "@univerjs/core";
import type { PlacedArea, StoredChart } from "./chart-model";
import type { Area } from "./tracked-areas";

export type CellValue = number | string | boolean | null;

/** The book, as a chart needs it; rows and columns are 0-based. */
export type CellReader = {
  readonly value: (sheetId: string, row: number, column: number) => CellValue;
  /** As the cell shows it. */
  readonly text: (sheetId: string, row: number, column: number) => string;
  /** Whether the cell shows its number as a percentage. */
  readonly isPercent: (sheetId: string, row: number, column: number) => boolean;
  readonly isHidden: (
    sheetId: string,
    axis: "Row" | "Column",
    index: number,
  ) => boolean;
};

/** A row or column of cells; several areas when ranges stand one below another. */
export type ChartLine = {
  /** Cells of its title, null without one. */
  readonly header: PlacedArea | null;
  readonly areas: readonly PlacedArea[];
};

export type ChartLayout = {
  /** Cells of the labels; null when the ranges hold one line only. */
  readonly domain: ChartLine | null;
  readonly series: readonly ChartLine[];
};

export type ChartSeries = {
  /** Place among the series, hidden ones counted: options go by it. */
  readonly index: number;
  readonly title: string;
  /** Null for what is no number. */
  readonly values: readonly (number | null)[];
  readonly isPercent: boolean;
};

/** Labels and as many values in every series; empty lines are left out. */
export type ChartData = {
  readonly domainTitle: string;
  readonly labels: readonly string[];
  /** The labels as numbers, for scatter charts. */
  readonly domain: readonly (number | null)[];
  readonly series: readonly ChartSeries[];
};

/** CellValueType.NUMBER and BOOLEAN; cells of other types hold text. */
const NUMBER = 2;
const BOOLEAN = 3;

/** What a cell of the engine holds. */
export function heldBy(cell: Nullable<ICellData>): CellValue {
  if (!cell) return null;
  const { v, t } = cell;
  if (v === null || v === undefined || v === "") return null;
  if (t === BOOLEAN) return v === true || Number(v) === 1;
  const isNumber = t === NUMBER || (t == null && typeof v === "number");
  const number = isNumber ? Number(v) : Number.NaN;
  return Number.isNaN(number) ? String(v) : number;
}

type Lengthwise = "Row" | "Column";

/** The axis along which a line's cells follow each other. */
function lengthwise(chart: StoredChart): Lengthwise {
  return chart.transposed ? "Column" : "Row";
}

/** One area per row or column, across the lines. */
function linesOf(area: Area, along: Lengthwise): Area[] {
  const across = along === "Row" ? "Column" : "Row";
  const first = area[`start${across}`];
  return Array.from({ length: area[`end${across}`] - first + 1 }, (_, index) =>
    across === "Column"
      ? { ...area, startColumn: first + index, endColumn: first + index }
      : { ...area, startRow: first + index, endRow: first + index },
  );
}

/** A line's areas, first range first; titles are still in them. */
function mergedLines(chart: StoredChart): PlacedArea[][] {
  const along = lengthwise(chart);
  const ranges = chart.ranges.map(({ sheetId, area }) =>
    linesOf(area, along).map((line): PlacedArea => ({ sheetId, area: line })),
  );
  const sideBySide = (chart.merge === "MERGE_COLUMNS") !== chart.transposed;
  if (sideBySide) return ranges.flat().map((line) => [line]);
  const count = Math.max(0, ...ranges.map((lines) => lines.length));
  return Array.from({ length: count }, (_, index) =>
    ranges.flatMap((lines) => lines[index] ?? []),
  );
}

/** Titles are found out when the first cells of all series are text and not all is. */
function headerCount(
  chart: StoredChart,
  lines: readonly PlacedArea[][],
  reader: CellReader,
): number {
  if (chart.headers >= 0) return chart.headers;
  const series = lines.length > 1 ? lines.slice(1) : lines;
  const firsts = series
    .map((line) => line[0])
    .filter((one) => one !== undefined);
  const titles = firsts.map(({ sheetId, area }) =>
    reader.value(sheetId, area.startRow, area.startColumn),
  );
  const isText = (value: CellValue) =>
    typeof value === "string" && value !== "";
  return titles.length > 0 && titles.every(isText) ? 1 : 0;
}

/** Which cells of the chart's ranges are labels, titles and values. */
export function layoutOf(chart: StoredChart, reader: CellReader): ChartLayout {
  const along = lengthwise(chart);
  const merged = mergedLines(chart);
  const headers = headerCount(chart, merged, reader);
  const lines = merged.map(([first, ...rest]): ChartLine => {
    if (first === undefined) return { header: null, areas: [] };
    if (headers === 0) return { header: null, areas: [first, ...rest] };
    const start = first.area[`start${along}`];
    const end = first.area[`end${along}`];
    const header = {
      ...first,
      area: {
        ...first.area,
        [`end${along}`]: Math.min(end, start + headers - 1),
      },
    };
    const body = {
      ...first,
      area: { ...first.area, [`start${along}`]: start + headers },
    };
    return { header, areas: start + headers > end ? rest : [body, ...rest] };
  });
  const [first, ...others] = lines;
  return first === undefined || others.length === 0
    ? { domain: null, series: lines }
    : { domain: first, series: others };
}

type Place = {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
};

function* placesOf(areas: readonly PlacedArea[]): Generator<Place> {
  for (const { sheetId, area } of areas) {
    for (let row = area.startRow; row <= area.endRow; row += 1) {
      for (
        let column = area.startColumn;
        column <= area.endColumn;
        column += 1
      ) {
        yield { sheetId, row, column };
      }
    }
  }
}

/** Which hidden lines a chart leaves out. */
function skips(chart: StoredChart, axis: Lengthwise): boolean {
  return (
    chart.hidden === "IGNORE_BOTH" ||
    chart.hidden === (axis === "Row" ? "IGNORE_ROWS" : "IGNORE_COLUMNS")
  );
}

function isLeftOut(
  chart: StoredChart,
  reader: CellReader,
  axis: Lengthwise,
  { sheetId, row, column }: Place,
): boolean {
  const index = axis === "Row" ? row : column;
  return skips(chart, axis) && reader.isHidden(sheetId, axis, index);
}

/** Everything a chart shows, read from the book as it is now. */
export function dataOf(chart: StoredChart, reader: CellReader): ChartData {
  const along = lengthwise(chart);
  const across = along === "Row" ? "Column" : "Row";
  const { domain, series } = layoutOf(chart, reader);
  const titleOf = (line: ChartLine | null): string =>
    line?.header == null
      ? ""
      : [...placesOf([line.header])]
          .map(({ sheetId, row, column }) => reader.text(sheetId, row, column))
          .filter((text) => text !== "")
          .join(" ");
  const shown = series
    .map((line, index) => ({ line, index, places: [...placesOf(line.areas)] }))
    .filter(({ places: [first] }) =>
      first === undefined ? false : !isLeftOut(chart, reader, across, first),
    );
  const labels = domain === null ? [] : [...placesOf(domain.areas)];
  const length = Math.max(
    labels.length,
    ...shown.map(({ places }) => places.length),
  );
  const valueAt = (place: Place | undefined): CellValue =>
    place === undefined
      ? null
      : reader.value(place.sheetId, place.row, place.column);
  const isFilled = (place: Place | undefined): boolean => {
    const value = valueAt(place);
    return value !== null && value !== "";
  };
  const kept = Array.from({ length }, (_, index) => index).filter((index) => {
    const places = [labels[index], ...shown.map(({ places }) => places[index])];
    const [first] = places.filter((place) => place !== undefined);
    const isOut = first === undefined || isLeftOut(chart, reader, along, first);
    return !isOut && places.some(isFilled);
  });
  const numberAt = (place: Place | undefined): number | null => {
    const value = valueAt(place);
    return typeof value === "number" ? value : null;
  };
  const labelAt = (index: number): string => {
    const place = labels[index];
    return place === undefined
      ? ""
      : reader.text(place.sheetId, place.row, place.column);
  };
  return {
    domainTitle: titleOf(domain),
    labels: kept.map(labelAt),
    domain: kept.map((index) => numberAt(labels[index])),
    series: shown.map(({ line, index, places }) => ({
      index,
      title: titleOf(line),
      values: kept.map((position) => numberAt(places[position])),
      isPercent: kept.some((position) => {
        const place = places[position];
        return (
          place !== undefined &&
          reader.isPercent(place.sheetId, place.row, place.column)
        );
      }),
    })),
  };
}
