/** The one order of all changes of the book: numbers them, tells windows, refuses edits that crossed another. */
import type { BookMutation, Host } from "../types";
import { type Footprint, footprint, overlap } from "./footprint";
import { watchFormulaValues } from "./formula-values";
import type { NumberedMutation } from "./protocol";

/** How far a window may fall behind before it loads the book again; chosen. */
const KEPT_MUTATIONS = 2_000;

/** Pause after the last change before formulas are computed, ms; chosen. */
const SETTLE_AFTER_MS = 20;

/** Mutations a page may send; everything else is its own view. */
const EDITABLE =
  /^(?:sheet\.mutation\.|data-validation\.mutation\.|formula\.mutation\.(?:set|remove)-defined-name$)/;

/** Origin of computed values; no window has this name. */
const FORMULAS = "formulas";

type Entry = {
  readonly number: number;
  readonly origin: string;
  /**
   * NumberedMutation as JSON text, written at once: the engine goes on
   * changing the objects it executed.
   */
  readonly json: string;
  readonly footprint: Footprint;
};

export type BookChannel = {
  /** Number of the last change, 0 before the first. */
  readonly number: () => number;
  /**
   * Computes formulas and tells windows of them, from the first call on after
   * every change: a book that nobody has opened yet is not computed and its
   * changes are not kept.
   */
  readonly follow: () => Promise<void>;
  /**
   * Changes after `base` for this window, oldest first, each a
   * NumberedMutation as JSON text; null when they are no longer kept.
   */
  readonly since: (base: number, window: string) => readonly string[] | null;
  /**
   * Applies one gesture of a window.
   *
   * @param base - Last number the window had applied when it made the edit.
   * @returns null when applied, otherwise a Russian sentence why not; part of
   *   the batch may then be in the book and is told to every window.
   */
  readonly edit: (
    window: string,
    base: number,
    mutations: readonly BookMutation[],
  ) => string | null;
  /** Computes formulas anew although no cell changed: the clock did. */
  readonly refresh: () => void;
  readonly close: () => void;
};

/**
 * @param tell - Called once per turn of the event loop after changes came.
 * @param onError - Told when formulas could not be computed.
 */
export function openBookChannel(
  book: Host["book"],
  tell: () => void,
  onError: (error: unknown) => void,
): BookChannel {
  const kept: Entry[] = [];
  const formulas = watchFormulaValues(book);
  let last = 0;
  let isFollowed = false;
  let isTellPlanned = false;
  let settling: NodeJS.Timeout | undefined;

  const add = (
    mutation: BookMutation,
    origin: string,
    place: Footprint,
  ): void => {
    last += 1;
    const numbered: NumberedMutation =
      origin === FORMULAS
        ? { number: last, mutation, isComputed: true }
        : { number: last, mutation };
    const json = JSON.stringify(numbered);
    kept.push({ number: last, origin, json, footprint: place });
    if (kept.length > KEPT_MUTATIONS) kept.shift();
    if (isTellPlanned) return;
    isTellPlanned = true;
    setImmediate(() => {
      isTellPlanned = false;
      tell();
    });
  };

  // Formulas are computed when somebody reads them; windows always do.
  const settle = async (): Promise<void> => {
    await book.settled();
    for (const mutation of formulas.changes()) {
      add(mutation, FORMULAS, { kind: "looks" });
    }
  };
  const settleSoon = () => {
    if (!isFollowed) return;
    clearTimeout(settling);
    settling = setTimeout(() => {
      settle().catch(onError);
    }, SETTLE_AFTER_MS);
  };

  const stop = book.onMutation((mutation, origin) => {
    if (!isFollowed) {
      last += 1;
      return;
    }
    add(mutation, origin, footprint(mutation));
    formulas.forget(mutation);
    settleSoon();
  });

  const after = (base: number): readonly Entry[] | null => {
    const first = kept[0]?.number ?? last + 1;
    if (base > last || base + 1 < first) return null;
    return kept.slice(base + 1 - first);
  };

  return {
    number: () => last,
    async follow() {
      if (!isFollowed) formulas.changes();
      isFollowed = true;
      await settle().catch(onError);
    },
    since(base, window) {
      const entries = after(base);
      return (
        entries?.map(({ number, origin, json }) =>
          origin === window ? ownMutation(number) : json,
        ) ?? null
      );
    },
    edit(window, base, mutations) {
      if (!mutations.every((one) => isEditOf(book.id, one))) {
        return "Такую правку страница прислать не может.";
      }
      const foreign = after(base)?.filter((one) => one.origin !== window);
      if (foreign === undefined || crosses(foreign, mutations)) {
        return "Таблица изменилась одновременно с вашей правкой. Повторите её.";
      }
      try {
        for (const mutation of mutations) {
          book.applyMutation(mutation, window);
        }
        return null;
      } catch {
        return "Правку не удалось записать в таблицу.";
      }
    },
    refresh: settleSoon,
    close() {
      clearTimeout(settling);
      stop();
    },
  };
}

/** The window has applied it already. */
function ownMutation(number: number): string {
  const own: NumberedMutation = { number };
  return JSON.stringify(own);
}

function crosses(
  foreign: readonly Entry[],
  mutations: readonly BookMutation[],
): boolean {
  const mine = mutations.map(footprint);
  return foreign.some((entry) =>
    mine.some((one) => overlap(one, entry.footprint)),
  );
}

function isEditOf(bookId: string, mutation: BookMutation): boolean {
  if (typeof mutation.id !== "string" || !EDITABLE.test(mutation.id)) {
    return false;
  }
  const { unitId } = (mutation.params ?? {}) as { readonly unitId?: unknown };
  return unitId === bookId;
}
