/** All forms of a workspace with their responses; survives executions. */
import {
  type AcceptedAnswers,
  type AnswerErrors,
  AnswersRefused,
  acceptAnswers,
  pageErrors,
} from "./form-answers";
import {
  linkTab,
  type ResponseBook,
  updateHeaders,
  type WrittenRow,
  writeResponse,
} from "./form-destination";
import { EDIT_KEY, formUrl } from "./form-links";
import { nextPage, pageBefore } from "./form-pages";
import {
  type Answers,
  type FormPageView,
  type FormRecord,
  isOpen,
  newForm,
  newToken,
  type ResponseRecord,
  viewOf,
} from "./form-record";

/** The stored document: form id → form. */
export type FormsData = { readonly forms: Record<string, FormRecord> };

export type FormsContext = {
  readonly document: {
    readonly get: () => FormsData;
    readonly set: (value: FormsData) => void;
  };
  readonly book: ResponseBook;
  readonly now: () => Date;
  readonly origin: () => string;
};

export type Submission = {
  readonly response: ResponseRecord;
  /** Null when the form is linked to no tab. */
  readonly written: WrittenRow | null;
};

/** Said when answers come to a closed form. */
export const CLOSED_MESSAGE = "Форма больше не принимает ответы.";

/** Where a respondent goes from a page of a form. */
export type PageTurn = {
  /** 0-based; null when no page follows and the answers can be sent. */
  readonly page: number | null;
  /** Why the page cannot be left, by item; empty when it can. */
  readonly errors: AnswerErrors;
};

export type FormsStore = {
  readonly context: FormsContext;
  readonly list: () => readonly FormRecord[];
  readonly get: (id: string) => FormRecord | null;
  readonly views: () => readonly FormPageView[];
  readonly view: (id: string) => FormPageView | null;
  readonly create: (id: string, published: boolean) => FormRecord;
  readonly remove: (id: string) => void;
  /** A form with the same items, unpublished, unlinked and unanswered. */
  readonly copy: (from: string, id: string) => FormRecord;
  /** Told after every change of a form: keeps it, updates linked headers. */
  readonly changed: (form: FormRecord) => void;
  /** Links to a new tab of the book, which gets the answers given so far. */
  readonly link: (form: FormRecord) => void;
  /** The tab and its rows stay. */
  readonly unlink: (form: FormRecord) => void;
  /**
   * Takes a respondent's answers.
   *
   * @param given - Item id → answer; `email` for the address, `edit2` for the
   *   secret of a personal edit link, whose answer is then replaced.
   * @throws AnswersRefused with one Russian sentence per item.
   */
  readonly submit: (id: string, given: Answers) => Submission;
  /**
   * The page to be shown after one, by the answers given so far.
   *
   * @param from - 0-based; null when all pages are behind.
   */
  readonly turn: (
    id: string,
    given: Answers,
    from: number | null,
    step: "next" | "back",
  ) => PageTurn;
  /** Stores answers a script gives, as they are; `known` is rewritten. */
  readonly add: (
    form: FormRecord,
    accepted: AcceptedAnswers,
    known: ResponseRecord | null,
  ) => Submission;
  /** The answer an edit link opens; null when the link is not valid. */
  readonly answeredBy: (id: string, editToken: string) => ResponseRecord | null;
};

/** Opens the forms of a workspace. */
export function openForms(context: FormsContext): FormsStore {
  const { document, book, now, origin } = context;
  const data = (): FormsData => document.get();
  const keep = (): void => document.set(data());
  const get = (id: string): FormRecord | null =>
    Object.hasOwn(data().forms, id) ? (data().forms[id] ?? null) : null;
  const list = (): FormRecord[] => Object.values(data().forms);
  const changed = (form: FormRecord): void => {
    updateHeaders(form, book);
    keep();
  };
  const answeredBy = (id: string, editToken: string): ResponseRecord | null => {
    const form = get(id);
    return form?.allowEdits
      ? (form.responses.find((response) => response.editToken === editToken) ??
          null)
      : null;
  };
  const unlink = (form: FormRecord): void => {
    if (form.destination !== null) {
      book.setFormUrl(form.destination.sheetId, null);
      form.destination = null;
    }
  };
  const record = (
    form: FormRecord,
    known: ResponseRecord | null,
    accepted: AcceptedAnswers,
  ): Submission => {
    const before = known === null ? null : { ...known };
    const response = known ?? newResponse();
    response.timestamp = now().toISOString();
    response.email = accepted.email;
    response.answers = accepted.answers;
    if (known === null) {
      form.responses.push(response);
    }
    // Kept first: whatever befalls the tab, the form has the answer.
    keep();
    const written = writeResponse(form, book, response, before);
    keep();
    return { response, written };
  };

  return {
    context,
    list,
    get,
    views: () => list().map(viewOf),
    view: (id) => {
      const form = get(id);
      return form === null ? null : viewOf(form);
    },
    create: (id, published) => {
      const form = newForm(id, published);
      data().forms[id] = form;
      keep();
      return form;
    },
    remove: (id) => {
      const form = get(id);
      if (form !== null) {
        unlink(form);
      }
      delete data().forms[id];
      keep();
    },
    copy: (from, id) => {
      const source = get(from) ?? newForm(from, false);
      const form: FormRecord = {
        ...structuredClone(source),
        id,
        published: false,
        destination: null,
        responses: [],
      };
      data().forms[id] = form;
      keep();
      return form;
    },
    changed,
    link: (form) => {
      unlink(form);
      form.destination = linkTab(form, book);
      const url = formUrl(origin(), form.id, "viewform");
      book.setFormUrl(form.destination.sheetId, url);
      keep();
    },
    unlink: (form) => {
      unlink(form);
      keep();
    },
    answeredBy,
    submit: (id, given) => {
      const form = openForm(get(id));
      const { [EDIT_KEY]: editToken, ...answers } = given;
      const accepted = acceptAnswers(form, answers);
      const known =
        editToken === undefined ? null : answeredBy(id, String(editToken));
      if (editToken !== undefined && known === null) {
        throw new AnswersRefused({
          form: "Изменить этот ответ нельзя: ссылка недействительна.",
        });
      }
      return record(form, known, accepted);
    },
    turn: (id, given, from, step) => {
      const form = openForm(get(id));
      if (step === "back") {
        return { page: pageBefore(form.items, from, given), errors: {} };
      }
      if (from === null) {
        return { page: null, errors: {} };
      }
      const errors = pageErrors(form, given, from);
      return Object.keys(errors).length > 0
        ? { page: from, errors }
        : { page: nextPage(form.items, from, given), errors };
    },
    add: (form, accepted, known) => record(form, known, accepted),
  };
}

/** @throws AnswersRefused when there is no such form or it is closed. */
function openForm(form: FormRecord | null): FormRecord {
  if (form === null) {
    throw new AnswersRefused({ form: "Такой формы нет." });
  }
  if (!isOpen(form)) {
    throw new AnswersRefused({
      form: form.closedMessage === "" ? CLOSED_MESSAGE : form.closedMessage,
    });
  }
  return form;
}

function newResponse(): ResponseRecord {
  return {
    id: newToken(),
    timestamp: "",
    email: "",
    answers: {},
    editToken: newToken(),
  };
}
