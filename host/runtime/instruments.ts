/** Checks instruments that come from outside: JSON of a request, standing ones of the host. */
import type { Host, Instruments } from "../types";

/** An hour: more than any execution may take. */
const MAX_KILL_AFTER_MS = 3_600_000;
/** More than any account may send; only keeps nonsense out. */
const MAX_MAIL_QUOTA = 100_000;

/** `Range.setValues`, `Drive.Files.create`. */
export const METHOD_NAME = /^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/;

type Check = {
  readonly isRight: (value: unknown) => boolean;
  readonly expected: string;
};

const from = (least: number, most = Number.MAX_SAFE_INTEGER): Check => ({
  isRight: (value) =>
    Number.isSafeInteger(value) &&
    Number(value) >= least &&
    Number(value) <= most,
  expected: `целое число от ${least}${most === Number.MAX_SAFE_INTEGER ? "" : ` до ${most}`}`,
});

const one = (...allowed: readonly string[]): Check => ({
  isRight: (value) => typeof value === "string" && allowed.includes(value),
  expected: allowed.join(" или "),
});

const method: Check = {
  isRight(value) {
    if (typeof value !== "object" || value === null) return false;
    const { method: name, at } = value as Record<string, unknown>;
    const isCounted = at === undefined || from(1).isRight(at);
    return typeof name === "string" && METHOD_NAME.test(name) && isCounted;
  },
  expected: "метод службы, например Range.setValues, и номер вызова от 1",
};

const CHECKS: Readonly<Record<keyof Instruments, Check>> = {
  failAt: from(1),
  failMethod: method,
  killAt: from(1),
  killWhen: one("before", "after"),
  killAfterMs: from(1, MAX_KILL_AFTER_MS),
  latency: one("published"),
  mailQuota: from(0, MAX_MAIL_QUOTA),
};

/**
 * @param value - What should be instruments.
 * @returns The same, of the right shape.
 * @throws RangeError with a Russian sentence: which instrument, what is expected.
 */
export function checkInstruments(value: unknown): Instruments {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RangeError("Инструменты: ожидается объект.");
  }
  for (const [name, given] of Object.entries(value)) {
    if (!Object.hasOwn(CHECKS, name)) {
      throw new RangeError(`Инструмента ${name} нет.`);
    }
    const { isRight, expected } = CHECKS[name as keyof Instruments];
    if (!isRight(given)) {
      throw new RangeError(`Инструмент ${name}: ожидается ${expected}.`);
    }
  }
  return value as Instruments;
}

/** The instruments every execution gets, until they are changed. */
export type StandingInstruments = Host["instruments"] & {
  /**
   * The standing ones under an execution's own.
   *
   * @throws RangeError as checkInstruments.
   */
  readonly under: (own: Instruments | undefined) => Instruments;
};

export function newStandingInstruments(): StandingInstruments {
  let standing: Instruments = {};
  return {
    get: () => standing,
    set(next) {
      standing = checkInstruments(next);
    },
    under: (own) => checkInstruments({ ...standing, ...own }),
  };
}
