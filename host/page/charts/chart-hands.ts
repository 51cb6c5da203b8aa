/** Moving a chart by mouse or arrow keys, deleting it by key. */

export type Hands = {
  /** While it is dragged: pixels on the screen from where it was. */
  readonly onDrag: (x: number, y: number) => void;
  /** Once it is let go, or after an arrow key. */
  readonly onMove: (x: number, y: number) => void;
  readonly onRemove: () => void;
};

/** A press that moves less is a click. */
const DRAG_FROM_PX = 4;
const ARROW_STEP_PX = 20;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-ARROW_STEP_PX, 0],
  ArrowRight: [ARROW_STEP_PX, 0],
  ArrowUp: [0, -ARROW_STEP_PX],
  ArrowDown: [0, ARROW_STEP_PX],
};

/** @param grid - Gets the wheel's turns, which scroll it. */
export function giveHands(
  element: HTMLElement,
  grid: () => HTMLElement | null,
  hands: Hands,
): void {
  let start: { readonly x: number; readonly y: number } | null = null;
  let isDragged = false;

  element.addEventListener("pointerdown", (event) => {
    event.stopPropagation();
    if (event.button !== 0 || event.target instanceof HTMLButtonElement) {
      return;
    }
    start = { x: event.clientX, y: event.clientY };
    isDragged = false;
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (start === null) return;
    const x = event.clientX - start.x;
    const y = event.clientY - start.y;
    isDragged ||= Math.hypot(x, y) >= DRAG_FROM_PX;
    if (isDragged) hands.onDrag(x, y);
  });
  element.addEventListener("pointerup", (event) => {
    if (start !== null && isDragged) {
      hands.onMove(event.clientX - start.x, event.clientY - start.y);
    }
    start = null;
  });
  element.addEventListener("pointercancel", () => {
    start = null;
    hands.onDrag(0, 0);
  });
  element.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const step = ARROWS[event.key];
    const isOnChart = event.target === element;
    if (step !== undefined && isOnChart) {
      event.preventDefault();
      hands.onMove(...step);
    }
    if (event.key === "Delete" && isOnChart) hands.onRemove();
  });
  element.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      grid()?.dispatchEvent(new WheelEvent(event.type, event));
    },
    { passive: false },
  );
}
