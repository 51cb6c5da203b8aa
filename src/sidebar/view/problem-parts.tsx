/** One problem and the tab it is in, with the way to its cell. */
import type { Problem } from "../../shared/rpc";
import type { CellPlace } from "../model/panel-type";

export type ShowProps = {
  readonly isBusy: boolean;
  readonly onShow: (place: CellPlace) => void;
};

export type TabGroup = {
  readonly tab: string;
  readonly problems: readonly Problem[];
};

/** Tabs in the order of their first problem; problems without a tab under "". */
export function groupByTab(problems: readonly Problem[]): readonly TabGroup[] {
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

/** The name of the tab, which opens it. */
export function TabHeading({
  tab,
  isBusy,
  onShow,
}: ShowProps & { readonly tab: string }) {
  return (
    <>
      Вкладка{" "}
      <button
        type="button"
        class="link"
        disabled={isBusy}
        onClick={() => onShow({ tab })}
      >
        «{tab}»
      </button>
    </>
  );
}

/** @param word - How grave it is, where the list mixes grave and light ones. */
export function Entry({
  problem,
  word,
  isBusy,
  onShow,
}: ShowProps & { readonly problem: Problem; readonly word?: string }) {
  const { tab, row, column, severity } = problem;
  const place = placeOf(problem);
  return (
    <li class={word === undefined ? undefined : `entry ${severity}`}>
      {word !== undefined && <span class="severity">{word}</span>}
      {place !== "" &&
        (tab === undefined || row === undefined ? (
          <span class="place">{place}</span>
        ) : (
          <button
            type="button"
            class="link place"
            disabled={isBusy}
            onClick={() =>
              onShow({ tab, row, ...(column === undefined ? {} : { column }) })
            }
          >
            {place}
          </button>
        ))}
      <span class="lines">{problem.message}</span>
    </li>
  );
}
