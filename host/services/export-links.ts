/** The address a cell of the saved book opens. */
import type { ICellData } from "@univerjs/core";

/** CustomRangeType.HYPERLINK. */
const HYPERLINK = 0;

/** The web address of a cell with exactly one; null otherwise. */
export function linkOf(cell: ICellData): string | null {
  const links = (cell.p?.body?.customRanges ?? []).filter(
    ({ rangeType }) => rangeType === HYPERLINK,
  );
  const url: unknown = links[0]?.properties?.["url"];
  return links.length === 1 &&
    typeof url === "string" &&
    /^(?:https?|mailto):/i.test(url)
    ? url
    : null;
}
