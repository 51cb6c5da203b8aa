/** Lets a person move a window by its title bar, and puts the last one touched on top. */
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** Above the book and its menus, below notices. */
const LOWEST = 900;
const HIGHEST = 999;
/** Each window opens so far from the one before, pixels. */
const STEP = 28;
/** So much of a window stays in sight, pixels. */
const KEPT_IN_SIGHT = 60;

let touched = 0;

function toTop(box: HTMLElement): void {
  touched += 1;
  box.style.zIndex = String(Math.min(LOWEST + touched, HIGHEST));
}

/** Handlers for the title bar. */
export function useDragging(box: RefObject<HTMLDialogElement | null>) {
  const grip = useRef<{ readonly x: number; readonly y: number } | null>(null);

  useEffect(() => {
    const window = box.current;
    if (!window?.classList.contains("modeless")) return;
    const others = document.querySelectorAll(".dialog.modeless").length - 1;
    const { left, top } = window.getBoundingClientRect();
    moveTo(window, left + others * STEP, top + others * STEP);
    toTop(window);
  }, [box]);

  return {
    onPointerDown(event: PointerEvent) {
      const window = box.current;
      const target = event.target as HTMLElement;
      if (window === null || target.closest("button") !== null) return;
      const { left, top } = window.getBoundingClientRect();
      grip.current = { x: event.clientX - left, y: event.clientY - top };
      // Moves over the frame inside go to the bar as well.
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
      toTop(window);
    },
    onPointerMove(event: PointerEvent) {
      const held = grip.current;
      if (held === null || box.current === null) return;
      moveTo(box.current, event.clientX - held.x, event.clientY - held.y);
    },
    onPointerUp() {
      grip.current = null;
    },
  };
}

/** Never wholly out of the page. */
function moveTo(window: HTMLElement, left: number, top: number): void {
  const limit = (value: number, most: number) =>
    Math.max(0, Math.min(value, most - KEPT_IN_SIGHT));
  window.style.margin = "0";
  window.style.left = `${limit(left, innerWidth)}px`;
  window.style.top = `${limit(top, innerHeight)}px`;
}
