/** A grid of the answerable page as a table with row and column headings. */
import { escapeHtml } from "./form-page-text";
import type { Answer, FormPageItem } from "./form-record";

type Given = Readonly<Record<string, Answer>>;
type Errors = Readonly<Record<string, string>>;
type Row = { readonly id: number; readonly title: string };

function cell(item: FormPageItem, row: Row, column: string, given: Given) {
  const kind = item.type === "GRID" ? "radio" : "checkbox";
  const checked = [given[row.id] ?? []].flat().includes(column)
    ? " checked"
    : "";
  const name = escapeHtml(`${row.title}: ${column}`);
  return `<td><label><input type="${kind}" name="entry.${row.id}" value="${escapeHtml(column)}" aria-label="${name}"${checked}><span class="name" aria-hidden="true">${escapeHtml(column)}</span></label></td>`;
}

function line(item: FormPageItem, row: Row, given: Given, errors: Errors) {
  const error = errors[row.id];
  const wrong =
    error === undefined
      ? ""
      : `<p class="error" id="error-${row.id}">${escapeHtml(error)}</p>`;
  const cells = (item.choices ?? []).map((column) =>
    cell(item, row, column, given),
  );
  return `<tr id="item-${row.id}"${error === undefined ? "" : ' class="wrong"'}><th scope="row">${escapeHtml(row.title)}${wrong}</th>${cells.join("")}</tr>`;
}

/** The rows of a grid, each with its own answer and error. */
export function grid(item: FormPageItem, given: Given, errors: Errors): string {
  const columns = (item.choices ?? []).map(
    (column) => `<th scope="col">${escapeHtml(column)}</th>`,
  );
  const rows = (item.rows ?? []).map((row) => line(item, row, given, errors));
  return `<div class="grid"><table>
<thead><tr><td></td>${columns.join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table></div>`;
}
