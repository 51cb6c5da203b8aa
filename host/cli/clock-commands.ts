/** The commands about what runs by itself: `triggers` and `clock`. */
import { scheduleWords } from "../page/schedule-words";
import type { ClockRequest } from "../server/clock-routes";
import type { Command } from "./commands";
import { CommandError, UsageError } from "./failure";
import { sayTable } from "./output";

type Run = Command["run"];

const UNIT_MS: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const DISTANCE = /^(\d+)([mhdw])$/;

/**
 * @param text - `30m`, `2h`, `1d` or `1w`.
 * @throws UsageError with a Russian sentence.
 */
export function readDistance(text: string): number {
  const [, count, unit = ""] = DISTANCE.exec(text) ?? [];
  const unitMs = UNIT_MS[unit];
  if (count === undefined || unitMs === undefined) {
    throw new UsageError(
      `clock advance: «${text}» не промежуток. Например: 30m, 2h, 1d, 1w.`,
    );
  }
  return Number(count) * unitMs;
}

export const triggersCommand: Run = async ({ args, client, output }) => {
  const [, verb, id] = args.words;
  if (verb === "list") {
    const list = await client.triggers();
    output.give(list);
    sayTable(
      output,
      ["триггер", "функция", "когда", "от чьего имени", "следующий раз"],
      list.map((one) => [
        one.id,
        one.functionName,
        scheduleWords(one),
        one.user,
        one.nextAt ?? "",
      ]),
    );
    return;
  }
  if (verb !== "run") throw new UsageError(`Нет команды triggers ${verb}.`);
  if (id === undefined) throw new UsageError("Не указано: триггер.");
  const result = await client.runTrigger(id).catch((error: unknown) => {
    throw new CommandError((error as Error).message, { cause: error });
  });
  output.give(result);
  if (result.outcome !== "done") {
    throw new CommandError(
      result.error?.message ?? `Выполнение прервано: ${result.outcome}.`,
    );
  }
  output.say(`Выполнено: ${result.functionName}.`);
};

export const clockCommand: Run = async ({ args, client, output }) => {
  const [, verb = "", given = ""] = args.words;
  const request = requestOf(verb, given);
  const told = await client.clock(request);
  output.give(told);
  output.say(`Сейчас ${told.now}.`);
  if (request === null) return;
  output.say(`Срабатываний: ${told.fired}.`);
  if (told.skipped) output.say("Остальные сроки пропущены: их слишком много.");
};

/** Null only asks what time it is. */
function requestOf(verb: string, given: string): ClockRequest | null {
  switch (verb) {
    case "show":
      return null;
    case "real":
      return { real: true };
    case "advance":
      return { advanceMs: readDistance(given) };
    case "set":
      if (!Number.isNaN(Date.parse(given))) return { set: given };
      throw new UsageError(`clock set: «${given}» не момент времени.`);
    default:
      throw new UsageError(`Нет команды clock ${verb}.`);
  }
}
