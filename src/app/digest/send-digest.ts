/**
 * The weekly letter: an hourly trigger asks whether it is due. A letter is
 * never sent twice: the intent is written first, and one that was cut off
 * stays «возможно отправлено».
 */
import type { Edit } from "../../book/edits";
import { nextId } from "../../book/next-id";
import { icsText } from "../../domain/digest/calendar";
import { nextCalendar } from "../../domain/digest/calendar-memory";
import { slotDay, turnOf, weekOfLastSlot } from "../../domain/digest/slot";
import { UserError } from "../../domain/errors";
import { russianDate } from "../../domain/language/dates";
import type { Letter, Ports } from "../ports";
import { readBook, readMemory } from "../run/read-book";
import { writeEdits } from "../run/write-edits";
import { DIGEST_TABLES, digestOf } from "./content";
import {
  digestMemory,
  isMine,
  type Mark,
  markText,
  momentOf,
  type Schedule,
  scheduleOf,
  toldTexts,
  writeMark,
  writeOwner,
} from "./schedule";

const TITLE = "Еженедельное письмо";

/** What the hourly trigger does. Somebody else at work: the next hour will do. */
export function onHourTick(ports: Ports): void {
  try {
    ports.lock.hold(() => tick(ports));
  } catch (error) {
    if (!(error instanceof UserError)) {
      throw error;
    }
  }
}

function tick(ports: Ports): void {
  const memory = readMemory(ports);
  const { book } = readBook(ports, memory, {
    tables: ["settings"],
    responses: false,
  });
  if (!book.tables.settings.present) {
    return;
  }
  const schedule = scheduleOf(book);
  const { mark, owner } = digestMemory(ports);
  if (!schedule.on || !isMine(ports, owner)) {
    ports.timer.set(false);
    return;
  }
  const isBusy = memory.run !== null && ports.clock() < memory.run.until;
  if (isBusy) {
    return;
  }
  const week = dueWeek(ports, schedule);
  if (mark === null) {
    // Nothing is remembered: better one letter less than one twice.
    writeMark(ports, { week, state: "skipped" });
    return;
  }
  if (mark.state === "intent") {
    writeMark(ports, { ...mark, state: "maybe" });
    writeJournal(ports, "возможно отправлено", MAYBE);
  }
  if (mark.week < week) {
    takeTurn(ports, schedule, { before: mark, week });
  }
}

/** The letter of a week that is due and not sent: now, late, later or never. */
function takeTurn(
  ports: Ports,
  { day, hour }: Schedule,
  { before, week }: { readonly before: Mark; readonly week: string },
): void {
  const turn = turnOf(momentOf(ports.now()), week, day, hour);
  const slot = `${russianDate(slotDay(week, day))} в ${hour}:00`;
  if (turn === "skip") {
    writeMark(ports, { week, state: "skipped" });
    writeJournal(
      ports,
      "пропущено",
      `Письмо должно было прийти ${slot}, но отправить его не удалось. Следующее уже скоро, поэтому это не отправлено.`,
    );
  } else if (turn !== "wait" && ports.mail.remaining() > 0) {
    sendWeekly(ports, { before, week, late: turn === "late" ? slot : "" });
  }
}

const MAYBE =
  "Отправка прервалась: письмо могло уйти. Само оно повторно не отправится; отправить ещё раз можно через «Еженедельное письмо…».";

function dueWeek(ports: Ports, { day, hour }: Schedule): string {
  return weekOfLastSlot(momentOf(ports.now()), day, hour);
}

function sendWeekly(
  ports: Ports,
  {
    before,
    week,
    late,
  }: { readonly before: Mark; readonly week: string; readonly late: string },
): void {
  // Made first: what fails before the sending can be tried again.
  const { letter, told } = makeLetter(
    ports,
    late === ""
      ? []
      : [
          `Письмо опоздало: оно должно было прийти ${late}. Дела ниже – на сегодня.`,
        ],
  );
  writeMark(ports, { week, state: "intent" });
  try {
    ports.mail.send(letter);
  } catch (error) {
    if (isQuota(error)) {
      writeMark(ports, before);
      return;
    }
    writeMark(ports, { week, state: "maybe" });
    writeJournal(ports, "возможно отправлено", MAYBE);
    throw error;
  }
  ports.properties.write({ ...markText({ week, state: "sent" }), ...told });
  writeJournal(
    ports,
    "выполнено",
    `Письмо с делами недели отправлено${late === "" ? "" : `; должно было прийти ${late}`}.`,
  );
}

/** Google refuses by these words before anything is sent. */
function isQuota(error: unknown): boolean {
  const text = String((error as { message?: unknown }).message ?? error);
  return /too many times|Limit exceeded|quota|слишком много/i.test(text);
}

/**
 * The letter of today to whoever runs the script, and the properties that
 * remember its calendar once it is sent.
 */
function makeLetter(
  ports: Ports,
  start: readonly string[] = [],
): {
  readonly letter: Letter;
  readonly told: Readonly<Record<string, string>>;
} {
  const { book } = readBook(ports, readMemory(ports), {
    tables: DIGEST_TABLES,
    responses: false,
  });
  const { id, url } = ports.bookFile();
  const { subject, text, html, events } = digestOf(
    book,
    ports.today(),
    url,
    start,
  );
  const memory = digestMemory(ports);
  const me = ports.mail.owner();
  const now = ports.clock();
  const next = nextCalendar(events ?? [], memory.told, now);
  return {
    letter: {
      // An account that is not told gets its letter all the same.
      to: me || memory.owner,
      subject,
      text,
      html,
      ...(events === null || next.events.length === 0
        ? {}
        : {
            calendar: icsText(next.events, {
              book: id,
              name: "Наставничество: дорожная карта",
              now,
            }),
          }),
    },
    // What another person asked for does not count as told to the owner.
    told:
      events === null || !isMine(ports, memory.owner)
        ? {}
        : toldTexts(next.told, memory.parts),
  };
}

/** One row of the journal, where there is one. */
function writeJournal(ports: Ports, state: string, summary: string): void {
  const { book, tabIds } = readBook(ports, readMemory(ports), {
    tables: ["journal"],
    responses: false,
  });
  if (!book.tables.journal.present) {
    return;
  }
  const edit: Edit = {
    kind: "insert",
    table: "journal",
    row: nextId(book, "journal"),
    values: {
      when: ports.now(),
      who: ports.mail.owner(),
      action: TITLE,
      state,
      summary,
    },
  };
  writeEdits(ports, book, [edit], tabIds);
}

/** One trigger where there is none or several; the week stays as it is. */
export function mendTimer(ports: Ports, on: boolean): void {
  const me = ports.mail.owner();
  if (on && me !== "") {
    writeOwner(ports, me);
  }
  ports.timer.set(on);
}

/** Switches the trigger; a letter whose hour is past this week waits for the next. */
export function setTimer(ports: Ports, schedule: Schedule): void {
  if (schedule.on) {
    const week = dueWeek(ports, schedule);
    const { mark } = digestMemory(ports);
    if (mark === null || mark.week < week) {
      writeMark(ports, { week, state: "skipped" });
    }
    writeOwner(ports, ports.mail.owner());
  }
  ports.timer.set(schedule.on);
}

const NO_QUOTA =
  "На сегодня Google больше не отправит писем от Вашего имени. Повторите завтра.";

/** Property of the last letter that was asked for by hand. */
const ASKED = "digestAsked";

/**
 * A letter asked for, once for each key.
 *
 * @returns What the person has to know, Russian sentences.
 */
export function sendAsked(ports: Ports, key: string): readonly string[] {
  const before = ports.properties.readAll()[ASKED] ?? "";
  if (before === `${key} sent`) {
    return [];
  }
  if (before === `${key} intent`) {
    return [
      "Письмо, возможно, уже отправлено: проверьте почту. Чтобы отправить ещё раз, повторите действие.",
    ];
  }
  if (ports.mail.remaining() < 1) {
    return [NO_QUOTA];
  }
  const { letter, told } = makeLetter(ports);
  ports.properties.write({ [ASKED]: `${key} intent` });
  try {
    ports.mail.send(letter);
  } catch (error) {
    if (isQuota(error)) {
      ports.properties.write({ [ASKED]: before });
      return [NO_QUOTA];
    }
    throw error;
  }
  ports.properties.write({ [ASKED]: `${key} sent`, ...told });
  return [];
}
