/** Documents and forms of a run, one by one, each made exactly once. */
import { findRow } from "../../book/book";
import type { Edit } from "../../book/edits";
import type { CellValue } from "../../book/table";
import { fillDocument } from "../../domain/documents/fill-document";
import { questionnaireOf } from "../../domain/forms/questionnaires";
import type { Problem } from "../../shared/rpc";
import { mendTimer, sendAsked, setTimer } from "../digest/send-digest";
import { type Effect, isMaking } from "../plan";
import type { Ports } from "../ports";
import { type OpenRun, readBook, readMemory } from "./read-book";
import type { RunRecord } from "./undo-store";
import { writeEdits } from "./write-edits";

/** A slice ends after the effect during which this much time is over, ms. */
const SLICE_MS = 20_000;

type Outcome = {
  readonly values: Readonly<Record<string, CellValue>>;
  readonly problems: readonly string[];
};

export type Slice = {
  readonly done: number;
  readonly problems: readonly Problem[];
};

/** Runs effects from `run.done`; what they made is written into their rows. */
export function runEffects(
  ports: Ports,
  run: OpenRun,
  record: RunRecord,
): Slice {
  const until = ports.clock() + SLICE_MS;
  const problems: Problem[] = [];
  const results: { effect: Effect; values: Outcome["values"] }[] = [];
  let done = run.done;
  while (
    done < record.effects.length &&
    (done === run.done || ports.clock() < until)
  ) {
    const effect = record.effects[done];
    if (effect === undefined) {
      throw new RangeError(`runEffects: no effect ${done}`);
    }
    const outcome = runEffect(ports, effect);
    results.push({ effect, values: outcome.values });
    problems.push(
      ...outcome.problems.map(
        (message): Problem => ({ severity: "warning", message }),
      ),
    );
    done += 1;
  }
  writeResults(ports, results);
  return { done, problems };
}

function runEffect(ports: Ports, effect: Effect): Outcome {
  switch (effect.kind) {
    case "document": {
      const filled = fillDocument(
        effect.template,
        effect.data,
        ports.templates(),
      );
      const file =
        ports.files.find(effect.key) ??
        ports.files.createDocument({
          key: effect.key,
          name: effect.name,
          docxBase64: filled.base64,
        });
      return {
        values: { file: file.id, link: file.url },
        problems: filled.problems,
      };
    }
    case "form": {
      const file =
        ports.files.find(effect.key) ??
        ports.files.createForm({ key: effect.key, name: effect.name });
      const form = ports.forms.fill(
        file.id,
        questionnaireOf(effect.questionnaire),
      );
      return {
        values: {
          formId: file.id,
          url: form.url,
          editUrl: form.editUrl,
          prefill: form.prefill,
        },
        problems: [],
      };
    }
    case "timer":
      setTimer(ports, effect.schedule);
      return { values: {}, problems: [] };
    case "mendTimer":
      mendTimer(ports, effect.on);
      return { values: {}, problems: [] };
    case "letter":
      return { values: {}, problems: sendAsked(ports, effect.key) };
    case "unanswer":
      return {
        values: {},
        problems: ports.forms.erase(effect.formId, effect.answers)
          ? []
          : [
              `Анкета «${effect.form}» не открывается: ответы удалены с её вкладки, но могли остаться в самой анкете. Удалите её на Диске, если она там есть.`,
            ],
      };
    default:
      ports.files.trash(effect.file);
      return { values: {}, problems: [] };
  }
}

/** One read and one write for the whole slice. */
function writeResults(
  ports: Ports,
  results: readonly {
    readonly effect: Effect;
    readonly values: Outcome["values"];
  }[],
): void {
  const tables = results.flatMap(({ effect }) =>
    isMaking(effect) ? [effect.table] : [],
  );
  if (tables.length === 0) {
    return;
  }
  const { book, tabIds } = readBook(ports, readMemory(ports), {
    tables,
    responses: false,
  });
  const edits = results.flatMap(({ effect, values }): Edit[] =>
    !isMaking(effect) || findRow(book, effect.table, effect.row) === null
      ? []
      : Object.entries(values).map(([column, value]) => ({
          kind: "set",
          table: effect.table,
          row: effect.row,
          column,
          value,
        })),
  );
  writeEdits(ports, book, edits, tabIds);
}

/** Trashes what the effects of a given-up run made so far. */
export function trashMade(ports: Ports, effects: readonly Effect[]): void {
  for (const effect of effects) {
    const made = isMaking(effect) ? ports.files.find(effect.key) : null;
    if (made !== null) {
      ports.files.trash(made.id);
    }
  }
}
