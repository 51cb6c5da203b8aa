/** Keeps Ctrl+Z right while others work: what another's change has touched is no longer taken back. */
import {
  type IMutationInfo,
  type Injector,
  IUndoRedoService,
} from "@univerjs/presets";
import { type Footprint, footprint, overlap } from "../server/footprint";
import type { BookMutation } from "../types";

type Step = { readonly undoMutations: readonly IMutationInfo[] };

/** Univer's stacks, private there: last step last. */
type Stacks = {
  readonly _undoStacks: ReadonlyMap<string, Step[]>;
  readonly _redoStacks: ReadonlyMap<string, Step[]>;
  readonly _updateStatus: () => void;
};

export type Undoing = {
  /** Another book or another state of it is shown: nothing can be taken back. */
  readonly forget: (bookId: string) => void;
  /** Somebody else changed the book. */
  readonly crossed: (bookId: string, change: BookMutation) => void;
};

export function watchUndoing(injector: Injector): Undoing {
  const undoing = injector.get(IUndoRedoService);
  const stacks = undoing as unknown as Stacks;
  const known = new WeakMap<IMutationInfo, Footprint>();

  const placeOf = (mutation: IMutationInfo): Footprint => {
    const place = known.get(mutation) ?? footprint(mutation as BookMutation);
    known.set(mutation, place);
    return place;
  };

  return {
    forget: (bookId) => undoing.clearUndoRedo(bookId),
    crossed(bookId, change) {
      const place = footprint(change);
      const isCrossed = ({ undoMutations }: Step) =>
        undoMutations.some((mutation) => overlap(place, placeOf(mutation)));
      for (const stack of [stacks._undoStacks, stacks._redoStacks]) {
        const steps = stack.get(bookId);
        // Steps are taken back one after another: what lies below is lost too.
        if (steps === undefined) continue;
        steps.splice(0, steps.map(isCrossed).lastIndexOf(true) + 1);
      }
      stacks._updateStatus();
    },
  };
}
