/** The simulated clock of the drawer: what time it is, and how to move it. */
import { useEffect, useState } from "preact/hooks";
import type { ClockRequest } from "../server/clock-routes";
import type { ClockMove, ClockState } from "../types";
import { postJson } from "./connection";
import { formatMinute } from "./format";

const HOUR_MS = 3_600_000;
const STEPS: readonly { readonly label: string; readonly ms: number }[] = [
  { label: "+1 час", ms: HOUR_MS },
  { label: "+1 день", ms: 24 * HOUR_MS },
  { label: "+1 неделя", ms: 7 * 24 * HOUR_MS },
];
const KINDS: Readonly<Record<ClockState["kind"], string>> = {
  real: "настоящее время",
  moved: "часы переведены",
  standing: "часы стоят",
};
const REFRESH_MS = 5_000;

export function ClockPanel({ clock }: { readonly clock: ClockState }) {
  const now = useTicking(clock);
  const [asked, setAsked] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState("");

  const move = async (request: ClockRequest) => {
    setBusy(true);
    setSaid("");
    try {
      setSaid(movedWords(await postJson<ClockMove>("/api/clock", request)));
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  const moveTo = (event: Event) => {
    event.preventDefault();
    void move({ set: new Date(asked).toISOString() });
  };

  return (
    <div class="clock">
      <p>
        Сейчас <strong>{formatMinute(now)}</strong> – {KINDS[clock.kind]}
      </p>
      {STEPS.map(({ label, ms }) => (
        <button
          key={label}
          type="button"
          disabled={isBusy}
          onClick={() => void move({ advanceMs: ms })}
        >
          {label}
        </button>
      ))}
      <form onSubmit={moveTo}>
        <input
          type="datetime-local"
          aria-label="Дата и время"
          required
          value={asked}
          onInput={(event) => setAsked(event.currentTarget.value)}
        />
        <button type="submit" disabled={isBusy}>
          Перевести
        </button>
      </form>
      {clock.kind !== "real" && (
        <button
          type="button"
          disabled={isBusy}
          onClick={() => void move({ real: true })}
        >
          Вернуть настоящее время
        </button>
      )}
      <p role="status">{isBusy ? "Часы идут, триггеры выполняются…" : said}</p>
    </div>
  );
}

function movedWords({ fired, skipped }: ClockMove): string {
  if (fired === 0) return "Часы переведены, триггеры не срабатывали.";
  const rest = skipped ? " Остальные сроки пропущены: их слишком много." : "";
  return `Часы переведены, срабатываний: ${fired}.${rest}`;
}

/** The server's time, going on by itself unless it stands still. */
function useTicking(clock: ClockState): string {
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    setNow(clock.now);
    if (clock.kind === "standing") return undefined;
    const ahead = Date.parse(clock.now) - Date.now();
    const timer = setInterval(
      () => setNow(new Date(Date.now() + ahead).toISOString()),
      REFRESH_MS,
    );
    return () => clearInterval(timer);
  }, [clock.now, clock.kind]);
  return now;
}
