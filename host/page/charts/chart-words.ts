/** A chart in words, for those who do not see it. */
import type { ChartData } from "../../services/chart-data";
import type { ChartKind } from "../../services/chart-model";

const KINDS: Readonly<Record<ChartKind, string>> = {
  AREA: "диаграмма с областями",
  BAR: "линейчатая диаграмма",
  COLUMN: "столбчатая диаграмма",
  COMBO: "комбинированная диаграмма",
  HISTOGRAM: "гистограмма",
  LINE: "график",
  PIE: "круговая диаграмма",
  SCATTER: "точечная диаграмма",
  STEPPED_AREA: "ступенчатая диаграмма с областями",
  TABLE: "таблица",
};

/** What a screen reader says first. */
export function nameInWords(kind: ChartKind, title: string): string {
  const name = KINDS[kind] ?? "диаграмма";
  return title === "" ? name : `${title}, ${name}`;
}

/** So many labels are read out; chosen. */
const READ_LABELS = 40;

/** Every label with its values, one after another. */
export function dataInWords(
  data: ChartData,
  write: (value: number) => string,
): string {
  if (data.series.length === 0 || data.labels.length === 0) {
    return "Данных нет.";
  }
  const lines = data.labels.slice(0, READ_LABELS).map((label, index) => {
    const values = data.series.map(({ title, values }) => {
      const value = values[index] ?? null;
      const text = value === null ? "нет" : write(value);
      return title === "" ? text : `${title} ${text}`;
    });
    return `${label === "" ? index + 1 : label}: ${values.join(", ")}`;
  });
  const rest = data.labels.length - lines.length;
  return `${lines.join("; ")}${rest > 0 ? `; ещё строк: ${rest}` : ""}.`;
}
