/** What stands in the toolbar and the menus of the grid: nothing that the book does not keep, and what a curator needs first. */

const HIDDEN = { hidden: true } as const;

/**
 * Univer keeps its own protections; the book's are those of Apps Script,
 * which the page shows as warnings (protected-ranges.ts).
 */
const PROTECTION = [
  "sheet.command.add-range-protection-from-toolbar",
  "sheet.contextMenu.permission",
  "sheet.command.add-range-protection-from-sheet-bar",
  "sheet.command.change-sheet-protection-from-sheet-bar",
  "sheet.command.delete-worksheet-protection-from-sheet-bar",
  "sheet.command.view-sheet-permission-from-sheet-bar",
];

/** All functions are found by «fx» beside the formula and by typing. */
const FUNCTION_LISTS = [
  "common",
  "financial",
  "logical",
  "text",
  "date",
  "lookup",
  "math",
  "statistical",
  "engineering",
  "information",
  "database",
].map((kind) => `formula-ui.operation.insert-function.${kind}`);

/** Room for filter, sorting, rules and search at 1280 pixels. */
const SELDOM_USED = [
  "sheet.command.set-range-font-increase",
  "sheet.command.set-range-font-decrease",
  "sheet.command.set-text-rotation",
  "base-ui.operation.toggle-shortcut-panel",
];

/** Univer's configuration of menu items, by id. */
export const MENU_ITEMS: Readonly<Record<string, { hidden: boolean }>> =
  Object.fromEntries(
    [...PROTECTION, ...FUNCTION_LISTS, ...SELDOM_USED].map((id) => [
      id,
      HIDDEN,
    ]),
  );

/** Fonts that the person's machine or its neighbour has. */
export const FONTS = [
  "Arial",
  "Times New Roman",
  "Calibri",
  "Courier New",
  "Georgia",
  "Tahoma",
  "Verdana",
].map((name) => ({ value: name, label: name }));
