/** «Загрузить людей…»: a list from a file, the clipboard or a tab into the banks. */
import * as z from "zod/mini";
import type { Book } from "../../book/book";
import { applyEdits, type Edit } from "../../book/edits";
import { type FoundKeys, personKeys } from "../../book/person-keys";
import { isByCodes } from "../../book/personal";
import { TABLES } from "../../book/tables/tables";
import type { Banks, FilePlan } from "../../domain/import/file-plan";
import { planFile } from "../../domain/import/import-file";
import type { Field, JsonObject, Problem } from "../../shared/rpc";
import { hideInPlan, hidingNames } from "../personal/hide-names";
import { keyDownload, namesIn } from "../personal/import-key";
import { officials } from "../personal/scan-book";
import type { Action, Context, Plan } from "../plan";
import { planAdoption } from "./adopt-tab";
import { bankEdits, fileBank } from "./import-banks";
import {
  adjustment,
  givenTargets,
  refuseDoubled,
  rememberEdits,
  rememberedTargets,
} from "./import-mapping";
import { sectionsOf } from "./import-sections";
import { type Source, sourceOf } from "./import-source";
import { problemsOf, summaryOf, verbOf } from "./import-summary";
import { ownTabField } from "./own-tab-field";
import {
  integerOf,
  optionalInteger,
  optionalText,
  readInput,
} from "./read-input";

const schema = z.object({
  file: optionalText,
  text: optionalText,
  tab: optionalText,
  adopt: z._default(z.boolean(), false),
  into: z._default(z.enum(["auto", "mentees", "mentors"]), "auto"),
  headerRow: optionalInteger,
});

const LABELS = {
  file: "Файл",
  text: "Список",
  tab: "Вкладка",
  adopt: "Сделать вкладку банком",
  into: "Куда загрузить",
  headerRow: "Строка шапки",
};

export const importPeople: Action = {
  id: "import",
  title: "Загрузить людей",
  intro:
    "Выберите файл, вставьте таблицу или укажите вкладку этой книги. До подтверждения ничего не записывается; каждая строка списка будет учтена.",
  needs: ["settings", "lists", "mentees", "mentors", "pairs"],
  undoable: true,
  chosenTab: ({ tab }) =>
    typeof tab === "string" && tab.trim() !== "" ? tab : null,
  fields: (book) => [
    {
      key: "file",
      label: "Файл со списком (Excel .xlsx или .csv)",
      kind: "file",
      accept: ".xlsx,.csv,.txt,.tsv",
    },
    {
      key: "text",
      label: "Или вставьте таблицу сюда",
      kind: "longtext",
      tables: true,
      hint: "Вместе со строкой, где названия граф.",
    },
    ...tabFields(book),
    {
      key: "into",
      label: "Куда загрузить",
      kind: "choice",
      choices: [
        { value: "auto", label: "Определить по списку" },
        { value: "mentees", label: "Все – наставляемые" },
        { value: "mentors", label: "Все – наставники" },
      ],
      value: "auto",
    },
  ],
  blocked: () => null,
  plan: planImportAction,
};

function tabFields(book: Book): readonly Field[] {
  const fields = ownTabField(book);
  return fields.length === 0
    ? []
    : [
        ...fields,
        {
          key: "adopt",
          label: "Сделать эту вкладку банком, ничего не копируя",
          kind: "yesno",
          hint: "Её графы, их порядок и формулы останутся; недостающие графы добавятся справа.",
        },
      ];
}

function planImportAction(
  book: Book,
  input: JsonObject,
  { today }: Context,
): Plan {
  const values = readInput(schema, input, LABELS);
  const source = sourceOf(book, values);
  const banks = {
    mentor: fileBank(book, "mentors"),
    mentee: fileBank(book, "mentees"),
  };
  const byCodes = isByCodes(book);
  const headerRow = integerOf(values.headerRow);
  let remembered = false;
  const plan = planFile({
    rows: source.rows,
    title: source.title,
    into:
      values.into === "auto"
        ? "auto"
        : values.into === "mentees"
          ? "mentee"
          : "mentor",
    banks,
    ...(headerRow === null || headerRow < 0 ? {} : { headerRow }),
    targetsFor: (headers) => {
      const given = givenTargets(input, headers);
      const kept =
        given === null ? rememberedTargets(book, headers, banks) : null;
      remembered = kept !== null;
      return given ?? kept ?? [];
    },
    nameRequired: !byCodes,
  });
  if (plan.header !== null) {
    const given = givenTargets(input, plan.header.texts);
    refuseDoubled(given ?? [], plan, banks);
  }
  const adjust = adjustment(plan, banks, remembered);
  return values.adopt
    ? { ...planAdoption(book, source, plan, banks, byCodes), adjust }
    : { ...planCopy(book, source, plan, banks, byCodes, today), adjust };
}

/** The list stays where it was read from. */
function tabWithNames({ title }: { readonly title: string }): Problem {
  return {
    severity: "warning",
    tab: title,
    message:
      "Имена и контакты остаются на этой вкладке: книга ведётся по кодам, поэтому после загрузки удалите вкладку, а список храните у себя.",
  };
}

/** People of the list who are in the other bank too, told by the names it gives. */
function keysAfter(
  book: Book,
  plan: FilePlan,
  people: readonly Edit[],
): FoundKeys {
  const named = applyEdits(book, bankEdits(book, plan, false));
  const touched = people.flatMap((edit) => ("row" in edit ? [edit.row] : []));
  return personKeys(named, new Set(touched));
}

function planCopy(
  book: Book,
  source: Source,
  read: FilePlan,
  banks: Banks,
  byCodes: boolean,
  today: string,
): Plan {
  const plan = byCodes
    ? hideInPlan(read, hidingNames(officials(book), namesIn(read)))
    : read;
  const people = bankEdits(book, plan, byCodes);
  const keys = keysAfter(book, plan, people);
  const updated = new Set(
    people.flatMap((edit) => (edit.kind === "set" ? [edit.row] : [])),
  ).size;
  return {
    summary: summaryOf(plan, updated, byCodes),
    edits:
      people.length === 0
        ? []
        : [
            ...people,
            ...keys.edits,
            ...rememberEdits(book, plan, banks, byCodes),
          ],
    effects: [],
    problems: [
      ...problemsOf(plan, source),
      ...keys.problems,
      ...(byCodes && source.tab !== null ? [tabWithNames(source.tab)] : []),
    ],
    details: sectionsOf(plan, people),
    ...(byCodes ? keyDownload(plan, people, today) : {}),
    secretInput: byCodes && source.tab === null,
    verb: verbOf(plan, updated),
    links: [
      { label: TABLES.mentees.title, tab: TABLES.mentees.title },
      { label: TABLES.mentors.title, tab: TABLES.mentors.title },
    ],
  };
}
