/**
 * The functions Apps Script calls by name. Wiring only: nothing here decides.
 *
 * Every export becomes a global function of the bundle (see build/build.mjs).
 */

import { onHourTick } from "../app/digest/send-digest";
import { onSheetEdit } from "../app/live/on-sheet-edit";
import { answer, type Requests } from "../app/rpc";
import { type EditEvent, readEdit } from "../google/edit-event";
import { livePorts } from "./live-ports";
import { addMenu, MENU_TITLE } from "./menu";
import { reply } from "./reply";

const HELP_WIDTH = 640;
const HELP_HEIGHT = 520;
const NAMES_WIDTH = 720;
const NAMES_HEIGHT = 620;

/** User property that carries the action a menu item asked for. */
const REQUESTED = "requestedAction";

export function onOpen(): void {
  addMenu(SpreadsheetApp.getUi());
}

export function onInstall(): void {
  onOpen();
}

/** Simple trigger: 30 seconds, no right but to this spreadsheet. */
export function onEdit(event?: EditEvent): void {
  const edit = readEdit(event);
  if (edit !== null) {
    onSheetEdit(livePorts(), edit);
  }
}

/** Installed by «Еженедельное письмо…»: every hour, as the curator who asked for it. */
export function onHour(): void {
  onHourTick(livePorts());
}

export function openPanel(): void {
  SpreadsheetApp.getUi().showSidebar(
    HtmlService.createHtmlOutputFromFile("sidebar").setTitle(MENU_TITLE),
  );
}

export function openHelp(): void {
  SpreadsheetApp.getUi().showModalDialog(
    HtmlService.createHtmlOutputFromFile("help")
      .setWidth(HELP_WIDTH)
      .setHeight(HELP_HEIGHT),
    "Справка",
  );
}

/** The dialog that fills names into downloaded documents, in the browser alone. */
export function openNames(): void {
  SpreadsheetApp.getUi().showModalDialog(
    HtmlService.createHtmlOutputFromFile("names")
      .setWidth(NAMES_WIDTH)
      .setHeight(NAMES_HEIGHT),
    "Вписать имена",
  );
}

/** Opens the panel on one action. */
function openOn(action: string): void {
  PropertiesService.getUserProperties().setProperty(REQUESTED, action);
  openPanel();
}

function requests(): Requests {
  return {
    take: () => {
      const store = PropertiesService.getUserProperties();
      const action = store.getProperty(REQUESTED);
      if (action !== null) {
        store.deleteProperty(REQUESTED);
      }
      return action;
    },
  };
}

export function menuSetup(): void {
  openOn("setup");
}

export function menuImport(): void {
  openOn("import");
}

export function menuBanksUpdated(): void {
  openOn("banks-updated");
}

export function menuConsents(): void {
  openOn("consents");
}

export function menuConsentsLack(): void {
  openOn("consentsLack");
}

export function menuConsentsReceived(): void {
  openOn("consentsReceived");
}

export function menuErase(): void {
  openOn("erase");
}

export function menuForms(): void {
  openOn("forms");
}

export function menuIntake(): void {
  openOn("intake");
}

export function menuCheck(): void {
  openOn("check");
}

export function menuPair(): void {
  openOn("pair");
}

export function menuExplain(): void {
  openOn("explain");
}

export function menuCriteria(): void {
  openOn("criteria");
}

export function menuSaveVariant(): void {
  openOn("variant-save");
}

export function menuCompareVariants(): void {
  openOn("variant-compare");
}

export function menuAdoptVariant(): void {
  openOn("variant-adopt");
}

export function menuApprove(): void {
  openOn("approve");
}

export function menuOrder(): void {
  openOn("order");
}

export function menuRoadmap(): void {
  openOn("roadmap");
}

export function menuAssignDates(): void {
  openOn("roadmapAssign");
}

export function menuShiftStages(): void {
  openOn("roadmapShift");
}

export function menuRoadmapDates(): void {
  openOn("roadmapDates");
}

export function menuApproveRoadmap(): void {
  openOn("roadmapApprove");
}

export function menuNextYear(): void {
  openOn("roadmapNextYear");
}

export function menuTimeline(): void {
  openOn("timeline");
}

export function menuRoadmapAnnex(): void {
  openOn("roadmapAnnex");
}

export function menuIndicators(): void {
  openOn("indicators");
}

export function menuDigest(): void {
  openOn("digest");
}

export function menuToCodes(): void {
  openOn("toCodes");
}

export function menuToNames(): void {
  openOn("toNames");
}

export function menuUndo(): void {
  openOn("undo");
}

export function menuRepair(): void {
  openOn("repair");
}

/**
 * The panel's only way to the server.
 *
 * @param method a method of RpcMethods
 * @param text JSON of its input
 * @returns JSON of a Reply
 */
export function rpc(method: string, text: string): string {
  return reply(() => answer(livePorts(), requests(), method, text));
}
