/** Shows the links of the cell the curator chose in a card under it, as Google Sheets does. */
import type { FUniver } from "@univerjs/presets";
import { createElement } from "react";
import { sheetNumber } from "../services/sheet-number";
import {
  atThisServer,
  type CellLink,
  cellLinks,
  placeInBook,
} from "./cell-links";

type Card = { dispose: () => void };

export function followLinks(api: FUniver): void {
  let card: Card | null = null;
  const hide = () => {
    card?.dispose();
    card = null;
  };
  api.addEvent(api.Event.SelectionChanged, ({ selections }) => {
    hide();
    const range = selections[0];
    if (range === undefined || !isOneCell(range)) return;
    card = showCard(api, range.startRow, range.startColumn);
  });
  api.addEvent(api.Event.SheetEditStarted, hide);
  api.addEvent(api.Event.ActiveSheetChanged, hide);
}

function isOneCell(range: {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}): boolean {
  return (
    range.startRow === range.endRow && range.startColumn === range.endColumn
  );
}

/** The card moves with the grid; null when the cell has no links. */
function showCard(api: FUniver, row: number, column: number): Card | null {
  const sheet = api.getActiveWorkbook()?.getActiveSheet();
  const cell = sheet?.getSheet().getCellRaw(row, column);
  if (!sheet || !cell) return null;
  const range = sheet.getRange(row, column);
  const links = cellLinks(cell, range.getFormula());
  if (links.length === 0) return null;
  const card = range.attachPopup({
    componentKey: () => linkCard(api, links),
    direction: "vertical",
  });
  return card ?? null;
}

/** Univer draws with React, so its card is made with it too. */
function linkCard(api: FUniver, links: readonly CellLink[]) {
  const anchors = links.map(({ url, text }) => {
    const place = placeInBook(url);
    return createElement(
      "a",
      place === null
        ? {
            key: url,
            href: atThisServer(url, location.origin),
            target: "_blank",
            rel: "noopener noreferrer",
          }
        : {
            key: url,
            href: url,
            onClick: (event: { preventDefault: () => void }) => {
              event.preventDefault();
              showPlace(api, place);
            },
          },
      text,
    );
  });
  return createElement(
    "nav",
    { className: "link-card", "aria-label": "Ссылки ячейки" },
    anchors,
  );
}

/** A tab of this book, and the cell when the link names one. */
function showPlace(
  api: FUniver,
  { gid, a1 }: { readonly gid: number; readonly a1: string },
): void {
  const book = api.getActiveWorkbook();
  const sheet = book
    ?.getSheets()
    .find((one) => sheetNumber(one.getSheetId()) === gid);
  if (!book || !sheet) return;
  book.setActiveSheet(sheet);
  if (a1 !== "") sheet.getRange(a1).activate();
}
