/** What the panel shows at home: steps of the year, things to do today, an unfinished run. */
import { type Book, rowsOf, textSetting } from "../book/book";
import { consentEdits } from "../book/consents";
import { applyEdits } from "../book/edits";
import { CORE_TABLES } from "../book/tables/tables";
import type { PanelState, Step } from "../shared/rpc";
import { ACTIONS } from "./actions/actions";
import { dueItems } from "./roadmap/due-items";
import type { OpenRun } from "./run/read-book";
import { count, PANEL_TABLES, todayItems, withoutConsent } from "./today";

const MAX_TODAY = 7;

/** Stands for the explanations where the panel names actions. */
const EXPLAIN = "explain";

/** Actions outside the numbered steps. */
const MORE: readonly string[] = [
  "consentsLack",
  "consentsReceived",
  "erase",
  "banks-updated",
  "criteria",
  "rematch",
  "topics",
  "rescore",
  "variant-save",
  "variant-compare",
  "variant-adopt",
  "roadmapAssign",
  "roadmapShift",
  "roadmapDates",
  "roadmapApprove",
  "roadmapNextYear",
  "timeline",
  "roadmapAnnex",
  "toCodes",
  "toNames",
  "check",
  "digest",
  "undo",
  "repair",
];

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
      { action: EXPLAIN, title: "Разбор строки" },
      ...MORE.map((action) => ({
        action,
        title: ACTIONS[action]?.title ?? action,
      })),
    ],
    today: [...todayItems(book, today), ...dueItems(book, today)].slice(
      0,
      MAX_TODAY,
    ),
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
