/** Skipped and doubtful things: errors first, then by tab, each with its place. */
import { useState } from "preact/hooks";
import type { Problem } from "../../shared/rpc";
import { formatNumber } from "../model/words";
import { NowIcon, StopIcon, WarningIcon } from "./icons";
import { Entry, groupByTab, type ShowProps, TabHeading } from "./problem-parts";

/** More rows than this are drawn only when asked for. */
const PAGE_SIZE = 50;

type Words = { readonly title: string; readonly note: string };

function Group({
  tab,
  problems,
  ...showProps
}: ShowProps & { tab: string; problems: readonly Problem[] }) {
  return (
    <>
      {tab !== "" && (
        <p class="problem-tab">
          <TabHeading tab={tab} {...showProps} />
        </p>
      )}
      <ul class="problems">
        {problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be the same word for word, and the list never changes
          <Entry key={index} problem={problem} {...showProps} />
        ))}
      </ul>
    </>
  );
}

const ICONS = { error: StopIcon, warning: WarningIcon, hint: NowIcon } as const;

function Severity({
  problems,
  words,
  severity,
  ...showProps
}: ShowProps & {
  readonly problems: readonly Problem[];
  readonly words: Words;
  readonly severity: Problem["severity"];
}) {
  const [limit, setLimit] = useState(PAGE_SIZE);
  const chosen = problems.filter((problem) => problem.severity === severity);
  if (chosen.length === 0) {
    return null;
  }
  const Icon = ICONS[severity];
  const hidden = chosen.length - limit;
  return (
    <section class={`problem-group ${severity}`}>
      <h2>
        <Icon />
        {words.title}: {formatNumber(chosen.length)}
      </h2>
      <p class="note">{words.note}</p>
      {groupByTab(chosen.slice(0, limit)).map((group) => (
        <Group key={group.tab} {...group} {...showProps} />
      ))}
      {hidden > 0 && (
        <button type="button" onClick={() => setLimit(limit + PAGE_SIZE)}>
          Показать ещё {Math.min(hidden, PAGE_SIZE)} из {formatNumber(hidden)}
        </button>
      )}
    </section>
  );
}

const HINTS: Words = {
  title: "Подсказки",
  note: "Можно оставить и так.",
};

export function ProblemList({
  problems,
  errors,
  warnings,
  ...showProps
}: ShowProps & {
  readonly problems: readonly Problem[];
  /** How the screen names the two kinds. */
  readonly errors: Words;
  readonly warnings: Words;
}) {
  return (
    <>
      <Severity
        problems={problems}
        words={errors}
        severity="error"
        {...showProps}
      />
      <Severity
        problems={problems}
        words={warnings}
        severity="warning"
        {...showProps}
      />
      <Severity
        problems={problems}
        words={HINTS}
        severity="hint"
        {...showProps}
      />
    </>
  );
}
