/** MailApp: letters go to the outbox of the workspace, never anywhere else. */
import type { MailView } from "../types";
import { EMAIL_PATTERN } from "./form-rule";
import {
  type Enclosure,
  type LetterFile,
  readEnclosures,
  storeEnclosures,
  withPictures,
} from "./mail-files";
import { attachedTo, viewOf } from "./mail-views";
import {
  type Execution,
  perWorkspace,
  type ServiceModule,
  type Workspace,
} from "./registry";
import { ServiceError, ServiceObject } from "./service-object";

/** One letter in the outbox. */
export type Letter = {
  readonly id: string;
  /** Addresses separated by commas, as given. */
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly replyTo: string;
  /** Name shown as the sender's. */
  readonly senderName: string;
  readonly subject: string;
  readonly body: string;
  /** Empty when the letter is plain text. */
  readonly htmlBody: string;
  /** Names of the attachments. */
  readonly attachments: readonly string[];
  /** Attachments and pictures; absent in letters of an earlier version. */
  readonly files?: readonly LetterFile[];
  /** Address of the person whose script sent it. */
  readonly from: string;
  /** ISO instant. */
  readonly sentAt: string;
};

type Outbox = { readonly letters: Letter[] };

/** Recipients a day for gmail.com accounts, and per letter; Google's quotas. */
const DAILY_RECIPIENTS = 100;
const LETTER_RECIPIENTS = 50;
const MAX_BODY_BYTES = 200 * 1024;
const MAX_SUBJECT = 250;

/** Google's quotas start anew at midnight Pacific time. */
const QUOTA_ZONE = "America/Los_Angeles";

function quotaDay(moment: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: QUOTA_ZONE }).format(
    moment,
  );
}

function addresses(text: string): string[] {
  return text
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
}

/** `Имя <адрес>` or the address alone. */
function checkAddress(address: string): void {
  const bare = /<([^<>]+)>$/.exec(address)?.[1] ?? address;
  if (!EMAIL_PATTERN.test(bare)) {
    throw new ServiceError(`Invalid email: ${address}`);
  }
}

export type MailStore = {
  /** Oldest first. */
  readonly letters: () => readonly Letter[];
  /** @param quota - Addressees a day; Google's number by default. */
  readonly remaining: (user: string, quota?: number) => number;
  /** @throws ServiceError for bad addresses and exceeded limits. */
  readonly send: (
    letter: NewLetter,
    enclosures: readonly Enclosure[],
    quota?: number,
  ) => void;
  /** Letters as the page shows them, oldest first. */
  readonly views: () => readonly MailView[];
  /** HTML text of a letter with its pictures inside; null when it has none. */
  readonly html: (letterId: string) => string | null;
  /** One attachment of a letter; null when there is none of this number. */
  readonly attachment: (letterId: string, index: number) => Enclosure | null;
};

type NewLetter = Omit<Letter, "id" | "sentAt" | "attachments" | "files">;

function recipientsOf(letter: Pick<Letter, "to" | "cc" | "bcc">): string[] {
  return [letter.to, letter.cc, letter.bcc].flatMap(addresses);
}

/** The outbox of a workspace; one per workspace. */
export const mailOf: (workspace: Workspace) => MailStore = perWorkspace(
  ({ storage, now, newId }) => {
    const document = storage.document<Outbox>("mail", { letters: [] });
    const remaining = (user: string, quota = DAILY_RECIPIENTS): number => {
      const today = quotaDay(now());
      const used = document
        .get()
        .letters.filter(
          (letter) =>
            letter.from === user && quotaDay(new Date(letter.sentAt)) === today,
        )
        .reduce((sum, letter) => sum + recipientsOf(letter).length, 0);
      return Math.max(0, quota - used);
    };
    const find = (id: string) =>
      document.get().letters.find((letter) => letter.id === id);
    return {
      letters: () => document.get().letters,
      remaining,
      views: () => document.get().letters.map(viewOf),
      html: (letterId) => {
        const letter = find(letterId);
        if (letter === undefined || letter.htmlBody === "") return null;
        return withPictures(letter.htmlBody, letter.files ?? [], storage);
      },
      attachment: (letterId, index) => {
        const file = attachedTo(find(letterId))[index];
        const bytes = file === undefined ? null : storage.getFile(file.path);
        if (file === undefined || bytes === null) return null;
        const { name, contentType } = file;
        return { name, contentType, bytes };
      },
      send: (letter, enclosures, quota) => {
        const recipients = recipientsOf(letter);
        if (addresses(letter.to).length === 0) {
          throw new ServiceError("Failed to send email: no recipient");
        }
        recipients.forEach(checkAddress);
        if (letter.replyTo !== "") {
          checkAddress(letter.replyTo);
        }
        if (recipients.length > LETTER_RECIPIENTS) {
          throw new ServiceError(
            "Limit exceeded: Email Recipients Per Message.",
          );
        }
        if (letter.subject.length > MAX_SUBJECT) {
          throw new ServiceError("Invalid argument: subject is too long.");
        }
        const bytes = Buffer.byteLength(letter.body + letter.htmlBody, "utf8");
        if (bytes > MAX_BODY_BYTES) {
          throw new ServiceError("Limit exceeded: Email Body Size.");
        }
        if (recipients.length > remaining(letter.from, quota)) {
          throw new ServiceError(
            "Service invoked too many times for one day: email.",
          );
        }
        const id = newId();
        document.get().letters.push({
          id,
          ...letter,
          attachments: enclosures
            .filter(({ cid }) => cid === undefined)
            .map(({ name }) => name),
          files: storeEnclosures(storage, id, enclosures),
          sentAt: now().toISOString(),
        });
        document.set(document.get());
      },
    };
  },
);

const KNOWN_OPTIONS: ReadonlySet<string> = new Set([
  "to",
  "subject",
  "body",
  "htmlBody",
  "cc",
  "bcc",
  "replyTo",
  "name",
  "noReply",
  "attachments",
  "inlineImages",
]);

type Message = Readonly<Record<string, unknown>>;

function isMessage(value: unknown): value is Message {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof ServiceObject)
  );
}

function text(message: Message, key: string): string {
  const value = message[key];
  return value === undefined || value === null ? "" : String(value);
}

function mismatch(): ServiceError {
  return new ServiceError(
    "The parameters don't match the method signature for MailApp.sendEmail.",
  );
}

/**
 * The ways to call sendEmail as one message: an object; recipient, subject,
 * body and perhaps options; recipient, replyTo, subject, body.
 */
function messageOf(args: readonly unknown[]): Message {
  const [first, second, third, fourth] = args;
  const texts = args.filter((arg) => typeof arg === "string").length;
  if (args.length === 1 && isMessage(first)) {
    return first;
  }
  if (args.length === 4 && texts === 4) {
    return { to: first, replyTo: second, subject: third, body: fourth };
  }
  const options = fourth ?? {};
  if (
    args.length < 3 ||
    args.length > 4 ||
    texts !== 3 ||
    !isMessage(options)
  ) {
    throw mismatch();
  }
  return { ...options, to: first, subject: second, body: third };
}

export class MailApp extends ServiceObject {
  readonly execution: Execution;

  constructor(execution: Execution) {
    super();
    this.execution = execution;
  }

  /** `noReply` changes nothing: gmail.com accounts cannot hide themselves. */
  sendEmail(...args: unknown[]): void {
    const message = messageOf(args);
    const unknown = Object.keys(message).find((key) => !KNOWN_OPTIONS.has(key));
    if (unknown !== undefined) {
      throw new ServiceError(
        `MailApp.sendEmail: the option ${unknown} is not available on the local host`,
      );
    }
    const enclosures = readEnclosures(
      message["attachments"],
      message["inlineImages"],
    );
    const letter = {
      to: text(message, "to"),
      cc: text(message, "cc"),
      bcc: text(message, "bcc"),
      replyTo: text(message, "replyTo"),
      senderName: text(message, "name"),
      subject: text(message, "subject"),
      body: text(message, "body"),
      htmlBody: text(message, "htmlBody"),
      from: this.execution.user,
    };
    const { workspace, mailQuota } = this.execution;
    mailOf(workspace).send(letter, enclosures, mailQuota);
  }

  /** Recipients left today, of 100 or of what an instrument sets. */
  getRemainingDailyQuota(): number {
    const { workspace, user, mailQuota } = this.execution;
    return mailOf(workspace).remaining(user, mailQuota);
  }
}

export const mailModule: ServiceModule = {
  globals: [
    {
      name: "MailApp",
      type: MailApp,
      create: (execution) => new MailApp(execution),
    },
  ],
};
