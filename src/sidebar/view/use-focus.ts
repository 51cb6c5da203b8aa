/** Where keyboard and screen reader are led when the panel changes under them. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { View } from "../model/view";

function focusOn(selector: string, preventScroll: boolean): void {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus({ preventScroll });
}

function leadToScreen(mayFocus: boolean, hasFailed: boolean): void {
  window.scrollTo(0, 0);
  if (mayFocus) {
    focusOn(hasFailed ? "[data-failure]" : "h1", true);
  }
}

/** Only a focus that was lost is given back, never one that has moved on. */
function giveBack(element: Element | null): void {
  if (
    document.activeElement === document.body &&
    element instanceof HTMLElement &&
    element.isConnected
  ) {
    element.focus({ preventScroll: true });
  }
}

/**
 * A new screen takes focus to its heading, a failure to its notice, a wrong
 * field to itself. A wait that left the screen as it was gives focus back to
 * the button that started it (a disabled button loses it). Focus never leaves
 * the spreadsheet for the panel, except when the panel opens.
 */
export function useFocus(view: View): void {
  const seenSerial = useRef(-1);
  const lastFocused = useRef<Element | null>(null);

  useLayoutEffect(() => {
    const remember = (event: FocusEvent) => {
      if (event.target instanceof Element) {
        lastFocused.current = event.target;
      }
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);

  const { serial, failure, busy } = view;
  useLayoutEffect(() => {
    const isOpening = seenSerial.current === -1;
    if (serial !== seenSerial.current) {
      seenSerial.current = serial;
      leadToScreen(isOpening || document.hasFocus(), failure !== null);
    } else if (failure !== null) {
      leadToScreen(document.hasFocus(), true);
    } else if (busy === null) {
      giveBack(lastFocused.current);
    }
  }, [serial, failure, busy]);

  const { screen } = view;
  const attempt = screen.kind === "action" ? screen.draft.attempt : 0;
  useLayoutEffect(() => {
    if (attempt > 0) {
      focusOn("[aria-invalid=true]", false);
    }
  }, [attempt]);
}
