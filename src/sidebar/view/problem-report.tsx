/** What «Проверить данные» has found: tab by tab, each remark with its weight in words. */
import { useState } from "preact/hooks";
import type { Problem } from "../../shared/rpc";
import { formatNumber } from "../model/words";
import {
  Entry,
  groupByTab,
  type ShowProps,
  type TabGroup,
  TabHeading,
} from "./problem-parts";

/** More remarks of a tab than this are drawn only when asked for. */
const PAGE_SIZE = 30;

const WORDS: Readonly<Record<Problem["severity"], string>> = {
  error: "Ошибка",
  warning: "Предупреждение",
  hint: "Подсказка",
};

function TabReport({
  group: { tab, problems },
  ...showProps
}: ShowProps & { readonly group: TabGroup }) {
  const [limit, setLimit] = useState(PAGE_SIZE);
  const hidden = problems.length - limit;
  return (
    <section class="problem-report">
      <h2>
        {tab === "" ? "Вся таблица" : <TabHeading tab={tab} {...showProps} />}
        {`: ${formatNumber(problems.length)}`}
      </h2>
      <ul class="problems">
        {problems.slice(0, limit).map((problem, index) => (
          <Entry
            // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be the same word for word, and the list never changes
            key={index}
            problem={problem}
            word={WORDS[problem.severity]}
            {...showProps}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" onClick={() => setLimit(limit + PAGE_SIZE)}>
          Показать ещё {Math.min(hidden, PAGE_SIZE)} из {formatNumber(hidden)}
        </button>
      )}
    </section>
  );
}

export function ProblemReport({
  problems,
  ...showProps
}: ShowProps & { readonly problems: readonly Problem[] }) {
  return (
    <>
      {groupByTab(problems).map((group) => (
        <TabReport key={group.tab} group={group} {...showProps} />
      ))}
    </>
  );
}
