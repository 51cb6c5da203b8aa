/** A book whose weekly letter is switched on, and its hours. */
import { onHourTick } from "../../src/app/digest/send-digest";
import { type MemoryWorld, memoryPorts } from "./memory-ports";
import { IMPORT_STEP, run, SETUP_STEP, worldAfter } from "./memory-runs";
import { at, rowWith, setCell, tabOf } from "./memory-tabs";

export const ON = { state: "включено", day: "понедельник", hour: 9 };

export function world(mode = "С именами"): MemoryWorld {
  const book = worldAfter(
    ["setup", { ...SETUP_STEP[1], mode: "С именами" }],
    IMPORT_STEP,
  );
  const settings = tabOf(book, "Настройки");
  setCell(settings, rowWith(settings, "id", "mode"), "value", mode);
  book.now = "2026-09-04 12:00";
  run(book, "digest", ON);
  return book;
}

/** Each hour from one moment to another, both YYYY-MM-DD HH:00. */
export function hours(book: MemoryWorld, from: string, count: number): void {
  const start = Date.parse(`${from.replace(" ", "T")}:00Z`);
  for (let hour = 0; hour < count; hour++) {
    book.now = new Date(start + hour * 3_600_000)
      .toISOString()
      .slice(0, 16)
      .replace("T", " ");
    book.clock += 3_600_000;
    onHourTick(memoryPorts(book));
  }
}

export function stage(
  book: MemoryWorld,
  values: Readonly<Record<string, unknown>>,
) {
  const tab = tabOf(book, "Дорожная карта");
  const row = tab.notes.map(() => "" as never);
  for (const [key, value] of Object.entries(values)) {
    row[at(tab, key)] = value as never;
  }
  tab.cells.push(row);
}
