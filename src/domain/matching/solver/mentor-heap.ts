/** A binary heap of mentors by distance, whose distances may fall. */
import { intAt, realAt } from "./typed-read";

/** Distances are valid for mentors touched since the last `clearHeap`. */
export type MentorHeap = {
  readonly distance: Float64Array;
  /** Mentors in heap order. */
  readonly order: Int32Array;
  /** Place of each mentor in `order`, -1 when outside. */
  readonly place: Int32Array;
  /** Mentors whose distance is not infinite. */
  readonly touched: number[];
  size: number;
};

/** @param mentors - How many mentors there are. */
export function emptyHeap(mentors: number): MentorHeap {
  return {
    distance: new Float64Array(mentors).fill(Number.POSITIVE_INFINITY),
    order: new Int32Array(mentors),
    place: new Int32Array(mentors).fill(-1),
    touched: [],
    size: 0,
  };
}

/** Forgets all distances. */
export function clearHeap(heap: MentorHeap): void {
  for (const mentor of heap.touched) {
    heap.distance[mentor] = Number.POSITIVE_INFINITY;
    heap.place[mentor] = -1;
  }
  heap.touched.length = 0;
  heap.size = 0;
}

/** Notes the mentor's distance without adding it to the heap. */
export function mark(heap: MentorHeap, mentor: number, distance: number): void {
  if (realAt(heap.distance, mentor) === Number.POSITIVE_INFINITY) {
    heap.touched.push(mentor);
  }
  heap.distance[mentor] = distance;
}

/** Adds the mentor, or moves it up: `distance` is lower than its last. */
export function lower(
  heap: MentorHeap,
  mentor: number,
  distance: number,
): void {
  mark(heap, mentor, distance);
  let at = intAt(heap.place, mentor);
  if (at === -1) {
    at = heap.size;
    heap.size += 1;
  }
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = intAt(heap.order, parent);
    if (realAt(heap.distance, above) <= distance) {
      break;
    }
    heap.order[at] = above;
    heap.place[above] = at;
    at = parent;
  }
  heap.order[at] = mentor;
  heap.place[mentor] = at;
}

/** @returns The nearest mentor, taken out; -1 when the heap is empty. */
export function takeNearest(heap: MentorHeap): number {
  if (heap.size === 0) {
    return -1;
  }
  const nearest = intAt(heap.order, 0);
  heap.place[nearest] = -1;
  heap.size -= 1;
  if (heap.size > 0) {
    sink(heap, intAt(heap.order, heap.size));
  }
  return nearest;
}

/** Puts the mentor at the root and lets it sink. */
function sink(heap: MentorHeap, mentor: number): void {
  const distance = realAt(heap.distance, mentor);
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.size) {
      break;
    }
    const right = child + 1;
    if (
      right < heap.size &&
      realAt(heap.distance, intAt(heap.order, right)) <
        realAt(heap.distance, intAt(heap.order, child))
    ) {
      child = right;
    }
    const below = intAt(heap.order, child);
    if (distance <= realAt(heap.distance, below)) {
      break;
    }
    heap.order[at] = below;
    heap.place[below] = at;
    at = child;
  }
  heap.order[at] = mentor;
  heap.place[mentor] = at;
}
