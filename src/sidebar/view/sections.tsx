/** What stands behind a preview or an explanation: sentences, and tables in boxes that scroll both ways. */
import type { Section } from "../../shared/rpc";
import { countOf, formatNumber } from "../model/words";
import { Lines } from "./parts";

/** More rows would slow the panel down and nobody reads them at 300 px. */
const MAX_ROWS = 200;

export function Sections({
  sections,
}: {
  readonly sections: readonly Section[];
}) {
  return (
    <>
      {sections.map((section, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections have no other identity
        <OneSection key={index} section={section} id={`section-${index}`} />
      ))}
    </>
  );
}

function OneSection({
  section,
  id,
}: {
  readonly section: Section;
  readonly id: string;
}) {
  const { title, lines = [], headers, rows = [] } = section;
  const count = countOf(rows.length, ["строка", "строки", "строк"]);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title ?? `Подробно: ${count}`}</h2>
      <Lines lines={lines} />
      {headers !== undefined && (
        <TableBox headers={headers} rows={rows} labelledBy={id} />
      )}
    </section>
  );
}

function TableBox({
  headers,
  rows,
  labelledBy,
}: {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly labelledBy: string;
}) {
  const hidden = rows.length - MAX_ROWS;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard */}
      <section class="table-box" tabIndex={0} aria-labelledby={labelledBy}>
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
    </>
  );
}
