/** The command line's instruments: `--latency`, `--fail-at`, `--fail-method`, `--kill-after`, `--quota`. */
import { checkInstruments } from "../runtime/instruments";
import type { Instruments } from "../types";
import { UsageError } from "./failure";

export const INSTRUMENT_USAGE = `Инструменты проверки, для run, import, tables, table и serve (там – пока их не сменят):
  --latency published        задержать каждый вызов службы, как на Google по опубликованным замерам
  --fail-at N                ошибка на N-м вызове службы в каждом выполнении
  --fail-method МЕТОД[:N]    ошибка на N-м вызове метода, например Range.setValues:3
  --kill-after МС            оборвать выполнение через столько миллисекунд
  --quota mail=N             писем в день: N адресатов вместо 100`;

export const INSTRUMENT_OPTIONS = {
  latency: { type: "string" },
  "fail-at": { type: "string" },
  "fail-method": { type: "string" },
  "kill-after": { type: "string" },
  quota: { type: "string" },
} as const;

type Values = { readonly [Name in keyof typeof INSTRUMENT_OPTIONS]?: string };

/** @throws UsageError with a Russian sentence. */
export function readInstruments(values: Values): Instruments {
  const given = {
    latency: values.latency,
    failAt: wholeNumber(values["fail-at"]),
    failMethod: failMethod(values["fail-method"]),
    killAfterMs: wholeNumber(values["kill-after"]),
    mailQuota: mailQuota(values.quota),
  };
  const present = Object.entries(given).filter(
    ([, value]) => value !== undefined,
  );
  try {
    return checkInstruments(Object.fromEntries(present));
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
}

/** Text that is no number stays text, which the check refuses by its name. */
function wholeNumber(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : text;
}

function failMethod(text: string | undefined) {
  if (text === undefined) return undefined;
  const [method, at] = text.split(":", 2);
  return at === undefined ? { method } : { method, at: wholeNumber(at) };
}

function mailQuota(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, count] = /^mail=(\d+)$/.exec(text) ?? [];
  if (count === undefined) {
    throw new UsageError(`--quota: «${text}» непонятно, нужно mail=N.`);
  }
  return Number(count);
}
