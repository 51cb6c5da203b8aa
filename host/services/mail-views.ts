/** Letters of the outbox as the page shows them. */
import type { MailView } from "../types";
import type { Letter } from "./mail";
import type { LetterFile } from "./mail-files";

/** Files of a letter that its reader can save, in order. */
export function attachedTo(letter: Letter | undefined): readonly LetterFile[] {
  return (letter?.files ?? []).filter(({ cid }) => cid === undefined);
}

/** A letter as the page shows it. */
export function viewOf(letter: Letter): MailView {
  const { id, from, to, cc, bcc, replyTo, senderName, subject } = letter;
  return {
    id,
    from,
    to,
    cc,
    bcc,
    replyTo,
    senderName,
    subject,
    body: letter.body,
    isHtml: letter.htmlBody !== "",
    sentAt: letter.sentAt,
    attachments: attachedTo(letter).map(({ name, size }, index) => ({
      index,
      name,
      size,
    })),
  };
}
