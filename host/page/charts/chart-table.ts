/** A chart that is a table. */
import type { ChartData } from "../../services/chart-data";
import { optionAt, type StoredChart } from "../../services/chart-model";

export function tableOf(
  chart: StoredChart,
  data: ChartData,
  write: (value: number) => string,
): HTMLElement {
  const { options } = chart;
  const isNumbered = optionAt(options, "showRowNumber") === true;
  const firstNumber = Number(optionAt(options, "firstRowNumber") ?? 1);
  const table = document.createElement("table");
  table.className =
    optionAt(options, "alternatingRowStyle") === false
      ? "chart-table"
      : "chart-table striped";
  const titles = [
    ...(isNumbered ? ["№"] : []),
    data.domainTitle,
    ...data.series.map(({ title }) => title),
  ];
  table.createTHead().append(rowOf("th", titles));
  const body = table.createTBody();
  orderOf(chart, data).forEach((index, position) => {
    const values = data.series.map(({ values }) => values[index] ?? null);
    body.append(
      rowOf("td", [
        ...(isNumbered ? [String(firstNumber + position)] : []),
        data.labels[index] ?? "",
        ...values.map((value) => (value === null ? "" : write(value))),
      ]),
    );
  });
  return table;
}

function rowOf(kind: "th" | "td", texts: readonly string[]): HTMLElement {
  const row = document.createElement("tr");
  for (const text of texts) {
    const cell = document.createElement(kind);
    cell.textContent = text;
    row.append(cell);
  }
  return row;
}

/** Rows in the order of the column that `sortColumn` names, from 0. */
function orderOf({ options }: StoredChart, data: ChartData): number[] {
  const rows = data.labels.map((_, index) => index);
  const column = optionAt(options, "sortColumn");
  if (typeof column !== "number" || column < 0) return rows;
  const sign = optionAt(options, "sortAscending") === false ? -1 : 1;
  const compare = (one: number, other: number): number =>
    column === 0
      ? (data.labels[one] ?? "").localeCompare(data.labels[other] ?? "", "ru")
      : (data.series[column - 1]?.values[one] ?? 0) -
        (data.series[column - 1]?.values[other] ?? 0);
  return rows.sort((one, other) => sign * compare(one, other));
}
