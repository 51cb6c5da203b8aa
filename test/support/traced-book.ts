/** A book in which one person has left traces in every tab. */
import type { MemoryWorld } from "./memory-ports";
import { IMPORT_STEP, run, SETUP_STEP, worldAfter } from "./memory-runs";
import { cell, rowWith, setCell, tabOf } from "./memory-tabs";
import { type } from "./pair-edits";

let made: MemoryWorld | null = null;

/** A book in which Вересова (НМ-001) has left traces everywhere. */
export function bookWithTraces(): MemoryWorld {
  made ??= traced();
  return structuredClone(made);
}

function traced(): MemoryWorld {
  const world = worldAfter(
    SETUP_STEP,
    IMPORT_STEP,
    ["pair", {}],
    ["approve", {}],
    ["order", { date: "2026-09-07", number: "42-ОД" }],
    ["forms", { questionnaire: "mentor-after" }],
    ["consents", { kind: "processing", codes: "НМ-001", content: "filled" }],
  );
  const mentors = tabOf(world, "Наставники");
  const row = rowWith(mentors, "id", "НМ-001");
  addColumn(world, "Наставники", "Примечание куратора", {
    [row]: "звонить вечером, Вересовой",
    [row + 1]: "работает вместе с Людмилой Аркадьевной",
  });
  const grid = world.responses[0];
  if (grid === undefined) {
    throw new RangeError("bookWithTraces: no form");
  }
  const token = String(cell(mentors, row, "token"));
  world.responses[0] = {
    ...grid,
    rows: [
      answer(2, "2026-10-01 10:00:00", token, "секретный ответ Вересовой Л.А."),
      answer(3, "2026-10-01 11:00:00", "", "секретный ответ без ключа"),
      answer(
        4,
        "2026-10-01 12:00:00",
        String(cell(mentors, row + 1, "token")),
        "ответ другого",
      ),
    ],
  };
  run(world, "intake");
  const answers = tabOf(world, "Ответы");
  // The curator knows whose answer without a key it is.
  setCell(answers, 3, "person", "НМ-001");
  const roadmap = tabOf(world, "Дорожная карта");
  roadmap.cells.push(roadmap.notes.map(() => ""));
  const last = roadmap.cells.length;
  setCell(roadmap, last, "id", "Э-90");
  setCell(roadmap, last, "stage", "Круглый стол");
  setCell(roadmap, last, "responsible", "Л. А. Вересова, 8 (900) 000-00-01");
  setCell(tabOf(world, "Журнал"), 2, "summary", "Вписана ВЕРЕСОВА Людмила.");
  addRule(world, "НСТ-001", "НМ-001; НМ-002", "просила Вересова");
  const mentees = tabOf(world, "Наставляемые");
  typeNameByMistake(world);
  setCell(mentees, 2, "wishes", "НМ-001: 5; НМ-002");
  return world;
}

/** A name in place of a code, taken back at once: the edits by hand remember it. */
function typeNameByMistake(world: MemoryWorld): void {
  const pairs = tabOf(world, "Пары");
  const row = pairs.cells.findIndex(
    (_, at) => at > 0 && cell(pairs, at + 1, "mentorId") !== "НМ-001",
  );
  const code = String(cell(pairs, row + 1, "mentorId"));
  type(world, "Пары", row + 1, "mentorId", "Вересова Л.А.");
  type(world, "Пары", row + 1, "mentorId", code);
}

function answer(row: number, stamp: string, token: string, text: string) {
  return { row, stamp, cells: [stamp, token, text] };
}

function addColumn(
  world: MemoryWorld,
  title: string,
  header: string,
  values: Readonly<Record<number, string>>,
): void {
  const tab = tabOf(world, title);
  const width = tab.notes.length;
  tab.cells.forEach((row, index) => {
    while (row.length < width) {
      row.push("");
    }
    row.push(index === 0 ? header : (values[index + 1] ?? ""));
  });
  tab.notes.push("");
}

function addRule(
  world: MemoryWorld,
  mentees: string,
  mentors: string,
  reason: string,
): void {
  const rules = tabOf(world, "Правила пар");
  rules.cells.push(rules.notes.map(() => ""));
  const row = rules.cells.length;
  setCell(rules, row, "id", "ПП-01");
  setCell(rules, row, "rule", "никогда");
  setCell(rules, row, "menteeIds", mentees);
  setCell(rules, row, "mentorIds", mentors);
  setCell(rules, row, "reason", reason);
}
