/** The answers given to a form, one by one and counted by choice. */
import type { FormResults } from "../types";
import { displayAnswer } from "./form-columns";
import {
  type Answer,
  type FormRecord,
  type ItemRecord,
  questionsOf,
} from "./form-record";

/** Answers to choose from, in the form's order; null for free text and dates. */
function choicesOf(item: ItemRecord): readonly string[] | null {
  switch (item.type) {
    case "MULTIPLE_CHOICE":
    case "CHECKBOX":
    case "LIST":
      return item.choices ?? [];
    case "SCALE":
      return marks(item.scale?.lower ?? 1, item.scale?.upper ?? 5);
    case "RATING":
      return marks(1, item.rating?.levels ?? 5);
    default:
      return null;
  }
}

function marks(lower: number, upper: number): string[] {
  return Array.from({ length: upper - lower + 1 }, (_, index) =>
    String(lower + index),
  );
}

/** How often each choice was taken; answers of one's own come last. */
function counted(item: ItemRecord, given: readonly Answer[]) {
  const choices = choicesOf(item);
  if (choices === null) return null;
  const numbers = new Map(choices.map((choice) => [choice, 0]));
  for (const choice of given.flat()) {
    numbers.set(choice, (numbers.get(choice) ?? 0) + 1);
  }
  return [...numbers].map(([choice, number]) => ({ choice, number }));
}

/** Newest answers first; questions as the form has them now. */
export function resultsOf(form: FormRecord): FormResults {
  const questions = questionsOf(form.items);
  return {
    questions: questions.map((item) => {
      const given = form.responses.flatMap((response) => {
        const answer = response.answers[item.id];
        return answer === undefined ? [] : [answer];
      });
      return {
        id: item.id,
        title: item.title,
        answered: given.length,
        counts: counted(item, given),
      };
    }),
    responses: [...form.responses].reverse().map((response) => ({
      id: response.id,
      at: response.timestamp,
      email: response.email,
      answers: questions.map((item) => {
        const answer = response.answers[item.id];
        return answer === undefined ? "" : displayAnswer(item, answer);
      }),
    })),
  };
}
