/**
 * The weekly letter: an hourly trigger asks whether it is due. A letter is
 * never sent twice: the intent is written first, and one that was cut off
 * stays «возможно отправлено».
 */
import type { Edit } from "../../book/edits";
import { nextId } from "../../book/next-id";
import { icsText } from "../../domain/digest/calendar";
import { weekOfLastSlot } from "../../domain/digest/slot";
import { UserError } from "../../domain/errors";
import type { Ports } from "../ports";
import { readBook, readMemory } from "../run/read-book";
import { writeEdits } from "../run/write-edits";
import { DIGEST_TABLES, digestOf } from "./content";
import {
  digestMemory,
  type Mark,
  momentOf,
  type Schedule,
  scheduleOf,
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
  const me = ports.mail.owner();
  const isOthers = owner !== "" && me !== "" && owner !== me;
  if (!schedule.on || isOthers) {
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
  if (mark.week < week && ports.mail.remaining() > 0) {
    sendWeekly(ports, week);
  }
}

const MAYBE =
  "Отправка прервалась: письмо могло уйти. Само оно повторно не отправится; отправить ещё раз можно через «Еженедельное письмо…».";

function dueWeek(ports: Ports, { day, hour }: Schedule): string {
  return weekOfLastSlot(momentOf(ports.now()), day, hour);
}

function sendWeekly(ports: Ports, week: string): void {
  const mark = (state: Mark["state"]) => writeMark(ports, { week, state });
  mark("intent");
  try {
    sendNow(ports);
  } catch (error) {
    mark("maybe");
    writeJournal(ports, "возможно отправлено", MAYBE);
    throw error;
  }
  mark("sent");
  writeJournal(ports, "выполнено", "Письмо с делами недели отправлено.");
}

/** Makes the letter of today and sends it to whoever runs the script. */
function sendNow(ports: Ports): void {
  const { book } = readBook(ports, readMemory(ports), {
    tables: DIGEST_TABLES,
    responses: false,
  });
  const { id, url } = ports.bookFile();
  const letter = digestOf(book, ports.today(), url);
  ports.mail.send({
    // An account that is not told gets its letter all the same.
    to: ports.mail.owner() || digestMemory(ports).owner,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    ...(letter.events.length === 0
      ? {}
      : {
          calendar: icsText(letter.events, {
            book: id,
            name: "Наставничество: дорожная карта",
            now: ports.clock(),
          }),
        }),
  });
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
    return [
      "На сегодня Google больше не отправит писем от Вашего имени. Повторите завтра.",
    ];
  }
  ports.properties.write({ [ASKED]: `${key} intent` });
  sendNow(ports);
  ports.properties.write({ [ASKED]: `${key} sent` });
  return [];
}
