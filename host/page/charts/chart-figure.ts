/** One chart on the page: its drawing, its words, and what hands can do with it. */
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PieController,
  PointElement,
  ScatterController,
  SubTitle,
  Title,
  Tooltip,
} from "chart.js";
import type { ChartData } from "../../services/chart-data";
import { type StoredChart, sizeOf } from "../../services/chart-model";
import { drawOptions } from "../../services/chart-options";
import { configOf } from "./chart-config";
import { numberWriter } from "./chart-numbers";
import { tableOf } from "./chart-table";
import { dataInWords, nameInWords } from "./chart-words";
import { pieShares } from "./pie-shares";

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PieController,
  PointElement,
  ScatterController,
  SubTitle,
  Title,
  Tooltip,
);

export type ChartFigure = {
  readonly element: HTMLElement;
  readonly draw: (chart: StoredChart, data: ChartData, locale: string) => void;
  readonly remove: () => void;
};

/** @param onRemove - Called when a person presses the button that deletes. */
export function makeFigure(id: number, onRemove: () => void): ChartFigure {
  const element = document.createElement("div");
  element.className = "chart";
  element.tabIndex = 0;
  element.dataset["chart"] = String(id);
  element.setAttribute("role", "group");
  element.setAttribute("aria-roledescription", "диаграмма");
  const words = document.createElement("p");
  words.className = "chart-words";
  words.id = `chart-words-${id}`;
  element.setAttribute("aria-describedby", words.id);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "chart-delete";
  button.textContent = "✕";
  button.setAttribute("aria-label", "Удалить диаграмму");
  button.title = "Удалить диаграмму";
  button.addEventListener("click", onRemove);
  const picture = document.createElement("div");
  picture.className = "chart-picture";
  element.append(picture, words, button);
  let drawn: Chart | null = null;

  return {
    element,
    draw(chart, data, locale) {
      const options = drawOptions(chart);
      const { width, height } = sizeOf(chart);
      const isPercent = data.series.some((one) => one.isPercent);
      const write = numberWriter(locale, isPercent);
      element.style.width = `${width}px`;
      element.style.height = `${height}px`;
      element.style.background = options.background;
      element.setAttribute(
        "aria-label",
        nameInWords(chart.kind, options.title),
      );
      words.textContent = dataInWords(data, write);
      drawn?.destroy();
      drawn = null;
      if (data.series.length === 0 || data.labels.length === 0) {
        picture.replaceChildren(emptyNote(options.title));
        return;
      }
      if (chart.kind === "TABLE") {
        picture.replaceChildren(tableOf(chart, data, write));
        return;
      }
      const canvas = document.createElement("canvas");
      canvas.width = width;
      canvas.height = height;
      canvas.setAttribute("aria-hidden", "true");
      picture.replaceChildren(canvas);
      const config = configOf(chart, data, locale);
      drawn = new Chart(canvas, { ...config, plugins: [pieShares(locale)] });
    },
    remove() {
      drawn?.destroy();
      element.remove();
    },
  };
}

function emptyNote(title: string): HTMLElement {
  const note = document.createElement("p");
  note.className = "chart-empty";
  note.textContent =
    title === "" ? "Нет данных для диаграммы" : `${title}: нет данных`;
  return note;
}
