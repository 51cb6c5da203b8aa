/** What the panel shows now, who hears of changes, and the waiting for one call. */
import type { Outcome } from "../server/call-server";
import type { Failure } from "../server/failure";
import { FIRST_VIEW, type Screen, type View } from "./view";

export type Frame = {
  readonly view: () => View;
  /** @returns A function that ends the hearing. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly update: (change: Partial<View>) => void;
  readonly show: (
    screen: Screen,
    announcement?: string,
    failure?: Failure,
  ) => void;
  /** Waits for one call; on failure the screen stays and says why. */
  readonly ask: <T>(
    busy: string,
    request: () => Promise<Outcome<T>>,
  ) => Promise<T | null>;
};

export function createFrame(): Frame {
  let view = FIRST_VIEW;
  const listeners = new Set<() => void>();

  function update(change: Partial<View>): void {
    view = { ...view, ...change };
    for (const listener of listeners) {
      listener();
    }
  }

  function show(screen: Screen, announcement = "", failure?: Failure): void {
    update({
      screen,
      serial: view.serial + 1,
      busy: null,
      failure: failure ?? null,
      announcement,
    });
  }

  async function ask<T>(
    busy: string,
    request: () => Promise<Outcome<T>>,
  ): Promise<T | null> {
    update({ busy, failure: null, announcement: busy });
    const outcome = await request();
    update(
      outcome.ok
        ? { busy: null, announcement: "" }
        : { busy: null, announcement: "", failure: outcome.failure },
    );
    return outcome.ok ? outcome.value : null;
  }

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update,
    show,
    ask,
  };
}
