/** Draws the timeline beside the roadmap: a number of calls that no row adds to. */

import { columnLetters } from "../book/a1";
import { type Timeline, todayNote } from "../book/timeline";
import { COLOURS, RULE_MARK, type TimelineRule } from "../book/timeline-rules";
import type { TimelineWork } from "../book/timeline-work";
import type { WriteCell } from "../book/write-cell";
import { runsOf } from "../book/writes";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

const TODAY_WIDTH = 64;
const WIDTHS = { month: 58, week: 24 } as const;
const HEADER_HEIGHTS = { month: 36, week: 74 } as const;
/** Of a line of a name, of the room around it, and a letter's usual width, in pixels. */
const LINE_HEIGHT = 17;
const ROOM = 4;
const LETTER = 9;
/** Lines of a name at the least and at the most. */
const LINES = [2, 5] as const;
const ALL_EDGES = [true, true, true, true, true, true] as const;
/** Texts of the header stand upright: weeks are narrower than their dates. */
const UPRIGHT = 90;

/** Brings the sheet to what the work says; repeating it is harmless. */
export function drawTimeline(
  sheet: Sheet,
  work: TimelineWork,
  cellOf: (cell: WriteCell) => string | number | boolean | Date,
): void {
  for (const { at, count } of work.deletes) {
    sheet.deleteColumns(at, count);
  }
  if (work.fresh !== null && work.wanted !== null) {
    drawColumns(sheet, work.fresh, work.wanted, cellOf);
  }
  if (work.fresh !== null || work.deletes.length > 0) {
    replaceRules(sheet, work.fresh);
  }
  const view = arrangeView(sheet, work);
  if (work.today !== null && work.wanted !== null) {
    const wanted: Timeline = { ...work.wanted, view };
    sheet.getRange(1, work.today).setNote(todayNote(wanted));
  }
}

/** Notes go in first: by them the columns are known as ours after a cut. */
function drawColumns(
  sheet: Sheet,
  fresh: NonNullable<TimelineWork["fresh"]>,
  wanted: Timeline,
  cellOf: (cell: WriteCell) => string | number | boolean | Date,
): void {
  const [today, first] = [fresh.after + 1, fresh.after + 2];
  const count = fresh.cells.length;
  sheet.insertColumnsAfter(fresh.after, count);
  const header = sheet.getRange(1, today, 1, count);
  header.setNotes([[todayNote(wanted), ...fresh.notes]]);
  // New columns come with the looks and choices of the one before them.
  const all = sheet.getRange(1, today, fresh.sheetRows, count);
  all.clear({ formatOnly: true, validationsOnly: true });
  header.setNumberFormats([[...fresh.formats]]);
  header.setValues([fresh.cells.map(cellOf)]);
  header.setHorizontalAlignment("center");
  header.setBackground(COLOURS.header);
  sheet.setColumnWidths(today, 1, TODAY_WIDTH);
  sheet.setColumnWidths(first, count - 1, WIDTHS[wanted.scale]);
  if (wanted.scale === "week") {
    const weeks = sheet.getRange(1, first, 1, count - 1);
    weeks.setTextRotation(UPRIGHT);
  }
  sheet.setRowHeight(1, HEADER_HEIGHTS[wanted.scale]);
  drawField(sheet, fresh);
}

/** The field under the bars: light cells with white between them, so that bars of neighbours do not touch. */
function drawField(
  sheet: Sheet,
  fresh: NonNullable<TimelineWork["fresh"]>,
): void {
  const [first, columns] = [fresh.after + 2, fresh.cells.length - 1];
  const field = sheet.getRange(2, first, fresh.drawnRows, columns);
  field.setBackground(COLOURS.field);
  if (fresh.shaded.length > 0) {
    const ranges = fresh.shaded.map(
      ({ at, count: width }) =>
        `${columnLetters(at)}2:${columnLetters(at + width - 1)}${fresh.drawnRows + 1}`,
    );
    sheet.getRangeList(ranges).setBackground(COLOURS.holidays);
  }
  const { SOLID_MEDIUM } = SpreadsheetApp.BorderStyle;
  field.setBorder(...ALL_EDGES, COLOURS.gap, SOLID_MEDIUM);
}

/** The curator's rules stay as they are, and go first. */
function replaceRules(sheet: Sheet, fresh: TimelineWork["fresh"]): void {
  const kept = sheet
    .getConditionalFormatRules()
    .filter((rule) => !isOurs(rule));
  const ours = fresh === null ? [] : builtRules(sheet, fresh);
  sheet.setConditionalFormatRules([...kept, ...ours]);
}

function isOurs(rule: Rule): boolean {
  const [formula] = rule.getBooleanCondition()?.getCriteriaValues() ?? [];
  // Google may put spaces of its own into a formula it was given.
  return String(formula ?? "")
    .replace(/\s/g, "")
    .includes(RULE_MARK);
}

function builtRules(
  sheet: Sheet,
  fresh: NonNullable<TimelineWork["fresh"]>,
): Rule[] {
  const [first, columns] = [fresh.after + 2, fresh.cells.length - 1];
  const header = sheet.getRange(1, first, 1, columns);
  const body = sheet.getRange(2, first, fresh.rows, columns);
  return fresh.rules.map((rule: TimelineRule) => {
    const builder = SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(rule.formula)
      .setBackground(rule.background)
      .setRanges([rule.header === true ? header : body]);
    return rule.colour === undefined
      ? builder.build()
      : builder.setBold(true).setFontColor(rule.colour).build();
  });
}

/** What is hidden, frozen and filtered; tells what the note must remember. */
function arrangeView(sheet: Sheet, work: TimelineWork): Timeline["view"] {
  for (const { at, count } of work.showColumns) {
    sheet.showColumns(at, count);
  }
  const hidden = hideColumns(sheet, work.hideColumns);
  for (const { at, count } of work.showRows) {
    sheet.showRows(at, count);
  }
  for (const { at, count } of work.hideRows) {
    sheet.hideRows(at, count);
  }
  setHeights(sheet, work.heights);
  const before = work.freeze === null ? undefined : sheet.getFrozenColumns();
  if (work.freeze !== null && work.freeze !== before) {
    sheet.setFrozenColumns(work.freeze);
  }
  const ownFilter = setFilter(sheet, work.filter);
  const view = work.wanted?.view ?? NO_VIEW;
  const skipped = work.hideColumns.filter(({ key }) => !hidden.includes(key));
  return {
    ...view,
    narrow: view.narrow.filter(
      (key) => !skipped.some((column) => column.key === key),
    ),
    ...(before === undefined || view.narrow.length === 0
      ? {}
      : { frozen: before }),
    ...(ownFilter === undefined ? {} : { ownFilter }),
  };
}

const NO_VIEW: Timeline["view"] = {
  narrow: [],
  collapsed: [],
  responsible: "",
};

/** @returns Keys of the columns that were hidden here, not by the curator. */
function hideColumns(
  sheet: Sheet,
  columns: TimelineWork["hideColumns"],
): readonly string[] {
  // One question per column of the table's definition, never per row.
  const shown = columns.filter(
    ({ column, asked }) => !asked || !sheet.isColumnHiddenByUser(column),
  );
  for (const { row, count } of runsOf(shown.map(({ column }) => column))) {
    sheet.hideColumns(row, count);
  }
  return shown.map(({ key }) => key);
}

function setHeights(sheet: Sheet, heights: TimelineWork["heights"]): void {
  if (heights?.low === true) {
    const perLine = sheet.getColumnWidth(heights.names) / LETTER;
    const lines = Math.ceil(heights.longest / perLine);
    const shown = Math.min(LINES[1], Math.max(LINES[0], lines));
    sheet.setRowHeightsForced(2, heights.rows, shown * LINE_HEIGHT + ROOM);
  } else if (heights !== null) {
    sheet.autoResizeRows(2, heights.rows);
  }
}

/** @returns Whether the filter is ours; nothing when it was not touched. */
function setFilter(
  sheet: Sheet,
  filter: TimelineWork["filter"],
): boolean | undefined {
  if (filter === null) {
    return undefined;
  }
  const standing = sheet.getFilter();
  if (filter.text === "") {
    if (filter.remove) {
      standing?.remove();
    } else {
      standing?.removeColumnFilterCriteria(filter.column);
    }
    return false;
  }
  const used =
    standing ??
    sheet.getRange(1, 1, filter.rows, filter.columns).createFilter();
  const criteria = SpreadsheetApp.newFilterCriteria()
    .whenTextContains(filter.text)
    .build();
  used.setColumnFilterCriteria(filter.column, criteria);
  return standing === null;
}
