/** The one place where a thrown error becomes an answer the panel can show. */
import { UserError } from "../domain/errors";
import type { Reply } from "../shared/rpc";

/** JSON text of a Reply. */
export function reply(work: () => unknown): string {
  return JSON.stringify(replyOf(work));
}

function replyOf(work: () => unknown): Reply<unknown> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof UserError) {
      return { ok: false, code: error.code, message: error.message };
    }
    console.error(String((error as { stack?: string }).stack ?? error));
    return {
      ok: false,
      code: "INTERNAL",
      message: internalMessage(String((error as Error).message ?? error)),
    };
  }
}

/** Google's own refusals are told apart by their texts, which are documented. */
function internalMessage(text: string): string {
  if (
    /too many times|Limit exceeded|too much computer time|quota/i.test(text)
  ) {
    return "Google временно ограничил число операций. Подождите и нажмите «Продолжить»: сделанное не пропадёт.";
  }
  if (/permission|authoriz/i.test(text)) {
    return "Не хватает разрешения Google для этого действия. Откройте меню ещё раз и выдайте доступ: сделанное не пропадёт.";
  }
  return "Что-то пошло не так, подробности в журнале выполнения. Если панель предлагает «Продолжить», нажмите; иначе повторите действие. Данные не потеряны.";
}
