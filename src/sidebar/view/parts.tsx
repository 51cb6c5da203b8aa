/** The small pieces every screen is made of. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { BackIcon, DoneIcon, StopIcon, WarningIcon } from "./icons";

type Children = { readonly children: ComponentChildren };

/** The heading that takes focus when a screen opens. */
export function Heading({
  children,
  quiet = false,
}: Children & { readonly quiet?: boolean }) {
  return (
    <h1 tabIndex={-1} class={quiet ? "quiet" : undefined}>
      {children}
    </h1>
  );
}

/** The way back on top of every screen but home. */
export function BackLink({
  caption,
  isBusy,
  onPress,
}: {
  readonly caption: string;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}) {
  return (
    <nav class="back" aria-label="Возврат">
      <button type="button" class="link" disabled={isBusy} onClick={onPress}>
        <BackIcon />
        {caption}
      </button>
    </nav>
  );
}

/** After this long the curator is told that the panel has not hung. */
const SLOW_AFTER_MS = 10_000;

/** A strip on top: something is on its way. */
export function Waiting({ text }: { readonly text: string }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="wait-strip">
      <span class="spinner" aria-hidden="true" />
      <span>
        {text}
        {isSlow && (
          <span class="slow" role="status">
            {" "}
            Дольше обычного: таблица большая или Google занят. Не закрывайте
            панель.
          </span>
        )}
      </span>
    </div>
  );
}

const TONE_ICONS = {
  error: StopIcon,
  warning: WarningIcon,
  good: DoneIcon,
} as const;

/** A framed remark; the icon and the words carry the meaning, colour helps. */
export function Notice({
  tone,
  children,
}: Children & { readonly tone: keyof typeof TONE_ICONS }) {
  const Icon = TONE_ICONS[tone];
  return (
    <div class={`notice ${tone}`}>
      <Icon />
      <div class="notice-body">{children}</div>
    </div>
  );
}

/** Lines of a summary: one as a paragraph, several as a list. */
export function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length < 2) {
    return lines[0] === undefined ? null : <p class="summary">{lines[0]}</p>;
  }
  return (
    <ul class="summary">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Long texts of the server: an empty line begins a new paragraph. */
export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split(/\n\s*\n/)
        .filter((part) => part.trim() !== "")
        .map((part) => (
          <p key={part} class="lines">
            {part}
          </p>
        ))}
    </>
  );
}
