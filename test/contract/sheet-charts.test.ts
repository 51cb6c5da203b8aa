/** Charts on sheets: built, read back, following the book, kept in the workspace. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { SET_CHART } from "../../host/services/chart-list";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

let book: SnippetHost;
beforeAll(async () => {
  book = await openSnippetHost();
});
afterAll(() => book.close());

/** A new tab of this name with numbers, as `sheet`, and a short account of its charts. */
const tab = (name: string) => `const book = SpreadsheetApp.getActive();
  const sheet = book.insertSheet(${JSON.stringify(name)});
  sheet.getRange("A1:C3").setValues([["школа", "пары", "план"], ["Лицей", 5, 6], ["Гимназия", 7, 7]]);
  const place = (chart) => {
    const box = chart.getContainerInfo();
    return [box.getAnchorRow(), box.getAnchorColumn(), box.getOffsetX(), box.getOffsetY()];
  };
  const ranges = (chart) => chart.getRanges().map((range) => range.getSheet().getName() + "!" + range.getA1Notation());`;

test("a chart is built, inserted and read back", async () => {
  const seen = await book.run(`${tab("сборка")}
    const built = sheet.newChart()
      .setChartType(Charts.ChartType.BAR)
      .addRange(sheet.getRange("A1:B3"))
      .addRange(sheet.getRange("C1:C3"))
      .setPosition(5, 2, 10, 20)
      .setNumHeaders(1)
      .setMergeStrategy(Charts.ChartMergeStrategy.MERGE_ROWS)
      .setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)
      .setTransposeRowsAndColumns(true)
      .setOption("title", "Пары")
      .setOption("hAxis", { title: "Школы", minValue: 0 })
      .setOption("hAxis.titleTextStyle.bold", true)
      .setOption("colors", ["#ff0000", "#00ff00"])
      .build();
    const before = [built.getChartId(), sheet.getCharts().length];
    sheet.insertChart(built);
    const [chart] = sheet.getCharts();
    const options = chart.getOptions();
    return { before, place: place(chart), ranges: ranges(chart), headers: chart.getNumHeaders(),
      merge: String(chart.getMergeStrategy()), hidden: String(chart.getHiddenDimensionStrategy()),
      transposed: chart.getTransposeRowsAndColumns(), type: String(chart.modify().getChartType()),
      isNumber: Number.isInteger(chart.getChartId()), elsewhere: book.getSheets()[0].getCharts().length,
      options: ["title", "hAxis.title", "hAxis.minValue", "hAxis.titleTextStyle", "colors", "vAxis.title", "constructor"].map((name) => options.get(name)) };`);

  expect(seen).toStrictEqual({
    before: [null, 0],
    place: [5, 2, 10, 20],
    ranges: ["сборка!A1:B3", "сборка!C1:C3"],
    headers: 1,
    merge: "MERGE_ROWS",
    hidden: "SHOW_BOTH",
    transposed: true,
    type: "BAR",
    isNumber: true,
    elsewhere: 0,
    options: [
      "Пары",
      "Школы",
      0,
      { bold: true },
      ["#ff0000", "#00ff00"],
      null,
      null,
    ],
  });
});

test("the builders of kinds set Google's options", async () => {
  const seen = await book.run(`${tab("виды")}
    const all = (chart, names) => [String(chart.modify().getChartType()), ...names.map((name) => chart.getOptions().get(name))];
    const start = () => sheet.newChart().addRange(sheet.getRange("A1:B3"));
    return [
      all(start().asBarChart().setStacked().setRange(0, 10).reverseCategories().setXAxisTitle("x").setYAxisTitle("y").build(),
        ["isStacked", "hAxis.minValue", "hAxis.maxValue", "vAxis.direction", "hAxis.title", "vAxis.title"]),
      all(start().asColumnChart().setTitle("т").setColors(["red"]).setBackgroundColor("#eee").useLogScale().build(),
        ["title", "colors", "backgroundColor", "vAxis.logScale"]),
      all(start().asLineChart().setCurveStyle(Charts.CurveStyle.SMOOTH).setPointStyle(Charts.PointStyle.MEDIUM).build(), ["curveType", "pointSize"]),
      all(start().asPieChart().setLegendPosition(Charts.Position.BOTTOM).build(), ["legend.position"]),
      all(start().asScatterChart().setXAxisRange(1, 2).setYAxisLogScale().build(), ["hAxis.minValue", "vAxis.logScale"]),
      all(start().asAreaChart().setStacked().build(), ["isStacked"]),
      all(start().asComboChart().setOption("series", { 1: { type: "line" } }).build(), ["series.1.type"]),
      all(start().asTableChart().showRowNumberColumn(true).setInitialSortingDescending(1).build(), ["showRowNumber", "sortColumn", "sortAscending"]),
      all(start().asHistogramChart().build(), []),
    ];`);

  expect(seen).toStrictEqual([
    ["BAR", true, 0, 10, -1, "x", "y"],
    ["COLUMN", "т", ["red"], "#eee", true],
    ["LINE", "function", 7],
    ["PIE", "bottom"],
    ["SCATTER", 1, true],
    ["AREA", true],
    ["COMBO", "line"],
    ["TABLE", true, 1, false],
    ["HISTOGRAM"],
  ]);
});

test("a chart changes only by updateChart and goes by removeChart", async () => {
  const seen = await book.run(`${tab("правка")}
    const make = (title) => sheet.insertChart(sheet.newChart().addRange(sheet.getRange("A1:B3")).setOption("title", title).build());
    make("первая");
    make("вторая");
    const titles = () => sheet.getCharts().map((chart) => chart.getOptions().get("title")).join();
    const [first] = sheet.getCharts();
    const changed = first.modify().setOption("title", "иная").removeRange(sheet.getRange("A1:B3")).addRange(sheet.getRange("C1:C3")).setPosition(9, 1, 0, 0).build();
    const seen = [titles()];
    sheet.updateChart(changed);
    const [now] = sheet.getCharts();
    seen.push(titles(), ranges(now), place(now), now.getChartId() === first.getChartId());
    sheet.removeChart(now);
    seen.push(titles());
    return seen;`);

  expect(seen).toStrictEqual([
    "первая,вторая",
    "иная,вторая",
    ["правка!C1:C3"],
    [9, 1, 0, 0],
    true,
    "вторая",
  ]);
});

test("charts follow rows, columns and tabs", async () => {
  const seen = await book.run(`${tab("сдвиг")}
    const data = book.insertSheet("данные");
    const chart = sheet.newChart().addRange(sheet.getRange("A1:B3")).addRange(data.getRange("B2:B5")).setPosition(5, 4, 3, 4).build();
    sheet.insertChart(chart);
    const look = () => { const [one] = sheet.getCharts(); return ranges(one).join() + " " + place(one).join(); };
    const seen = [];
    sheet.insertRowsBefore(2, 2);
    sheet.insertColumnBefore(1);
    data.deleteRow(3);
    seen.push(look());
    data.setName("иные");
    sheet.deleteRows(6, 3);
    seen.push(look());
    book.deleteSheet(data);
    seen.push(look());
    book.deleteSheet(sheet);
    seen.push(book.getSheets().flatMap((one) => one.getCharts()).filter((one) => one.getContainerInfo().getAnchorRow() === 6).length);
    return seen;`);

  expect(seen).toStrictEqual([
    "сдвиг!B1:C5,данные!B2:B4 7,5,3,4",
    "сдвиг!B1:C5,иные!B2:B4 6,5,3,0",
    "сдвиг!B1:C5 6,5,3,0",
    0,
  ]);
});

test.each([
  [
    "sheet.newChart().setChartType(Charts.ChartType.GEO)",
    "Charts.ChartType.GEO is not available on the local host.",
  ],
  [
    "sheet.newChart().setPosition(0, 1, 0, 0)",
    "The row and column of a chart start at 1.",
  ],
  [
    "sheet.insertChart(sheet.newChart().setPosition(5000, 1, 0, 0).build())",
    "The position of the chart is out of bounds.",
  ],
  [
    "sheet.removeChart(sheet.newChart().build())",
    "The chart is not on this sheet.",
  ],
  [
    "sheet.newChart().build().getBlob()",
    "EmbeddedChart.getBlob is not available on the local host",
  ],
  [
    "sheet.newChart().asPieChart().setStacked()",
    "EmbeddedPieChartBuilder.setStacked is not available on the local host",
  ],
  [
    "Charts.newDataTable()",
    "Charts.newDataTable is not available on the local host",
  ],
])("%s is refused", async (code, message) => {
  const result = await book.attempt(
    `const sheet = SpreadsheetApp.getActiveSheet(); ${code};`,
  );

  expect(result.error?.message).toBe(message);
});

test("a window's edit that is no chart is refused", async () => {
  const { id, applyMutation } = book.host.book;
  const send = (chart: object) => () =>
    applyMutation(
      {
        id: SET_CHART,
        params: { unitId: id, subUnitId: "0", chartId: 7, chart },
      },
      "window",
    );
  const chart = {
    id: 7,
    sheetId: "0",
    kind: "PIE",
    options: {},
    ranges: [],
    anchor: { row: 1, column: 1, offsetX: 0, offsetY: 0 },
  };

  expect(send({ ...chart, ranges: [{ sheetId: "0" }] })).toThrow("refused");
  expect(send({ ...chart, anchor: {} })).toThrow("refused");
  expect(send({ ...chart, id: 8 })).toThrow("refused");
  send(chart)();
  expect(
    await book.run(
      "return SpreadsheetApp.getActive().getSheets()[0].getCharts().map((chart) => chart.getChartId());",
    ),
  ).toStrictEqual([7]);
});

test("charts are kept in the workspace", async () => {
  const first = await openSnippetHost({ persist: true });
  await first.run(`${tab("надолго")}
    sheet.insertChart(sheet.newChart().addRange(sheet.getRange("A1:B3")).setOption("title", "Пары").build());`);
  await first.host.close();
  const again = await openSnippetHost({
    persist: true,
    workspace: `${first.dist}/workspace`,
  });
  const seen = await again.run(`
    const [chart] = SpreadsheetApp.getActive().getSheetByName("надолго").getCharts();
    return [chart.getOptions().get("title"), chart.getRanges()[0].getA1Notation()];`);
  await again.close();
  await first.close();

  expect(seen).toStrictEqual(["Пары", "A1:B3"]);
});
