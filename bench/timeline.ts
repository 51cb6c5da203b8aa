/** The timeline of 60 activities over five years: calls, and what a changed date costs. */
import { runAction } from "../host/add-on";
import { openHost } from "../host/host";

const ROWS = 60;
const NOW = "2026-11-17T09:00:00+03:00";
const YEARS = { from: 2026, to: 2030 };
const EDITS = 9;
/** Column of «Окончание» and a row in the middle, 0-based. */
const END = { row: 30, key: "Окончание" };

type Row = Readonly<Record<string, string | number>>;

function roadmap(): string {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, "0");
    const year = 2026 + Math.floor((index * 5) / ROWS);
    return `${index + 1}\tМероприятие ${index + 1}\t05.${month}.${year} – 25.${month}.${year + 1}`;
  });
  return ["№\tНаименование этапа\tСроки", ...rows].join("\n");
}

/** One line per scale. Calls of applying, those of the runner included and apart. */
export async function benchTimeline(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const show of ["month", "week"]) {
    const host = await openHost({ workspace: "", persist: false, now: NOW });
    await runAction(host, "setup", { organization: "Школа", schoolYear: 2026 });
    await runAction(host, "roadmap", { text: roadmap() });
    const build = await callsOf(host, { show, ...YEARS });
    // A filter is four calls in the tab; the rest is the runner's.
    const runner =
      (await callsOf(host, { show, ...YEARS, responsible: "никто" })) - 4;
    const tab =
      host.workspace.book.workbook.getSheetBySheetName("Дорожная карта");
    const header = (await host.book.grids())["Дорожная карта"]?.[0] ?? [];
    const times: number[] = [];
    for (let edit = 0; edit < EDITS; edit += 1) {
      const value = { v: 46_700 + edit, t: 2 };
      host.book.applyMutation(
        {
          id: "sheet.mutation.set-range-values",
          params: {
            unitId: host.book.id,
            subUnitId: tab?.getSheetId(),
            cellValue: { [END.row]: { [header.indexOf(END.key)]: value } },
          },
        },
        "",
      );
      const start = process.cpuUsage();
      await host.book.settled();
      const { user, system } = process.cpuUsage(start);
      times.push((user + system) / 1000);
    }
    await host.close();
    times.sort((a, b) => a - b);
    rows.push({
      scale: show,
      "calls of the build": build - runner,
      "limit of calls": 40,
      "calls with the runner's": build,
      "processor ms per changed date (median)": Math.round(
        times[Math.floor(EDITS / 2)] ?? 0,
      ),
      "limit, ms": 200,
    });
  }
  return rows;
}

async function callsOf(
  host: Awaited<ReturnType<typeof openHost>>,
  input: Readonly<Record<string, unknown>>,
): Promise<number> {
  const before = host.executions().length;
  const { state } = await runAction(host, "timeline", input);
  if (state !== "done") {
    throw new RangeError(`benchTimeline: the timeline ended as ${state}`);
  }
  return host.executions()[before + 1]?.meter.counted ?? 0;
}

if (process.argv[1]?.endsWith("timeline.js")) {
  console.table(await benchTimeline());
}
