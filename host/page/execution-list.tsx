/** The execution log: what ran, how long, what it cost; errors alone on request. */
import { useState } from "preact/hooks";
import type { JournalEntry } from "../server/protocol";
import type { DrawerTabProps } from "./drawer-tabs";
import { ExecutionDetails, OUTCOMES } from "./execution-details";
import { formatDuration, formatMoment, formatShortMoment } from "./format";
import { hasError, titleOf } from "./journal";

/** As in journal.css; rows are equally high so that only those in sight are made. */
const ROW_HEIGHT = 30;
/** More than fit on a screen of 1080 lines, and some around them. */
const ROWS_MADE = 60;
const ROWS_ABOVE = 15;

export function ExecutionList({ journal: entries }: DrawerTabProps) {
  const [onlyErrors, setOnlyErrors] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = onlyErrors ? entries.filter(hasError) : entries;
  const entry = entries.find(({ id }) => id === chosen);
  return (
    <div class="journal">
      <div class="journal-bar">
        <label>
          <input
            type="checkbox"
            checked={onlyErrors}
            onChange={(event) => setOnlyErrors(event.currentTarget.checked)}
          />
          Только с ошибками
        </label>
        <span role="status">
          {onlyErrors
            ? `С ошибками: ${shown.length} из ${entries.length}`
            : `Выполнений: ${entries.length}`}
        </span>
      </div>
      {shown.length === 0 ? (
        <p>{onlyErrors ? "Ошибок не было." : "Ничего ещё не выполнялось."}</p>
      ) : (
        // Another filter begins at its top.
        <Rows
          key={String(onlyErrors)}
          entries={shown}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      {entry === undefined ? (
        <p class="journal-details">
          Нажмите на строку, чтобы увидеть вызовы служб и записи.
        </p>
      ) : (
        <ExecutionDetails key={entry.id} entry={entry} />
      )}
    </div>
  );
}

function Rows({
  entries,
  chosen,
  onChoose,
}: {
  readonly entries: readonly JournalEntry[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const [top, setTop] = useState(0);
  const latest = Math.max(0, entries.length - ROWS_MADE);
  const first = Math.min(latest, Math.max(0, top - ROWS_ABOVE));
  const made = entries.slice(first, first + ROWS_MADE);
  const below = entries.length - first - made.length;
  return (
    <div
      class="journal-rows"
      onScroll={(event) =>
        setTop(Math.floor(event.currentTarget.scrollTop / ROW_HEIGHT))
      }
    >
      {/* The rows out of sight are empty space. */}
      <div
        style={{
          paddingTop: `${first * ROW_HEIGHT}px`,
          paddingBottom: `${below * ROW_HEIGHT}px`,
        }}
      >
        <table aria-rowcount={entries.length + 1}>
          <thead>
            <tr>
              <th class="moment">Когда</th>
              <th>Что</th>
              <th class="who">Кто</th>
              <th class="number">Длилось</th>
              <th class="number" title="Оценка по опубликованным замерам">
                На Google
              </th>
              <th class="number">Вызовов</th>
              <th class="outcome">Итог</th>
            </tr>
          </thead>
          <tbody>
            {made.map((entry, index) => (
              <Row
                key={entry.id}
                entry={entry}
                position={first + index + 2}
                isChosen={entry.id === chosen}
                onChoose={onChoose}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Row(props: {
  readonly entry: JournalEntry;
  /** Counted from 1, the header included. */
  readonly position: number;
  readonly isChosen: boolean;
  readonly onChoose: (id: string) => void;
}) {
  const { entry, position, isChosen, onChoose } = props;
  const title = titleOf(entry);
  return (
    <tr aria-rowindex={position} class={isChosen ? "chosen" : undefined}>
      <td title={formatMoment(entry.startedAt)}>
        {formatShortMoment(entry.startedAt)}
      </td>
      <td>
        <button
          type="button"
          class="journal-choose"
          title={title}
          aria-pressed={isChosen}
          onClick={() => onChoose(entry.id)}
        >
          {title}
        </button>
      </td>
      <td title={entry.user}>{entry.user}</td>
      <td class="number">{formatDuration(entry.durationMs)}</td>
      <td class="number">
        {entry.modelledMs === undefined
          ? "–"
          : formatDuration(entry.modelledMs)}
      </td>
      <td class="number">{entry.meter.counted}</td>
      <td class={hasError(entry) ? "error-text" : undefined}>
        {outcomeOf(entry)}
      </td>
    </tr>
  );
}

function outcomeOf(entry: JournalEntry): string {
  if (entry.refusal !== undefined) return "отказ";
  return entry.outcome === "done" && hasError(entry)
    ? "выполнено, есть #ИМЯ?"
    : OUTCOMES[entry.outcome];
}
