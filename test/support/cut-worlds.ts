/** Worlds as a kill can leave them: each state between two port calls, once. */
import { type MemoryWorld, watchCalls } from "./memory-ports";

export type CutWorld = {
  readonly world: MemoryWorld;
  /** The port call that is not made any more, from 1; one more than there are at the end. */
  readonly call: number;
};

/** Everything but the number of calls; equal texts go on alike. */
export function textOfWorld({ calls: _calls, ...rest }: MemoryWorld): string {
  return JSON.stringify(rest, (_, value) =>
    value instanceof Set ? [...value] : value,
  );
}

/**
 * Runs the work on the world and keeps what a kill would leave. A kill after a
 * call takes effect leaves what one before the next call leaves, and one
 * before or after a call that only reads leaves the same: such states come
 * once, so that each is continued once.
 */
export function cutWorlds(world: MemoryWorld, work: () => void): CutWorld[] {
  const cuts: CutWorld[] = [];
  const known = new Set<string>();
  const first = world.calls;
  const keep = () => {
    const text = textOfWorld(world);
    if (known.has(text)) return;
    known.add(text);
    cuts.push({ world: structuredClone(world), call: world.calls - first + 1 });
  };
  watchCalls(world, keep, work);
  keep();
  return cuts;
}
