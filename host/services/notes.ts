/** Notes of cells, kept by the engine's note model. */
import type { Book } from "./book";
import { mapArea } from "./cells";
import type { Area } from "./tracked-areas";
import { univerModules } from "./univer";

const UPDATE = "sheet.mutation.update-note";
const REMOVE = "sheet.mutation.remove-note";
/** Size of the note's window on the page, pixels. */
const NOTE_SIZE = { width: 240, height: 120 };

function modelOf(book: Book) {
  return book.engine.injector.get(univerModules.notes.SheetsNoteModel);
}

/** Texts of the notes, "" where there is none. */
export function readNotes(book: Book, sheetId: string, area: Area): string[][] {
  const texts = new Map<string, string>();
  for (const note of notesIn(book, sheetId, area)) {
    texts.set(`${note.row}:${note.col}`, note.note);
  }
  return mapArea(area, (row, column) => texts.get(`${row}:${column}`) ?? "");
}

function notesIn(book: Book, sheetId: string, area: Area) {
  const notes = modelOf(book).getSheetNotes(book.id, sheetId);
  return [...(notes?.values() ?? [])].filter(
    ({ row, col }) =>
      row >= area.startRow &&
      row <= area.endRow &&
      col >= area.startColumn &&
      col <= area.endColumn,
  );
}

/** Sets or, for an empty text, takes away one note. */
export function writeNote(
  book: Book,
  sheetId: string,
  row: number,
  column: number,
  text: string,
): void {
  const place = { row, col: column };
  const before = modelOf(book).getNote(book.id, sheetId, place);
  if (text === "") {
    if (before) {
      book.mutate(REMOVE, { sheetId, noteId: before.id, ...place });
    }
    return;
  }
  const id = before?.id ?? univerModules.core.generateRandomId();
  book.mutate(UPDATE, {
    sheetId,
    ...place,
    note: { ...NOTE_SIZE, ...before, id, ...place, note: text },
  });
}

export function clearNotes(book: Book, sheetId: string, area: Area): void {
  for (const note of notesIn(book, sheetId, area)) {
    writeNote(book, sheetId, note.row, note.col, "");
  }
}
