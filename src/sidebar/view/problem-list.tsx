/** Skipped and doubtful things: errors first, then by tab, each with its place. */
import { useState } from "preact/hooks";
import type { Problem } from "../../shared/rpc";
import { formatNumber } from "../model/words";
import { StopIcon, WarningIcon } from "./icons";

/** More rows than this are drawn only when asked for. */
const PAGE_SIZE = 50;

type Words = { readonly title: string; readonly note: string };

type TabGroup = { readonly tab: string; readonly problems: readonly Problem[] };

/** Tabs in the order of their first problem; problems without a tab under "". */
function groupByTab(problems: readonly Problem[]): readonly TabGroup[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const tab = problem.tab ?? "";
    const group = groups.get(tab);
    if (group === undefined) {
      groups.set(tab, [problem]);
    } else {
      group.push(problem);
    }
  }
  return Array.from(groups, ([tab, group]) => ({ tab, problems: group }));
}

function placeOf({ row, column }: Problem): string {
  const parts = [
    ...(row === undefined ? [] : [`строка\u00a0${row}`]),
    ...(column === undefined ? [] : [`графа «${column}»`]),
  ];
  const place = parts.join(", ");
  return place.charAt(0).toUpperCase() + place.slice(1);
}

function Entry({ problem }: { readonly problem: Problem }) {
  const place = placeOf(problem);
  return (
    <li>
      {place !== "" && <span class="place">{place}</span>}
      <span class="lines">{problem.message}</span>
    </li>
  );
}

type TabProps = {
  readonly isBusy: boolean;
  readonly onShowTab: (tab: string) => void;
};

function Group({ group, isBusy, onShowTab }: TabProps & { group: TabGroup }) {
  return (
    <>
      {group.tab !== "" && (
        <p class="problem-tab">
          Вкладка{" "}
          <button
            type="button"
            class="link"
            disabled={isBusy}
            onClick={() => onShowTab(group.tab)}
          >
            «{group.tab}»
          </button>
        </p>
      )}
      <ul class="problems">
        {group.problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be the same word for word, and the list never changes
          <Entry key={index} problem={problem} />
        ))}
      </ul>
    </>
  );
}

function Severity({
  problems,
  words,
  severity,
  ...tabProps
}: TabProps & {
  readonly problems: readonly Problem[];
  readonly words: Words;
  readonly severity: Problem["severity"];
}) {
  const [limit, setLimit] = useState(PAGE_SIZE);
  const chosen = problems.filter((problem) => problem.severity === severity);
  if (chosen.length === 0) {
    return null;
  }
  const Icon = severity === "error" ? StopIcon : WarningIcon;
  const hidden = chosen.length - limit;
  return (
    <section class={`problem-group ${severity}`}>
      <h2>
        <Icon />
        {words.title}: {formatNumber(chosen.length)}
      </h2>
      <p class="note">{words.note}</p>
      {groupByTab(chosen.slice(0, limit)).map((group) => (
        <Group key={group.tab} group={group} {...tabProps} />
      ))}
      {hidden > 0 && (
        <button type="button" onClick={() => setLimit(limit + PAGE_SIZE)}>
          Показать ещё {Math.min(hidden, PAGE_SIZE)} из {formatNumber(hidden)}
        </button>
      )}
    </section>
  );
}

export function ProblemList({
  problems,
  errors,
  warnings,
  ...tabProps
}: TabProps & {
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
        {...tabProps}
      />
      <Severity
        problems={problems}
        words={warnings}
        severity="warning"
        {...tabProps}
      />
    </>
  );
}
