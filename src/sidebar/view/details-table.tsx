/** The rows behind a preview, in a box of their own that scrolls both ways. */
import type { Preview } from "../../shared/rpc";
import { countOf, formatNumber } from "../model/words";

/** More rows would slow the panel down and nobody reads them at 300 px. */
const MAX_ROWS = 200;

export function DetailsTable({
  details,
}: {
  readonly details: NonNullable<Preview["details"]>;
}) {
  const { headers, rows } = details;
  const hidden = rows.length - MAX_ROWS;
  return (
    <section aria-labelledby="details">
      <h2 id="details">
        Подробно: {countOf(rows.length, ["строка", "строки", "строк"])}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard */}
      <section class="table-box" tabIndex={0} aria-labelledby="details">
        <table>
          <thead>
            <tr>
              {headers.map((header, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity
                <th key={index} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MAX_ROWS).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
              <tr key={index}>
                {row.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {hidden > 0 && (
        <p class="note">
          Показаны первые {MAX_ROWS}. Не показано ещё: {formatNumber(hidden)}.
        </p>
      )}
    </section>
  );
}
