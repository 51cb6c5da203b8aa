/** What is done with a roadmap, on the real bundle: the order made, its stamp, warnings, shift, next year, undo. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { callAddOn, previewAction, runAction } from "../../host/add-on";
import { type OpenHost, openHost } from "../../host/host";
import { SETUP } from "../support/steps";

let host: OpenHost;

const SOURCE = "Дорожная карта школы";

beforeAll(async () => {
  host = await openHost({
    workspace: "",
    persist: false,
    now: "2026-09-07T09:00:00+03:00",
  });
  await runAction(host, ...SETUP);
  await runAction(host, "roadmap", {
    text: [
      SOURCE,
      "",
      "№\tЭтап\tСрок",
      "1\tПодготовка условий\t01.09.2026 – 04.09.2026",
      "2\tПодбор\tоктябрь 2026 г.",
      "3\tИтоги\tежегодно",
    ].join("\n"),
  });
});

afterAll(() => host?.close());

type Cells = Readonly<Record<string, unknown>>;

async function column(key: string): Promise<readonly unknown[]> {
  const { rows } = (await callAddOn(host, "table", { id: "roadmap" })) as {
    readonly rows: readonly { readonly values: Cells }[];
  };
  return rows.map(({ values }) => values[key] ?? null);
}

const warnings = async () => {
  const { problems } = (await previewAction(host, "check", {})) as {
    readonly problems: readonly {
      readonly column?: string;
      readonly row?: number;
    }[];
  };
  return problems.flatMap(({ column: name, row }) =>
    name === "Утверждено приказом" ? [row] : [],
  );
};

test("an order that is made stamps the rows, and what stands before it is named; undo takes both back", async () => {
  const input = { date: "2026-09-10", number: "45-о" };
  const { problems } = (await previewAction(host, "roadmapAnnex", input)) as {
    readonly problems: readonly { readonly message: string }[];
  };
  await runAction(host, "roadmapAnnex", input);

  expect(problems.map(({ message }) => message)).toContainEqual(
    expect.stringContaining("раньше приказа от 10.09.2026"),
  );
  expect(await column("approvedBy")).toStrictEqual(
    Array(3).fill("№ 45-о от 10.09.2026"),
  );
  expect(await warnings()).toStrictEqual([2]);

  await runAction(host, "undo", {});
  expect(await column("approvedBy")).toStrictEqual([null, null, null]);
  expect(await warnings()).toStrictEqual([]);
});

test("a roadmap is approved by an order of the register", async () => {
  await runAction(host, "roadmapAnnex", {
    date: "2026-08-31",
    number: "44-о",
    stamp: false,
  });
  expect(await column("approvedBy")).toStrictEqual([null, null, null]);
  const { fields } = (await callAddOn(host, "describe", {
    action: "roadmapApprove",
  })) as {
    readonly fields: readonly {
      readonly key: string;
      readonly choices?: readonly {
        readonly value: string;
        readonly label: string;
      }[];
    }[];
  };
  const [order] = fields.find(({ key }) => key === "document")?.choices ?? [];
  expect(order?.label).toContain("№ 44-о от 31.08.2026");
  const source = (await column("source"))[0];
  await runAction(host, "roadmapApprove", { source, document: order?.value });

  expect(await column("approvedBy")).toStrictEqual(
    Array(3).fill("№ 44-о от 31.08.2026"),
  );
  expect(await warnings()).toStrictEqual([]);
});

test("the next year starts with nothing done and no order; a shift in it is undone whole", async () => {
  const source = (await column("source"))[0];
  await runAction(host, "roadmapNextYear", { source });
  const before = await host.book.grids();

  expect((await column("approvedBy")).slice(3)).toStrictEqual([
    null,
    null,
    null,
  ]);
  expect((await column("dateText")).slice(3)).toStrictEqual([
    "01.09.2027 – 04.09.2027",
    "октябрь 2027 г.",
    "ежегодно",
  ]);
  expect((await column("state")).slice(3)).toStrictEqual(
    Array(3).fill("не начато"),
  );
  await runAction(host, "roadmapShift", {
    stage: "Э-04",
    count: 1,
    unit: "weeks",
  });
  await runAction(host, "undo", {});
  expect(await host.book.grids()).toMatchObject({
    "Дорожная карта": before["Дорожная карта"],
  });
});
