/** The time an execution has left; it stands still while a person reads a dialog. */

export type Deadline = {
  /** Starts the clock; `expire` is called when the time is used up. */
  readonly start: (expire: () => void) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
};

/** @param limitMs - Time the execution may take, pauses not counted. */
export function newDeadline(limitMs: number): Deadline {
  let left = limitMs;
  let since = 0;
  let timer: NodeJS.Timeout | null = null;
  let expired = (): void => undefined;

  function halt(): void {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    left -= Date.now() - since;
  }
  function run(): void {
    if (timer !== null) return;
    since = Date.now();
    timer = setTimeout(expired, Math.max(0, left));
  }
  return {
    start(expire) {
      expired = expire;
      run();
    },
    pause: halt,
    resume: run,
    stop: halt,
  };
}
