/** Instruments in words, one line for each that is on. */
import type { Instruments } from "../types";

export function describeInstruments(on: Instruments): readonly string[] {
  const lines: string[] = [];
  if (on.latency !== undefined) {
    lines.push("вызовы служб задерживаются, как на Google");
  }
  if (on.failAt !== undefined) lines.push(`ошибка на вызове № ${on.failAt}`);
  if (on.failMethod !== undefined) {
    const { method, at = 1 } = on.failMethod;
    lines.push(`ошибка на вызове № ${at} метода ${method}`);
  }
  if (on.killAt !== undefined) {
    const moment = on.killWhen === "after" ? "после вызова" : "перед вызовом";
    lines.push(`обрыв ${moment} № ${on.killAt}`);
  }
  if (on.killAfterMs !== undefined) {
    lines.push(`обрыв через ${on.killAfterMs} мс`);
  }
  if (on.mailQuota !== undefined) {
    lines.push(`писем в день: ${on.mailQuota} адресатов вместо 100`);
  }
  return lines;
}
