/** The list of a cell by keyboard: Alt+↓ opens it, arrows go through it, Enter chooses. Univer's own answers to the mouse only. */
import type { FUniver } from "@univerjs/presets";

const LIST = "[data-u-comp=sheets-dropdown-list]";
/** Options are the only elements of a list with this class. */
const OPTION = ".univer-cursor-pointer.univer-justify-between";
const SHOW = "sheet.operation.show-data-validation-dropdown";
const CHOSEN = "chosen-option";

export type ListKeys = { readonly follow: (api: FUniver) => void };

/** To be called before Univer starts: its keys come first otherwise. */
export function watchListKeys(): ListKeys {
  let api: FUniver | null = null;
  window.addEventListener(
    "keydown",
    (event) => {
      const list = document.querySelector<HTMLElement>(LIST);
      const isTaken =
        list === null
          ? api !== null && isOpening(event) && openList(api)
          : goThrough(list, event);
      if (!isTaken) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
  return {
    follow(started) {
      api = started;
    },
  };
}

function isOpening({ altKey, key, target }: KeyboardEvent): boolean {
  const isInBook = (target as HTMLElement).closest(".book") !== null;
  return altKey && key === "ArrowDown" && isInBook;
}

/** Tells whether the chosen cell has a list. */
function openList(api: FUniver): boolean {
  const book = api.getActiveWorkbook();
  const sheet = book?.getActiveSheet();
  const cell = sheet?.getSelection()?.getCurrentCell();
  if (!book || !sheet || !cell) return false;
  const { actualRow: row, actualColumn: column } = cell;
  const rule = sheet.getRange(row, column).getDataValidation();
  if (!rule?.rule.type.startsWith("list")) return false;
  const place = { unitId: book.getId(), subUnitId: sheet.getSheetId() };
  return api.syncExecuteCommand(SHOW, { ...place, row, column });
}

/** Tells whether the key was for the list. */
function goThrough(list: HTMLElement, event: KeyboardEvent): boolean {
  const options = [...list.querySelectorAll<HTMLElement>(OPTION)];
  const at = options.findIndex((one) => one.classList.contains(CHOSEN));
  const step = STEPS[event.key];
  if (step !== undefined) {
    const from = at === -1 && step === -1 ? 0 : at;
    choose(list, options, (from + step + options.length) % options.length);
    return true;
  }
  if (event.key !== "Enter" || at === -1) return false;
  options[at]?.click();
  return true;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function choose(
  list: HTMLElement,
  options: readonly HTMLElement[],
  chosen: number,
): void {
  list.setAttribute("role", "listbox");
  for (const [index, option] of options.entries()) {
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", String(index === chosen));
    option.classList.toggle(CHOSEN, index === chosen);
  }
  options[chosen]?.scrollIntoView({ block: "nearest" });
}
