/** `npm run bench:live`: service calls and cells of one edit by hand in «Пары», at two sizes. */
import { runAction } from "../host/add-on";
import { openHost } from "../host/host";
import { modelledMs } from "../host/runtime/published-costs";
import { peopleCsv } from "./people";

const SETTINGS = {
  organization: "Школа № 3",
  organizationShort: "Школа № 3",
  schoolYear: 2026,
  mode: "С именами",
};

async function measure(mentees: number, mentors: number): Promise<void> {
  const host = await openHost({
    workspace: "",
    persist: false,
    now: "2026-09-07T09:00:00+03:00",
  });
  await runAction(host, "setup", SETTINGS);
  await runAction(host, "import", {
    file: peopleCsv(mentees, mentors),
    into: "auto",
  });
  await runAction(host, "pair", {});
  for (const step of ["draft", "approved"]) {
    if (step === "approved") {
      await runAction(host, "approve", {});
    }
    const grid = (await host.book.grids())["Пары"] ?? [];
    const column = (grid[0] ?? []).findIndex(
      (cell) => String(cell) === "Код наставника",
    );
    const own = String(grid[1]?.[column]);
    const other = String(
      grid.find((row, at) => at > 1 && String(row[column]) !== own)?.[column],
    );
    const sheets = (
      host.book.snapshot() as {
        sheets: Record<string, { id: string; name: string }>;
      }
    ).sheets;
    const sheet = Object.values(sheets).find(({ name }) => name === "Пары");
    const mutation = {
      id: "sheet.mutation.set-range-values",
      params: {
        unitId: host.book.id,
        subUnitId: sheet?.id ?? "",
        cellValue: { 1: { [column]: { v: other, t: 1 } } },
      },
    };
    const before = host.executions().length;
    host.pageEdit(null, [mutation], () => {
      host.book.applyMutation(mutation, "window");
      return true;
    });
    for (let tries = 0; tries < 600; tries += 1) {
      if (host.executions().length > before) {
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const run = host.executions()[before];
    if (run === undefined) {
      throw new RangeError("measure: onEdit did not run");
    }
    const calls = Object.entries(run.meter.calls)
      .sort((a, b) => b[1] - a[1])
      .map(([name, count]) => `${name} ${count}`)
      .join(", ");
    console.log(
      `${step} ${mentees} × ${mentors}: ${run.outcome}, ${run.meter.counted} calls, modelled ${Math.round(modelledMs(run.meter))} ms, took ${Math.round(run.durationMs)} ms\n  ${calls}`,
    );
  }
  await host.close();
}

await measure(30, 12);
await measure(3000, 1000);
