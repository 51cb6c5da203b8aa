/** Makes the practice book by running the add-on's own actions on invented people. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { callAddOn, runAction } from "./add-on";
import type { FormView, Host } from "./types";

/** Invented people and real roadmaps, relative to the project's root. */
const DATA = "test/fixtures";

const SETTINGS = {
  organization:
    "Муниципальное бюджетное общеобразовательное учреждение «Школа № 3 посёлка Ясные Ключи»",
  organizationShort: "МБОУ «Школа № 3 посёлка Ясные Ключи»",
  city: "пос. Ясные Ключи",
  headPosition: "директор",
  headName: "Белозерова Анна Викторовна",
  curatorPosition: "заместитель директора по учебно-воспитательной работе",
  curatorName: "Метелева Ольга Степановна",
  schoolYear: 2026,
  periodFrom: "2026-09-07",
  periodTo: "2027-05-31",
  mode: "С именами",
  youngTotal: 10,
} as const;

/** Marks of the practice answers, one per person: not everybody is satisfied. */
const MARKS = [9, 8, 10, 7, 5, 9, 8, 4];

/** Answers of one form come from so many people. */
const RESPONDENTS = 8;

type Person = { readonly link: string; readonly paired: boolean };

/** @throws AddOnError when one of the actions refuses. */
export async function makePractice(host: Host, root = "."): Promise<void> {
  const text = (path: string) => readFile(join(root, DATA, path), "utf8");
  await runAction(host, "setup", SETTINGS);
  await runAction(host, "import", {
    file: await text("people-school.csv"),
    into: "auto",
  });
  await runAction(host, "roadmap", {
    file: await text("roadmap/000_263f387604020a4b.txt"),
  });
  await runAction(host, "roadmap", {
    file: await text("roadmap/003_e10a408f7c27fd8f.txt"),
  });
  await runAction(host, "pair");
  await runAction(host, "approve");
  await runAction(host, "order", {
    date: "2026-09-07",
    number: "42-ОД",
    deadline: "2026-09-21",
  });
  for (const [questionnaire, table] of [
    ["mentor-after", "mentors"],
    ["mentee-after", "mentees"],
    ["mentor-profile", "mentors"],
  ] as const) {
    await runAction(host, "forms", { questionnaire });
    await answerForms(host, await peopleOf(host, table));
  }
  await runAction(host, "intake");
}

/** People with a personal link, those in pairs only. */
async function peopleOf(
  host: Host,
  table: "mentors" | "mentees",
): Promise<Person[]> {
  const { rows } = (await callAddOn(host, "table", { id: table })) as {
    readonly rows: readonly {
      readonly values: Readonly<Record<string, unknown>>;
    }[];
  };
  return rows
    .map(({ values }) => ({
      link: String(values["link"] ?? ""),
      paired: values["status"] === "в паре",
    }))
    .filter((person) => person.paired && person.link !== "");
}

/** Each opens the personal link and answers what the form asks. */
async function answerForms(
  host: Host,
  people: readonly Person[],
): Promise<void> {
  for (const [index, person] of people.slice(0, RESPONDENTS).entries()) {
    const url = new URL(person.link, "http://localhost");
    const form = host.forms
      .list()
      .find((view) => url.pathname.includes(`/${view.id}/`));
    if (form === undefined) {
      throw new RangeError(`answerForms: no form at ${url.pathname}`);
    }
    await host.forms.submit(form.id, answersOf(form, url, index));
  }
}

function answersOf(
  form: FormView,
  url: URL,
  index: number,
): Record<string, string | string[]> {
  const answers: Record<string, string | string[]> = {};
  for (const item of form.items) {
    const given = url.searchParams.get(`entry.${item.id}`);
    if (given !== null) {
      answers[item.id] = given;
    } else if (item.required || item.type === "CHECKBOX") {
      answers[item.id] = answerOf(item, index);
    }
  }
  return answers;
}

function answerOf(
  item: FormView["items"][number],
  index: number,
): string | string[] {
  const choices = item.choices ?? [];
  switch (item.type) {
    case "SCALE":
      return String(MARKS[index % MARKS.length] ?? 8);
    case "CHECKBOX":
      return choices.slice(index % 3, (index % 3) + 2);
    case "MULTIPLE_CHOICE":
    case "LIST":
      return choices[0] ?? "";
    default:
      return item.title.includes("времени") ? "2 часа в неделю" : "2";
  }
}
