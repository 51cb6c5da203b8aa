/** Where a roadmap comes from: a template, a file, pasted text or a tab of the book. */
import type { Book } from "../../book/book";
import { UserError } from "../../domain/errors";
import { gridToText } from "../../domain/roadmap/grid-text";
import { readRoadmap } from "../../domain/roadmap/read-roadmap";
import type { Roadmap } from "../../domain/roadmap/roadmap";
import { type Grid, gridOfFile, gridOfTab } from "../actions/import-source";

/** What the curator chose, as texts. */
export type RoadmapInput = {
  readonly file: string;
  readonly text: string;
  readonly tab: string;
};

/**
 * The roadmap of the one source that is given.
 *
 * @throws UserError `INPUT`, `ROADMAP_UNREAD`, `TAB_MISSING`.
 */
export function ownRoadmap(book: Book, input: RoadmapInput): Roadmap {
  const given = [input.file, input.text, input.tab].filter(
    (text) => text.trim() !== "",
  );
  if (given.length === 0) {
    throw new UserError(
      "INPUT",
      "Текст карты пуст. Выберите образец, файл или вкладку либо вставьте таблицу.",
    );
  }
  if (given.length > 1) {
    throw new UserError(
      "INPUT",
      "Указано несколько карт сразу. Оставьте что-нибудь одно: файл, вставленную карту или вкладку.",
    );
  }
  const roadmap = readGiven(book, input);
  if (roadmap.stages.length === 0) {
    throw new UserError(
      "ROADMAP_UNREAD",
      "Этапы не найдены. Нужна таблица с графами «№», «Наименование этапа», «Содержание», «Сроки» или текст, где этапы пронумерованы. Ничего не записано.",
    );
  }
  return roadmap;
}

function readGiven(book: Book, { file, text, tab }: RoadmapInput): Roadmap {
  if (tab.trim() !== "") {
    return readSheet(gridOfTab(book, "Дорожная карта…"));
  }
  const given = file.trim() === "" ? text : file;
  const sheet = gridOfFile(given);
  return sheet === null ? readRoadmap(given) : readSheet(sheet);
}

/** A sheet without a title above its table is called by its tab. */
function readSheet(grid: Grid): Roadmap {
  const { text, rowOf } = gridToText(grid.rows, grid.merges);
  const roadmap = readRoadmap(text);
  const placed = <T extends { readonly sourceLine: number }>(one: T): T => ({
    ...one,
    sourceLine: rowOf(one.sourceLine),
  });
  return {
    ...roadmap,
    title: roadmap.title || grid.title,
    stages: roadmap.stages.map(placed),
    notes: roadmap.notes.map(placed),
  };
}
