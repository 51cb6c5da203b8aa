/** What the panel shows at home: steps of the year, things to do today, an unfinished run. */
import { type Book, rowsOf, textOf, textSetting } from "../book/book";
import { activePeople, renewals } from "../book/consent-gaps";
import { consentEdits } from "../book/consents";
import { applyEdits } from "../book/edits";
import { isOverdue } from "../book/roadmap-state";
import type { TableId } from "../book/table";
import { CORE_TABLES } from "../book/tables/tables";
import { plural } from "../domain/language/plural";
import type { PanelState, Step } from "../shared/rpc";
import { ACTIONS } from "./actions/actions";
import type { OpenRun } from "./run/read-book";

/** Tables the home screen counts in. */
export const PANEL_TABLES: readonly TableId[] = [
  "settings",
  "mentees",
  "mentors",
  "consents",
  "pairs",
  "roadmap",
  "forms",
  "answers",
  "documents",
  "indicators",
];

const MAX_TODAY = 7;

/** Stands for the explanations where the panel names actions. */
const EXPLAIN = "explain";

/** Actions outside the numbered steps. */
const MORE: readonly string[] = [
  "consentsLack",
  "consentsReceived",
  "criteria",
  "rematch",
  "topics",
  "rescore",
  "variant-save",
  "variant-compare",
  "variant-adopt",
  "timeline",
  "roadmapAnnex",
  "check",
  "undo",
  "repair",
];

type TodayItem = PanelState["today"][number];

type Fact = {
  readonly action: string;
  readonly done: boolean;
  readonly ready: boolean;
  readonly note: string;
  readonly wait: string;
};

export function panelState(
  asRead: Book,
  today: string,
  run: OpenRun | null,
  requested: string | null,
): PanelState {
  // Consents end by the calendar, without anybody writing it down.
  const book = applyEdits(asRead, consentEdits(asRead, today));
  return {
    title:
      textSetting(book, "organizationShort") ||
      textSetting(book, "organization") ||
      "Наставничество",
    steps: stepsOf(factsOf(book)),
    more: [
      { action: EXPLAIN, title: "Разбор пары" },
      ...MORE.map((action) => ({
        action,
        title: ACTIONS[action]?.title ?? action,
      })),
    ],
    today: todayItems(book, today).slice(0, MAX_TODAY),
    requested,
    unfinished:
      run === null
        ? null
        : {
            action: run.action,
            title: ACTIONS[run.action]?.title ?? run.action,
            started: run.started,
            user: run.user,
          },
  };
}

function count(
  book: Book,
  table: TableId,
  column: string,
  value: string,
): number {
  return rowsOf(book, table).filter((row) => textOf(row, column) === value)
    .length;
}

function factsOf(book: Book): readonly Fact[] {
  // A book older than the register of consents is set up all the same.
  const isSetUp = CORE_TABLES.filter(
    (id) => PANEL_TABLES.includes(id) && id !== "consents",
  ).every((id) => book.tables[id].present);
  const mentees = rowsOf(book, "mentees").length;
  const mentors = rowsOf(book, "mentors").length;
  const drafts = count(book, "pairs", "status", "черновик");
  const approved = rowsOf(book, "pairs").length - drafts;
  const forms = rowsOf(book, "forms").length;
  const answers = rowsOf(book, "answers").length;
  const documents = count(book, "documents", "kind", "приказ");
  const stages = rowsOf(book, "roadmap").length;
  const people = mentees > 0 && mentors > 0;
  const lacking = withoutConsent(book);
  return [
    {
      action: "setup",
      done: isSetUp,
      ready: true,
      note: isSetUp ? "вкладки на месте" : "с этого начинается",
      wait: "",
    },
    {
      action: "roadmap",
      done: stages > 0,
      ready: isSetUp,
      note: stages > 0 ? `этапов: ${stages}` : "",
      wait: "настройки",
    },
    {
      action: "import",
      done: people,
      ready: isSetUp,
      note: people ? `наставляемых ${mentees}, наставников ${mentors}` : "",
      wait: "настройки",
    },
    {
      action: "consents",
      done: people && lacking === 0,
      ready: people,
      note: lacking > 0 ? `без согласия: ${lacking}` : "",
      wait: "людей в банках",
    },
    {
      action: "forms",
      done: forms > 0,
      ready: people,
      note: forms > 0 ? `анкет: ${forms}` : "",
      wait: "людей в банках",
    },
    {
      action: "intake",
      done: answers > 0,
      ready: forms > 0,
      note: answers > 0 ? `ответов: ${answers}` : "",
      wait: "анкету",
    },
    {
      action: "pair",
      done: drafts + approved > 0,
      ready: people,
      note:
        drafts + approved > 0
          ? `черновиков ${drafts}, утверждено ${approved}`
          : "",
      wait: "людей в банках",
    },
    {
      action: "approve",
      done: approved > 0 && drafts === 0,
      ready: drafts > 0,
      note: approved > 0 ? `утверждено: ${approved}` : "",
      wait: "черновики пар",
    },
    {
      action: "order",
      done: documents > 0,
      ready: approved > 0,
      note: documents > 0 ? `приказов: ${documents}` : "",
      wait: "утверждённые пары",
    },
    {
      action: "indicators",
      done: answers > 0 && approved > 0,
      ready: isSetUp,
      note: "",
      wait: "настройки",
    },
  ];
}

/** The first step that is ready and not done is «сейчас». */
function stepsOf(facts: readonly Fact[]): Step[] {
  return facts.map((fact) => ({
    action: fact.action,
    title: ACTIONS[fact.action]?.title ?? fact.action,
    state: fact.done ? "done" : fact.ready ? "now" : "waiting",
    note: fact.ready || fact.done ? fact.note : fact.wait,
  }));
}

/** Those in the programme whose data may not be processed. */
function withoutConsent(book: Book): number {
  return activePeople(book).filter(
    ({ row }) => textOf(row, "consent") !== "получено",
  ).length;
}

function consentItems(book: Book, today: string): TodayItem[] {
  const lacking = withoutConsent(book);
  const due = book.tables.consents.present ? renewals(book, today) : [];
  const whose = (why: "expires" | "cameOfAge") =>
    new Set(due.filter((one) => one.why === why).map(({ row }) => row.id)).size;
  const items: readonly (readonly [number, string])[] = [
    [lacking, "Нет согласия"],
    [whose("expires"), "Скоро истекает согласие"],
    [whose("cameOfAge"), "Совершеннолетие, нужно личное согласие"],
  ];
  return items
    .filter(([people]) => people > 0)
    .map(([people, text]) => ({
      text: `${text}: ${people} ${plural(people, ["человек", "человека", "человек"])}.`,
      action: "consentsLack",
      verb: "Показать",
    }));
}

function todayItems(book: Book, today: string): TodayItem[] {
  const items: TodayItem[] = consentItems(book, today);
  const stale = count(book, "pairs", "source", "пересчитать");
  if (stale > 0) {
    items.push({
      text: `Ждут пересчёта: ${stale} ${plural(stale, ["строка", "строки", "строк"])} пар.`,
      action: "rescore",
      verb: "Пересчитать",
    });
  }
  const drafts = count(book, "pairs", "status", "черновик");
  if (drafts > 0) {
    items.push({
      text: `Черновики пар: ${drafts}.`,
      action: "approve",
      verb: "Утвердить",
    });
  }
  const unordered = rowsOf(book, "pairs").filter(
    (row) =>
      textOf(row, "status") === "утверждена" &&
      textOf(row, "documentId") === "",
  ).length;
  if (unordered > 0) {
    items.push({
      text: `Без приказа: ${unordered} ${plural(unordered, ["утверждённая пара", "утверждённые пары", "утверждённых пар"])}.`,
      action: "order",
      verb: "Создать приказ",
    });
  }
  const overdue = rowsOf(book, "roadmap").filter((row) =>
    isOverdue(row, today),
  ).length;
  if (overdue > 0) {
    items.push({
      text: `Просрочено по дорожной карте: ${overdue} ${plural(overdue, ["этап", "этапа", "этапов"])}.`,
      action: "roadmap",
      verb: "Открыть",
    });
  }
  return items;
}
