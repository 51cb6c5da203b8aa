/** The mail port on MailApp: letters to the account the script runs as. */
import type { MailPort } from "../app/ports";

const SENDER = "Наставник";

export function mailPort(
  mailApp: GoogleAppsScript.Mail.MailApp,
  utilities: GoogleAppsScript.Utilities.Utilities,
  session: GoogleAppsScript.Base.Session,
): MailPort {
  return {
    remaining: () => mailApp.getRemainingDailyQuota(),
    owner: () => {
      try {
        return session.getEffectiveUser().getEmail();
      } catch {
        // Checks ask for it too, and may not stop for a right not granted.
        return "";
      }
    },
    send: ({ to, subject, text, html, calendar }) => {
      mailApp.sendEmail({
        to,
        subject,
        body: text,
        htmlBody: html,
        name: SENDER,
        ...(calendar === undefined
          ? {}
          : {
              attachments: [
                utilities.newBlob(
                  calendar,
                  "text/calendar",
                  "nastavnichestvo.ics",
                ),
              ],
            }),
      });
    },
  };
}
