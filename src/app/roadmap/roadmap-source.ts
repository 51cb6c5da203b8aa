/** Where a roadmap comes from: a template, a file, pasted text or a tab of the book. */
import type { Book } from "../../book/book";
import { UserError } from "../../domain/errors";
import { isGarbled } from "../../domain/roadmap/garbled";
import { gridToText } from "../../domain/roadmap/grid-text";
import { readRoadmap } from "../../domain/roadmap/read-roadmap";
import type { GivenColumns, Roadmap } from "../../domain/roadmap/roadmap";
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
 * @param said - What the curator said of its columns.
 * @throws UserError `INPUT`, `ROADMAP_UNREAD`, `TAB_MISSING`.
 */
export function ownRoadmap(
  book: Book,
  input: RoadmapInput,
  said: GivenColumns,
): Roadmap {
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
  const roadmap = readGiven(book, input, said);
  if (roadmap.stages.length === 0) {
    throw new UserError(
      "ROADMAP_UNREAD",
      "Этапы не найдены. Нужна таблица с графами «№», «Наименование этапа», «Содержание», «Сроки» или текст, где этапы пронумерованы. Ничего не записано.",
    );
  }
  return roadmap;
}

function readGiven(
  book: Book,
  { file, text, tab }: RoadmapInput,
  said: GivenColumns,
): Roadmap {
  if (tab.trim() !== "") {
    return readSheet(gridOfTab(book, "Дорожная карта…"), said);
  }
  const given = file.trim() === "" ? text : file;
  const sheet = gridOfFile(given);
  if (sheet !== null) {
    return readSheet(sheet, said);
  }
  refuseUnreadable(given);
  return readRoadmap(given, said);
}

/** A sheet without a title above its table is called by its tab. */
function readSheet(grid: Grid, said: GivenColumns): Roadmap {
  const { text, rowOf } = gridToText(grid.rows, grid.merges);
  refuseLong(text);
  const roadmap = readRoadmap(text, said);
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

/** Characters of a roadmap at most: some two hundred pages. */
const MAX_CHARACTERS = 500_000;

function refuseLong(text: string): void {
  if (text.length > MAX_CHARACTERS) {
    throw new UserError(
      "INPUT",
      `Текст карты слишком длинный: ${thousands(text.length)} тыс. знаков, можно до ${thousands(MAX_CHARACTERS)} тыс. Вставьте только таблицу дорожной карты, без остального документа. Ничего не записано.`,
    );
  }
}

const thousands = (characters: number) => Math.round(characters / 1000);

/** @throws UserError `INPUT` for texts too long, or in letters of another encoding. */
function refuseUnreadable(text: string): void {
  refuseLong(text);
  if (isGarbled(text)) {
    throw new UserError(
      "INPUT",
      "Буквы текста не читаются: файл открыт в чужой кодировке. Откройте документ в программе, где он создан, скопируйте карту оттуда или сохраните её как .xlsx. Ничего не записано.",
    );
  }
}
