/** The lock port on LockService: one execution at a time writes into the document. */
import type { LockPort } from "../app/ports";
import { UserError } from "../domain/errors";

/** Longest wait for another execution, milliseconds. */
const WAIT_MS = 10_000;

export function lockPort(
  lockService: GoogleAppsScript.Lock.LockService,
): LockPort {
  return {
    hold: (work) => {
      const lock = lockService.getDocumentLock();
      if (!lock.tryLock(WAIT_MS)) {
        throw new UserError(
          "BUSY",
          "В этой таблице сейчас выполняется другое действие. Подождите минуту и повторите: ничего не записано.",
        );
      }
      try {
        return work();
      } finally {
        lock.releaseLock();
      }
    },
  };
}
