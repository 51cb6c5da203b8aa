/** F6 and Shift+F6 go from one part of the page to the next: in the grid Tab belongs to the cells. */

/** Parts in the order of F6, each with what gets the focus there. */
const PARTS = [
  { part: ".header", first: "button" },
  {
    part: "[data-u-comp=ribbon-toolbar]",
    first: "button:enabled, [role=button]",
  },
  { part: ".book", first: "canvas" },
  {
    part: "[data-u-comp=slide-tab-bar]",
    first: "[data-u-comp=slide-tab-item][aria-selected=true]",
  },
  { part: ".sidebar", first: "iframe" },
  { part: ".drawer", first: "[role=tab][aria-selected=true]" },
] as const;

/** Follows the keys of the page. */
export function goByParts(): void {
  window.addEventListener("keydown", onKey, true);
}

/** Lets the keys work inside a panel of the add-on too. */
export function goFromFrame(frame: HTMLIFrameElement): void {
  frame.contentWindow?.addEventListener("keydown", onKey, true);
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== "F6" || event.ctrlKey || event.altKey) return;
  if (document.querySelector("dialog:modal") !== null) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const shown = PARTS.flatMap(({ part, first }) => {
    const place = document.querySelector(part);
    const target = place?.querySelector<HTMLElement>(first);
    return place && target ? [{ place, target }] : [];
  });
  const holders = shown.filter(({ place }) =>
    place.contains(document.activeElement),
  );
  // The innermost: the toolbar and the tabs lie inside the book.
  const holder = holders.find(({ place }) =>
    holders.every((other) => other.place.contains(place)),
  );
  const at = holder === undefined ? -1 : shown.indexOf(holder);
  const step = event.shiftKey ? -1 : 1;
  shown[(at + step + shown.length) % shown.length]?.target.focus();
}
