/** «Переместить вправо» and «Переместить влево» in a tab's menu: dragging needs a mouse. */
import type { FUniver } from "@univerjs/presets";

/** Univer's names of the menu of a tab and of its only group. */
const TAB_MENU = ["contextMenu.footerTabs", "contextMenu.others"];

const DIRECTIONS = [
  { id: "page.tab-to-the-right", title: "Переместить вправо", step: 1 },
  { id: "page.tab-to-the-left", title: "Переместить влево", step: -1 },
] as const;

export function offerTabMoves(api: FUniver): void {
  for (const { id, title, step } of DIRECTIONS) {
    const action = () => moveActiveTab(api, step);
    api.createMenu({ id, title, action }).appendTo(TAB_MENU);
  }
}

/** Past the next visible tab, if there is one. */
function moveActiveTab(api: FUniver, step: 1 | -1): void {
  const book = api.getActiveWorkbook();
  const active = book?.getActiveSheet();
  if (!book || !active) return;
  const tabs = book.getSheets();
  let place = tabs.findIndex((tab) => tab.getSheetId() === active.getSheetId());
  do place += step;
  while (tabs[place]?.isSheetHidden() === true);
  if (tabs[place] !== undefined) book.moveSheet(active, place);
}
