/** The timer port on ScriptApp: one hourly trigger of the account. */
import type { TimerPort } from "../app/ports";

/** @param handler - Global function that the trigger calls. */
export function timerPort(
  scriptApp: GoogleAppsScript.Script.ScriptApp,
  handler: string,
): TimerPort {
  const own = () =>
    scriptApp
      .getProjectTriggers()
      .filter((trigger) => trigger.getHandlerFunction() === handler);
  return {
    count: () => {
      try {
        return own().length;
      } catch {
        // Only the letter needs this right: nothing else may stop for it.
        return null;
      }
    },
    set: (on) => {
      const [first, ...more] = own();
      if (on && first === undefined) {
        scriptApp.newTrigger(handler).timeBased().everyHours(1).create();
      }
      const surplus = on || first === undefined ? more : [first, ...more];
      for (const trigger of surplus) {
        scriptApp.deleteTrigger(trigger);
      }
    },
  };
}
