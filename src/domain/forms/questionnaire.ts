/** Questionnaires as data: from them come forms, and the reading of answers. */

export type Question = {
  readonly key: string;
  readonly title: string;
  readonly help?: string;
  readonly kind: "scale" | "choice" | "many" | "text" | "longtext" | "integer";
  readonly required: boolean;
  /** For `choice` and `many`. */
  readonly choices?: readonly string[];
  /** For `scale`: words at 1 and at 10. */
  readonly ends?: readonly [string, string];
  /** Counts towards satisfaction. */
  readonly satisfaction?: boolean;
  /** Bank column the answer goes into. */
  readonly column?: string;
  /** Several values in one text: commas are taken for «;». */
  readonly list?: true;
};

export type Questionnaire = {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly confirmation: string;
  readonly role: "mentors" | "mentees";
  readonly questions: readonly Question[];
};

/** Title of the item that carries the personal key, first in every form. */
export const TOKEN_TITLE = "Ключ личной ссылки";
export const TOKEN_HELP =
  "Заполнен, если Вы открыли анкету по личной ссылке. Не меняйте его.";

/** Stands in the prefilled address where a person's key goes. */
export const TOKEN_MARK = "KLUCHKLUCH";

export const YES_NO = ["да", "нет"] as const;

/** What whoever has answered reads. */
export const THANKS =
  "Спасибо! Ответ записан. По этой же ссылке можно ответить ещё раз: учитывается последний ответ.";
