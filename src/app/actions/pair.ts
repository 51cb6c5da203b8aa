/** «Подобрать пары…»: the best possible drafts, explained; approved pairs stay. */
import * as z from "zod/mini";
import {
  type Book,
  findRow,
  rowsOf,
  setting,
  textOf,
  textSetting,
} from "../../book/book";
import { type Edit, sameCell } from "../../book/edits";
import type { CellValue } from "../../book/table";
import type { PAIR_MODES } from "../../book/tables/settings";
import { UserError } from "../../domain/errors";
import { plural } from "../../domain/language/plural";
import { blockingPairs } from "../../domain/matching/explain/blocking";
import { differenceList } from "../../domain/matching/explain/difference-list";
import { fingerprint } from "../../domain/matching/explain/fingerprint";
import { runMetrics } from "../../domain/matching/explain/run-metrics";
import { unmatchedNotes } from "../../domain/matching/explain/unmatched";
import type { PairingMode } from "../../domain/matching/pairing-rules";
import type { IdPair } from "../../domain/matching/participant";
import { FULL_SCORE } from "../../domain/matching/score";
import type { Field, JsonObject, Problem } from "../../shared/rpc";
import { namesIn } from "../pairs/name-of";
import {
  isCurrent,
  PAIRING_NEEDS,
  PAIRING_READS,
  pairKey,
  pairOf,
  standingRows,
} from "../pairs/open-scene";
import { draftEdits, type Proposal } from "../pairs/pair-drafts";
import {
  contradictionProblems,
  lockProblems,
  unmatchedProblems,
} from "../pairs/pair-problems";
import {
  differenceSections,
  metricsSection,
  proposalSection,
  ruleSection,
} from "../pairs/pair-sections";
import { sourcesOf } from "../pairs/pair-source";
import {
  type RunScene,
  type RunWish,
  sceneForRun,
} from "../pairs/scene-for-run";
import { solveScene } from "../pairs/solve-scene";
import type { Action, Plan } from "../plan";
import { integerOf, optionalInteger, readInput } from "./read-input";

const PAIRS = ["пара", "пары", "пар"] as const;

const MODES: readonly {
  readonly value: PairingMode;
  readonly label: string;
  /** Word in the settings. */
  readonly setting: (typeof PAIR_MODES)[number];
  /** What the proof of the run says. */
  readonly proof: string;
}[] = [
  {
    value: "most",
    setting: "больше пар",
    label: "Больше пар: как можно больше людей с наставником",
    proof:
      "Набор проверен: больше пар или более высокая сумма баллов при этих правилах невозможны.",
  },
  {
    value: "best",
    setting: "выше баллы",
    label: "Лучшие баллы: только удачные пары, даже если их меньше",
    proof:
      "Набор проверен: более высокая сумма баллов при этих правилах и этом пороге невозможна.",
  },
  {
    value: "weakest",
    setting: "поднять слабые",
    label: "Поднять слабых: сначала чтобы худшая пара была как можно лучше",
    proof:
      "Набор проверен: больше пар невозможно, и самый низкий балл при таком их числе поднять нельзя.",
  },
];

const INPUT = z.object({
  mode: z.optional(z.enum(["most", "best", "weakest"])),
  minScore: optionalInteger,
  keepManual: z._default(z.boolean(), true),
});

const LABELS = {
  mode: "Что важнее",
  minScore: "Наименьший балл пары",
  keepManual: "Правки вручную оставить",
} as const;

export const pair: Action = {
  id: "pair",
  title: "Подобрать пары",
  intro:
    "Подберёт лучший набор пар при Ваших правилах и критериях и запишет его черновиками. Утверждённые пары не меняются, прежние черновики пересматриваются.",
  needs: PAIRING_NEEDS,
  reads: PAIRING_READS,
  undoable: true,
  fields,
  blocked: (book) =>
    rowsOf(book, "mentees").length === 0 || rowsOf(book, "mentors").length === 0
      ? "Для подбора нужны и наставники, и наставляемые. Сначала выберите «Загрузить людей…» или впишите людей на вкладки «Наставники» и «Наставляемые»."
      : null,
  plan: planPairs,
};

function fields(book: Book): readonly Field[] {
  const threshold = setting(book, "minScore");
  return [
    {
      key: "mode",
      label: LABELS.mode,
      kind: "choice",
      required: true,
      choices: MODES.map(({ value, label }) => ({ value, label })),
      value: modeInSettings(book),
    },
    {
      key: "minScore",
      label: LABELS.minScore,
      kind: "integer",
      hint: "От 0 до 1000. Пары с меньшим баллом не предлагаются; 0 – предлагать любые.",
      value: typeof threshold === "number" ? threshold : 0,
    },
    {
      key: "keepManual",
      label: LABELS.keepManual,
      kind: "yesno",
      hint: "Черновики, где Вы сами выбрали наставника, останутся. Если снять отметку, подбор пересмотрит и их и покажет, что изменилось.",
      value: true,
    },
  ];
}

function planPairs(book: Book, input: JsonObject): Plan {
  const wish = readWish(book, input);
  const opened = sceneForRun(book, wish);
  const doubts = contradictionProblems(opened.scene);
  const problems = [...opened.problems, ...doubts];
  return doubts.some(({ severity }) => severity === "error")
    ? stopped(problems)
    : drafted(book, wish, { ...opened, problems });
}

/** What is not given is as the settings say. */
function readWish(book: Book, input: JsonObject): RunWish {
  const read = readInput(INPUT, input, LABELS);
  const minScore = integerOf(read.minScore);
  if (minScore !== null && (minScore < 0 || minScore > FULL_SCORE)) {
    throw new UserError(
      "INPUT",
      `«${LABELS.minScore}» – целое число от 0 до ${FULL_SCORE}.`,
    );
  }
  return {
    mode: read.mode ?? modeInSettings(book),
    minScore,
    keepManual: read.keepManual,
  };
}

function modeInSettings(book: Book): PairingMode {
  const word = textSetting(book, "pairMode");
  return MODES.find((mode) => mode.setting === word)?.value ?? "most";
}

function stopped(problems: readonly Problem[]): Plan {
  return {
    summary: [
      "Подбор не начат: правила противоречат друг другу. Ничего не изменено.",
    ],
    edits: [],
    effects: [],
    problems,
    verb: "Подобрать",
    links: [{ label: "Правила пар", tab: "Правила пар" }],
  };
}

function drafted(book: Book, wish: RunWish, opened: RunScene): Plan {
  const { scene, problems } = opened;
  const standing = standingRows(book);
  const before = standing.map(pairOf);
  const current = standing.filter(isCurrent).map(pairOf);
  const pairs = allPairs(solveScene(scene).pairs, [
    ...current,
    ...opened.manual,
  ]);
  const proposals = proposalsOf(book, opened, pairs, current);
  const notes = unmatchedNotes(scene, pairs).filter(({ menteeId }) =>
    isWaiting(book, menteeId),
  );
  const names = namesIn(book);
  const difference = differenceList(before, pairs, names, scene);
  const count = `${proposals.length} ${plural(proposals.length, PAIRS)}`;
  return {
    summary: [
      `Черновики: ${count}. Утверждено раньше: ${current.length}. Без пары: ${notes.length}.`,
      ...(before.length === 0 ? [] : [`${difference.summary}.`]),
      MODES.find(({ value }) => value === wish.mode)?.proof ?? "",
    ],
    edits: [
      ...settingEdits(book, wish),
      ...draftEdits(book, proposals, fingerprint(scene)),
    ],
    effects: [],
    problems: [
      ...problems,
      ...lockProblems(book, scene),
      ...unmatchedProblems(book, notes),
    ],
    details: [
      ...(before.length === 0 ? [] : differenceSections(difference)),
      proposalSection(book, proposals),
      metricsSection(runMetrics(scene, pairs, opened.manual.length), [
        blockingPairs(scene, pairs, names).words,
      ]),
      ruleSection(scene),
    ],
    verb: `Записать ${count} как черновики`,
    links: [{ label: "Пары", tab: "Пары" }],
  };
}

/** The aim and the threshold of the run become the book's, so that explanations share them. */
function settingEdits(book: Book, { mode, minScore }: RunWish): Edit[] {
  const wishes: readonly (readonly [string, CellValue])[] = [
    ["pairMode", MODES.find(({ value }) => value === mode)?.setting ?? null],
    ["minScore", minScore],
  ];
  return wishes.flatMap(([row, value]): Edit[] =>
    value === null ||
    findRow(book, "settings", row) === null ||
    sameCell(setting(book, row), value)
      ? []
      : [{ kind: "set", table: "settings", row, column: "value", value }],
  );
}

/** The solution with every pair that stays, also one beyond what a mentee wants. */
function allPairs(
  solved: readonly IdPair[],
  staying: readonly IdPair[],
): readonly IdPair[] {
  const known = new Set(solved.map(pairKey));
  return [...solved, ...staying.filter((one) => !known.has(pairKey(one)))];
}

function proposalsOf(
  book: Book,
  { scene, manual }: RunScene,
  pairs: readonly IdPair[],
  current: readonly IdPair[],
): readonly Proposal[] {
  const standing = new Set(current.map(pairKey));
  const sourceOf = sourcesOf(book, scene.rules, manual);
  return pairs.flatMap((pair): Proposal[] => {
    const [mentee, mentor] = [
      scene.menteeOf.get(pair[0]),
      scene.mentorOf.get(pair[1]),
    ];
    const key = pairKey(pair);
    if (standing.has(key) || mentee === undefined || mentor === undefined) {
      return [];
    }
    const score = scene.detail(mentee, mentor);
    return [{ pair, score, ...sourceOf(pair) }];
  });
}

/** Those who left or finished are not waiting for a mentor. */
function isWaiting(book: Book, id: string): boolean {
  const row = findRow(book, "mentees", id);
  return row !== null && !["выбыл", "завершил"].includes(textOf(row, "status"));
}
