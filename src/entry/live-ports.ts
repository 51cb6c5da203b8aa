/** The composition root: the only function that reads Google's globals. */
import type { Ports } from "../app/ports";
import { zoneDates } from "../google/dates";
import { type DriveService, filesPort } from "../google/files";
import { formsPort } from "../google/forms";
import { lockPort } from "../google/lock";
import { mailPort } from "../google/mail";
import { propertiesPort } from "../google/properties";
import { timerPort } from "../google/timer";
import { workbookPort } from "../google/workbook";

/** Put in by the build: the document templates, base64. */
declare const __DOCUMENT_TEMPLATES__: string;

/** Drive v3 under the symbol the manifest gives it; @types describe v2. */
declare const Drive: DriveService;

/** Global function of the hourly trigger. */
const HOURLY = "onHour";

export function livePorts(): Ports {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const dates = zoneDates(spreadsheet.getSpreadsheetTimeZone());
  return {
    workbook: workbookPort(spreadsheet, dates),
    properties: propertiesPort(PropertiesService.getDocumentProperties()),
    lock: lockPort(LockService),
    // Named only when used: without the advanced service all else still works.
    files: late(
      () => filesPort(Drive, Utilities, spreadsheet.getId()),
      ["find", "createDocument", "createForm", "trash"],
    ),
    forms: late(
      () => formsPort(FormApp, spreadsheet, Utilities, dates),
      ["fill", "responses", "erase"],
    ),
    mail: late(
      () => mailPort(MailApp, Utilities, Session),
      ["remaining", "send", "owner"],
    ),
    timer: late(() => timerPort(ScriptApp, HOURLY), ["count", "set"]),
    bookFile: () => ({ id: spreadsheet.getId(), url: spreadsheet.getUrl() }),
    today: () => dates.toIso(new Date()),
    now: () => {
      const stamp = dates.toStamp(new Date());
      return `${stamp.slice(8, 10)}.${stamp.slice(5, 7)}.${stamp.slice(0, 4)} ${stamp.slice(11, 16)}`;
    },
    clock: () => Date.now(),
    user: () =>
      Session.getActiveUser().getEmail() || "неизвестный пользователь",
    newSeed: () => Utilities.getUuid(),
    templates: () => __DOCUMENT_TEMPLATES__,
  };
}

/** A port that is made at the first call of one of its methods. */
function late<Port extends object>(
  make: () => Port,
  methods: readonly (keyof Port)[],
): Port {
  let made: Port | null = null;
  const port: Partial<Record<keyof Port, unknown>> = {};
  for (const method of methods) {
    port[method] = (...args: unknown[]) => {
      made = made ?? make();
      return (made[method] as (...args: unknown[]) => unknown)(...args);
    };
  }
  return port as Port;
}
