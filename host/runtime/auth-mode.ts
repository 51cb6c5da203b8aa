/** What simple triggers may call: the limits of AuthMode NONE and LIMITED. */

import { ServiceError } from "../services/service-object";
import type { ExecutionRequest } from "../types";

type AuthMode = NonNullable<ExecutionRequest["authMode"]>;

/** All that runs before the add-on is enabled in the file. */
const ALLOWED_IN_NONE: readonly RegExp[] = [
  /^SpreadsheetApp\.getUi$/,
  /^Ui\.create(Addon)?Menu$/,
  /^Menu\./,
  /^(Logger|Utilities|Blob)\./,
  /^Session\.getActiveUserLocale$/,
  /^ScriptApp\.(getAuthorizationInfo|requireScopes)$/,
  /^AuthorizationInfo\./,
];

/** Services that act as the user, and windows, wait for full rights. */
const REFUSED_IN_LIMITED: readonly RegExp[] = [
  /^Ui\.(show|alert|prompt)/,
  /^(FormApp|MailApp|GmailApp|UrlFetchApp)\./,
  /^Drive(\.|$)/,
  /^ScriptApp\.(newTrigger|deleteTrigger|getProjectTriggers|getUserTriggers)$/,
];

/**
 * @param call - `Class.method`.
 * @throws ServiceError when the mode forbids it.
 * @see https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle
 */
export function checkAuthMode(call: string, mode: AuthMode): void {
  if (mode === "FULL") return;
  const refused =
    mode === "NONE"
      ? !ALLOWED_IN_NONE.some((pattern) => pattern.test(call))
      : REFUSED_IN_LIMITED.some((pattern) => pattern.test(call));
  if (refused) {
    throw new ServiceError(
      `You do not have permission to call ${call} (AuthMode.${mode}).`,
    );
  }
}
