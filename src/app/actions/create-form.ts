/** «Анкеты…»: makes a linked form from a questionnaire and personal keys for those who answer. */
import * as z from "zod/mini";
import { type Book, rowsOf, textOf } from "../../book/book";
import type { Edit } from "../../book/edits";
import { nextId } from "../../book/next-id";
import {
  QUESTIONNAIRES,
  questionnaireOf,
} from "../../domain/forms/questionnaires";
import { makeToken, signSource } from "../../domain/forms/token";
import { plural } from "../../domain/language/plural";
import type { JsonObject } from "../../shared/rpc";
import type { Action, Context, Plan } from "../plan";
import { readInput } from "./read-input";

const schema = z.object({
  questionnaire: z.enum(QUESTIONNAIRES.map((one) => one.key)),
});

export const createForm: Action = {
  id: "forms",
  title: "Анкеты",
  intro:
    "Создаст анкету Google и личные ссылки в банке. Имён и почты анкета не спрашивает: участника узнают по ключу в личной ссылке.",
  needs: ["mentees", "mentors", "pairs", "forms"],
  undoable: true,
  fields: () => [
    {
      key: "questionnaire",
      label: "Какую анкету создать",
      kind: "choice",
      required: true,
      choices: QUESTIONNAIRES.map((one) => ({
        value: one.key,
        label: one.title,
      })),
      value: QUESTIONNAIRES[0]?.key ?? "",
    },
  ],
  blocked: () => null,
  plan: planForm,
};

function planForm(book: Book, input: JsonObject, context: Context): Plan {
  const { questionnaire: key } = readInput(schema, input, {
    questionnaire: "Какую анкету создать",
  });
  const questionnaire = questionnaireOf(key);
  const already = rowsOf(book, "forms").find(
    (row) => textOf(row, "questionnaire") === key,
  );
  const tokens = tokenEdits(book, questionnaire.role, context.seed);
  const row = nextId(book, "forms");
  const role = questionnaire.role === "mentors" ? "наставники" : "наставляемые";
  const created: Edit = {
    kind: "insert",
    table: "forms",
    row,
    values: {
      title: questionnaire.title,
      questionnaire: key,
      role,
      created: context.today,
    },
  };
  const issued = `${tokens.length} ${plural(tokens.length, ["личный ключ", "личных ключа", "личных ключей"])}`;
  return {
    summary: [
      ...(already === undefined
        ? [
            `Новая анкета «${questionnaire.title}»: ${questionnaire.questions.length} ${plural(questionnaire.questions.length, ["вопрос", "вопроса", "вопросов"])}.`,
          ]
        : [
            `Анкета «${questionnaire.title}» уже есть: ${already.id}. Вторая не нужна.`,
          ]),
      ...(tokens.length > 0
        ? [
            `Новые личные ключи: ${tokens.length}. Ссылки стоят в банке, в графе «Личная ссылка на анкету».`,
          ]
        : []),
    ],
    edits: [...(already === undefined ? [created] : []), ...tokens],
    effects:
      already === undefined
        ? [
            {
              kind: "form",
              key: `form:${row}:${key}`,
              name: questionnaire.title,
              questionnaire: key,
              table: "forms",
              row,
            },
          ]
        : [],
    problems: [],
    verb: already === undefined ? "Создать 1 анкету" : `Выдать ${issued}`,
    links: [{ label: "Анкеты", tab: "Анкеты" }],
  };
}

/** A key for everyone of the role who has none. */
function tokenEdits(
  book: Book,
  table: "mentors" | "mentees",
  seed: string,
): Edit[] {
  const sign = signSource(seed);
  const used = new Set(
    [...rowsOf(book, "mentors"), ...rowsOf(book, "mentees")].map((row) =>
      textOf(row, "token"),
    ),
  );
  return rowsOf(book, table)
    .filter((row) => textOf(row, "token") === "")
    .map((row): Edit => {
      let token = makeToken(sign);
      while (used.has(token)) {
        token = makeToken(sign);
      }
      used.add(token);
      return { kind: "set", table, row: row.id, column: "token", value: token };
    });
}
