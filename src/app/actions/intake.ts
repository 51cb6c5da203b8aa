/** «Загрузить ответы»: answers from the response tabs into Ответы and the banks; nothing lost, doubled or executed. */
import { type Book, rowsOf, textOf } from "../../book/book";
import type { Edit } from "../../book/edits";
import { nextId } from "../../book/next-id";
import { isByCodes } from "../../book/personal";
import { columnOf } from "../../book/table";
import { TABLES } from "../../book/tables/tables";
import {
  type Questionnaire,
  TOKEN_TITLE,
} from "../../domain/forms/questionnaire";
import { questionnaireOf } from "../../domain/forms/questionnaires";
import { readToken } from "../../domain/forms/token";
import { hash } from "../../domain/hash";
import { plural } from "../../domain/language/plural";
import type { JsonObject, Problem } from "../../shared/rpc";
import {
  type Answer,
  cellOf,
  missingColumns,
  profileEdits,
} from "../forms/bank-answers";
import { HIDDEN, type HideNames, hidingNames } from "../personal/hide-names";
import { officials } from "../personal/scan-book";
import type { Action, Context, Plan } from "../plan";

export const intake: Action = {
  id: "intake",
  title: "Загрузить ответы",
  intro:
    "Перенесёт новые ответы анкет на вкладку «Ответы», а ответы о себе, о запросе и о взаимном выборе – в банк. Каждый ответ загружается один раз.",
  needs: ["mentees", "mentors", "pairs", "forms", "answers"],
  readsResponses: true,
  undoable: true,
  fields: () => [],
  blocked: (book) =>
    rowsOf(book, "forms").length === 0
      ? "Анкет ещё нет. Сначала выберите «Анкеты…»."
      : null,
  plan: planIntake,
};

function planIntake(book: Book, _input: JsonObject, _context: Context): Plan {
  const { answers, problems } = newAnswers(book);
  const hide = isByCodes(book) ? hidingNames(officials(book)) : asItIs;
  const edits: Edit[] = [];
  const bankEdits = new Map<string, Edit>();
  const newest = newestAnswers(book);
  answers.forEach((answer, index) => {
    const id = nextId(book, "answers", index);
    const state = answer.person === null ? "неразобран" : "учтён";
    if (answer.person !== null) {
      const key = `${textOf(answer.form, "questionnaire")}\n${answer.person.id}`;
      const earlier = newest.get(key);
      if (earlier !== undefined) {
        edits.push({
          kind: "set",
          table: "answers",
          row: earlier,
          column: "state",
          value: "заменён",
        });
      }
      newest.set(key, id);
    } else {
      problems.push({
        severity: "warning",
        tab: answer.grid.tab,
        row: answer.row.row,
        column: TOKEN_TITLE,
        message:
          "Ключ личной ссылки пуст или не подходит: чей это ответ, неизвестно. Ответ сохранён как «неразобран»; впишите код участника на вкладке «Ответы» и поставьте «учтён».",
      });
    }
    edits.push({
      kind: "insert",
      table: "answers",
      row: id,
      values: {
        form: answer.form.id,
        questionnaire: answer.questionnaire.key,
        person: answer.person?.id ?? null,
        stamp: answer.row.stamp,
        state,
        satisfaction: satisfaction(answer),
        content: contentOf(answer, hide),
        source: answer.source,
      },
    });
    for (const edit of profileEdits(answer, problems, hide)) {
      bankEdits.set(`${edit.row}\n${edit.column}`, edit);
    }
    if (contentOf(answer, hide) !== contentOf(answer, asItIs)) {
      problems.push(hiddenIn(answer));
    }
  });
  edits.push(...bankEdits.values());
  problems.push(...missingColumns(book, answers));
  const count = `${answers.length} ${plural(answers.length, ["ответ", "ответа", "ответов"])}`;
  return {
    summary: [
      answers.length === 0
        ? "Новых ответов нет."
        : `Новые ответы: ${answers.length}.`,
    ],
    edits,
    effects: [],
    problems,
    verb: `Загрузить ${count}`,
    links: [{ label: "Ответы", tab: TABLES.answers.title }],
  };
}

const asItIs: HideNames = (text) => text;

function hiddenIn({ grid, row }: Answer): Problem {
  return {
    severity: "warning",
    tab: grid.tab,
    row: row.row,
    message: `В ответе есть похожее на имя или контакт. На «Ответы» и в банк он перенесён со словом «${HIDDEN}» на этом месте; сам ответ остался на этой вкладке и в анкете Google: удалите его там, если это персональные данные.`,
  };
}

/** Key of an answer; what was typed in place of a token may be a name. */
function sourceOf(formId: string, stamp: string, written: string): string {
  const isToken = written === "" || readToken(written) !== null;
  return `${formId}|${stamp}|${isToken ? written : `#${hash(written)}`}`;
}

/** Answers not yet loaded, in the order of their time. */
function newAnswers(book: Book): { answers: Answer[]; problems: Problem[] } {
  const known = new Set(
    rowsOf(book, "answers").map((row) => textOf(row, "source")),
  );
  const people = new Map(
    [...rowsOf(book, "mentors"), ...rowsOf(book, "mentees")]
      .filter((row) => textOf(row, "token") !== "")
      .map((row) => [textOf(row, "token"), row]),
  );
  const problems: Problem[] = [];
  const answers: Answer[] = [];
  for (const form of rowsOf(book, "forms")) {
    const grid = book.responses.find(
      (one) => one.formId === textOf(form, "formId"),
    );
    if (grid === undefined) {
      problems.push({
        severity: "warning",
        tab: TABLES.forms.title,
        row: form.row,
        column: "Название",
        message:
          "Вкладка с ответами этой анкеты не найдена. Ответы целы в самой анкете: откройте её и свяжите с таблицей заново.",
      });
      continue;
    }
    const questionnaire = questionnaireOf(textOf(form, "questionnaire"));
    for (const row of grid.rows) {
      const written = cellOf(grid, row, TOKEN_TITLE);
      const token = readToken(written);
      const source = sourceOf(grid.formId, row.stamp, written);
      const older = `${grid.formId}|${row.stamp}|${written}`;
      if (
        [source, older].some((one) => known.has(one) || known.has(hash(one)))
      ) {
        continue;
      }
      known.add(source);
      const person = token === null ? null : (people.get(token) ?? null);
      answers.push({ form, questionnaire, grid, row, source, person });
    }
  }
  answers.sort((a, b) =>
    a.row.stamp < b.row.stamp ? -1 : a.row.stamp > b.row.stamp ? 1 : 0,
  );
  return { answers, problems };
}

/** Questionnaire and person → id of the answer that counts so far. */
function newestAnswers(book: Book): Map<string, string> {
  const newest = new Map<string, string>();
  for (const row of rowsOf(book, "answers")) {
    if (textOf(row, "state") === "учтён" && textOf(row, "person") !== "") {
      newest.set(
        `${textOf(row, "questionnaire")}\n${textOf(row, "person")}`,
        row.id,
      );
    }
  }
  return newest;
}

/** Mean of the satisfaction questions, one decimal; null when none was answered. */
function satisfaction(answer: Answer): number | null {
  const marks = answer.questionnaire.questions
    .filter((question) => question.satisfaction === true)
    .map((question) =>
      Number(cellOf(answer.grid, answer.row, question.title) || Number.NaN),
    )
    .filter((mark) => mark >= 1 && mark <= 10);
  return marks.length === 0
    ? null
    : Math.round(
        (10 * marks.reduce((sum, mark) => sum + mark, 0)) / marks.length,
      ) / 10;
}

function contentOf(answer: Answer, hide: HideNames): string {
  const closed =
    answer.person === null
      ? new Set<string>()
      : closedTitles(answer.questionnaire);
  return answer.grid.headers
    .map((title, index) => ({ title, text: answer.row.cells[index] ?? "" }))
    .filter(
      ({ title, text }, index) =>
        index > 0 && title !== TOKEN_TITLE && text !== "",
    )
    .map(({ title, text }) =>
      closed.has(title)
        ? `${title}: ответ записан в банк`
        : `${title}: ${hide(text)}`,
    )
    .join("\n");
}

/** Questions whose answers only the bank may show. */
function closedTitles({ role, questions }: Questionnaire): ReadonlySet<string> {
  return new Set(
    questions
      .filter(
        ({ column }) =>
          column !== undefined &&
          columnOf(TABLES[role], column).closed === true,
      )
      .map(({ title }) => title),
  );
}
