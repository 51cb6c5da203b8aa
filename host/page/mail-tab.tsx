/** Drawer: the outbox: each letter with its text as the reader sees it, and its attachments. */
import { useState } from "preact/hooks";
import type { MailView } from "../types";
import type { DrawerTabProps } from "./drawer-tabs";
import { formatMoment } from "./format";

const KILOBYTE = 1_024;

export function MailTab({ state: { mail } }: DrawerTabProps) {
  if (mail.length === 0) return <p>Писем не отправлялось.</p>;
  return (
    <>
      {mail.map((letter) => (
        <Letter key={letter.id} letter={letter} />
      ))}
    </>
  );
}

function Letter({ letter }: { readonly letter: MailView }) {
  // A frame loads when it is there, so it is there only once it is wanted.
  const [isOpen, setOpen] = useState(false);
  const address = `/mail/${encodeURIComponent(letter.id)}`;
  const facts: readonly (readonly [label: string, text: string])[] = [
    [
      "От кого",
      letter.senderName === ""
        ? letter.from
        : `${letter.senderName} <${letter.from}>`,
    ],
    ["Кому", letter.to],
    ["Копия", letter.cc],
    ["Скрытая копия", letter.bcc],
    ["Ответить", letter.replyTo],
  ];
  return (
    <details
      class="letter"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {formatMoment(letter.sentAt)} · {letter.to} · {letter.subject}
      </summary>
      <dl>
        {facts
          .filter(([, text]) => text !== "")
          .map(([label, text]) => [
            <dt key={`${label} name`}>{label}</dt>,
            <dd key={label}>{text}</dd>,
          ])}
      </dl>
      {isOpen && letter.isHtml ? (
        <iframe title={`Письмо: ${letter.subject}`} sandbox="" src={address} />
      ) : (
        <pre>{letter.body}</pre>
      )}
      {letter.attachments.length > 0 && (
        <ul aria-label="Вложения">
          {letter.attachments.map(({ index, name, size }) => (
            <li key={index}>
              <a href={`${address}/attachments/${index}`} download={name}>
                {name}
              </a>{" "}
              ({sizeWords(size)})
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function sizeWords(bytes: number): string {
  if (bytes < KILOBYTE) return `${bytes} Б`;
  if (bytes < KILOBYTE * KILOBYTE) {
    return `${Math.ceil(bytes / KILOBYTE)} КБ`;
  }
  const megabytes = bytes / (KILOBYTE * KILOBYTE);
  return `${megabytes.toFixed(1).replace(".", ",")} МБ`;
}
