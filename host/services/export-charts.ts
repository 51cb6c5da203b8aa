/** Charts put into a finished .xlsx file, which exceljs cannot write. */
import PizZip from "pizzip";
import { writeAbsolute } from "./a1";
import {
  type CellReader,
  type CellValue,
  type ChartLine,
  heldBy,
  layoutOf,
} from "./chart-data";
import { CHARTS_RESOURCE, readCharts } from "./chart-list";
import {
  type ChartKind,
  optionAt,
  type PlacedArea,
  type StoredChart,
  sizeOf,
} from "./chart-model";
import type { SeriesSource } from "./export-chart-series";
import { type ChartSource, chartXml } from "./export-chart-xml";
import type { Translation } from "./export-formula";
import { escapeXml } from "./export-names";
import { type BookSnapshot, sheetsOf } from "./export-snapshot";
import type { XlsxFile } from "./export-xlsx";

const OFFICE =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006";
const CONTENT_TYPES = "[Content_Types].xml";
const PIXEL = 9_525;

/** Kinds that Excel has nothing like, or not in this format. */
const LEFT_OUT: Readonly<Partial<Record<ChartKind, string>>> = {
  TABLE: "таблица",
  HISTOGRAM: "гистограмма",
};

/**
 * The file with the book's charts, which read the file's own cells.
 *
 * @throws RangeError when the file lacks a sheet of the book.
 */
export function withCharts(
  file: XlsxFile,
  snapshot: BookSnapshot,
  to: Translation,
): XlsxFile {
  const resource = snapshot.resources?.find(
    ({ name }) => name === CHARTS_RESOURCE,
  );
  const charts = resource?.data ? readCharts(resource.data) : [];
  if (charts.length === 0) return file;
  const zip = new PizZip(file.bytes);
  const reader = readerOf(snapshot);
  const drawn = charts.filter(({ kind }) => LEFT_OUT[kind] === undefined);
  let written = 0;
  sheetsOf(snapshot).forEach((sheet, position) => {
    const here = drawn.filter((chart) => chart.sheetId === sheet.id);
    if (here.length === 0) return;
    const first = written + 1;
    for (const chart of here) {
      written += 1;
      const xml = chartXml(sourceOf(chart, snapshot, reader, to));
      zip.file(`xl/charts/chart${written}.xml`, xml);
      addType(zip, `/xl/charts/chart${written}.xml`, "drawingml.chart");
    }
    addDrawing(zip, position + 1, here, first);
  });
  return {
    bytes: zip.generate({ type: "uint8array", compression: "DEFLATE" }),
    problems: [...file.problems, ...problemsOf(charts)],
  };
}

function problemsOf(charts: readonly StoredChart[]): string[] {
  return charts.flatMap((chart) => {
    const kind = LEFT_OUT[chart.kind];
    const title = String(optionAt(chart.options, "title") ?? "");
    return kind === undefined
      ? []
      : [
          `Диаграмма «${title}» (${kind}) в файл не попала: такого вида в нём нет.`,
        ];
  });
}

/** The saved book's values; the file itself leaves hidden cells out. */
function readerOf(snapshot: BookSnapshot): CellReader {
  const value: CellReader["value"] = (sheetId, row, column) =>
    heldBy(snapshot.sheets?.[sheetId]?.cellData?.[row]?.[column]);
  return {
    value,
    text: (...place) => String(value(...place) ?? ""),
    isPercent: () => false,
    isHidden: () => false,
  };
}

function sourceOf(
  chart: StoredChart,
  snapshot: BookSnapshot,
  reader: CellReader,
  to: Translation,
): ChartSource {
  const { domain, series } = layoutOf(chart, reader);
  const length = filledLength([domain, ...series], reader);
  const reference = (areas: readonly PlacedArea[]): string | null => {
    const parts = areas.map(({ sheetId, area }) => {
      const name = snapshot.sheets?.[sheetId]?.name ?? "";
      return writeAbsolute(to.titles.get(name) ?? name, area);
    });
    return parts.length > 1 ? `(${parts.join(",")})` : (parts[0] ?? null);
  };
  const labels = domain === null ? null : cut(domain.areas, length);
  return {
    chart,
    series: series.flatMap((line, index): SeriesSource[] => {
      const values = reference(cut(line.areas, length));
      if (values === null) return [];
      return [
        {
          index,
          title: line.header === null ? null : reference([line.header]),
          labels: labels === null ? null : reference(labels),
          values,
          hasNumberLabels:
            labels?.every((one) => isNumeric(one, reader)) === true,
          count: length,
        },
      ];
    }),
  };
}

function isNumeric(placed: PlacedArea, reader: CellReader): boolean {
  return valuesOf(placed, reader).every(
    (value) => value === null || typeof value === "number",
  );
}

function valuesOf({ sheetId, area }: PlacedArea, reader: CellReader) {
  const values: CellValue[] = [];
  for (let row = area.startRow; row <= area.endRow; row += 1) {
    for (let column = area.startColumn; column <= area.endColumn; column += 1) {
      values.push(reader.value(sheetId, row, column));
    }
  }
  return values;
}

/** How many cells the longest line has up to its last filled one. */
function filledLength(
  lines: readonly (ChartLine | null)[],
  reader: CellReader,
): number {
  const lengths = lines.map((line) => {
    const values = (line?.areas ?? []).flatMap((one) => valuesOf(one, reader));
    return values.reduce<number>(
      (length, value, index) =>
        value === null || value === "" ? length : index + 1,
      0,
    );
  });
  return Math.max(1, ...lengths);
}

/** The first cells of a line that may go through several areas. */
function cut(areas: readonly PlacedArea[], length: number): PlacedArea[] {
  let left = length;
  return areas.flatMap(({ sheetId, area }): PlacedArea[] => {
    const rows = area.endRow - area.startRow + 1;
    const columns = area.endColumn - area.startColumn + 1;
    if (left <= 0) return [];
    const kept = Math.min(left, Math.max(rows, columns));
    left -= kept;
    return [
      {
        sheetId,
        area:
          rows > 1
            ? { ...area, endRow: area.startRow + kept - 1 }
            : { ...area, endColumn: area.startColumn + kept - 1 },
      },
    ];
  });
}

/** Puts a drawing with charts on a sheet; `number` is the sheet's in the file. */
function addDrawing(
  zip: PizZip,
  number: number,
  charts: readonly StoredChart[],
  firstChart: number,
): void {
  const drawing = `chartDrawing${number}.xml`;
  const frames = charts.map((chart, index) => frameXml(chart, index + 1));
  zip.file(
    `xl/drawings/${drawing}`,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<xdr:wsDr xmlns:xdr="${DRAWINGML}/spreadsheetDrawing" xmlns:a="${DRAWINGML}/main" xmlns:r="${OFFICE}">${frames.join("")}</xdr:wsDr>`,
  );
  addType(zip, `/xl/drawings/${drawing}`, "drawing");
  const links = charts.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/chart" Target="../charts/chart${firstChart + index}.xml"/>`,
  );
  zip.file(`xl/drawings/_rels/${drawing}.rels`, relationships(links.join("")));

  const link = `<Relationship Id="rIdCharts" Type="${OFFICE}/drawing" Target="../drawings/${drawing}"/>`;
  const linksPath = `xl/worksheets/_rels/sheet${number}.xml.rels`;
  const known = zip.file(linksPath)?.asText();
  zip.file(
    linksPath,
    known === undefined
      ? relationships(link)
      : known.replace("</Relationships>", () => `${link}</Relationships>`),
  );
  const sheetPath = `xl/worksheets/sheet${number}.xml`;
  const sheet = zip.file(sheetPath)?.asText();
  if (sheet === undefined) {
    throw new RangeError(`addDrawing: the file has no ${sheetPath}`);
  }
  // Only these may follow a drawing.
  zip.file(
    sheetPath,
    sheet.replace(
      /(?=<(?:legacyDrawing|tableParts|extLst)\b|<\/worksheet>)/,
      () => `<drawing xmlns:r="${OFFICE}" r:id="rIdCharts"/>`,
    ),
  );
}

function relationships(links: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="${PACKAGE}">${links}</Relationships>`;
}

function addType(zip: PizZip, part: string, kind: string): void {
  const types = zip.file(CONTENT_TYPES)?.asText() ?? "";
  const type = `application/vnd.openxmlformats-officedocument.${kind}+xml`;
  zip.file(
    CONTENT_TYPES,
    types.replace(
      "</Types>",
      () => `<Override PartName="${part}" ContentType="${type}"/></Types>`,
    ),
  );
}

/** Where a chart lies on its sheet. */
function frameXml(chart: StoredChart, number: number): string {
  const { anchor, options } = chart;
  const { width, height } = sizeOf(chart);
  const title = escapeXml(String(optionAt(options, "title") ?? ""));
  return `<xdr:oneCellAnchor><xdr:from><xdr:col>${anchor.column}</xdr:col><xdr:colOff>${anchor.offsetX * PIXEL}</xdr:colOff><xdr:row>${anchor.row}</xdr:row><xdr:rowOff>${anchor.offsetY * PIXEL}</xdr:rowOff></xdr:from><xdr:ext cx="${Math.round(width * PIXEL)}" cy="${Math.round(height * PIXEL)}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number + 1}" name="Диаграмма ${number}" descr="${title}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWINGML}/chart"><c:chart xmlns:c="${DRAWINGML}/chart" r:id="rId${number}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`;
}
