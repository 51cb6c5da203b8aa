/** Drawer: letters the add-on has sent; none leaves the machine. */
import type { DrawerTabProps } from "./drawer-tabs";
import { formatMoment } from "./format";

export function MailTab({ state: { mail } }: DrawerTabProps) {
  if (mail.length === 0) return <p>Писем не отправлялось.</p>;
  return (
    <>
      {mail.map((letter) => (
        <details key={`${letter.sentAt} ${letter.to} ${letter.subject}`}>
          <summary>
            {formatMoment(letter.sentAt)} · {letter.to} · {letter.subject}
          </summary>
          <pre>{letter.body}</pre>
        </details>
      ))}
    </>
  );
}
