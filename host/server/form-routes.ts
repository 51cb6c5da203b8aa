/** The pages respondents answer forms at; open without the curator's token, as forms are. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { EDIT_KEY, PAGE_NAME, STEP_NAME } from "../services/form-links";
import {
  answersIn,
  renderFormPage,
  renderThanksPage,
} from "../services/form-page";
import { pageWith } from "../services/form-pages";
import type { FormView, Host } from "../types";
import { messagePage } from "./pages";

/** Larger answers than any form here can hold; chosen. */
const MAX_ANSWER_BYTES = 2_000_000;

/** @param changed - Called after an answer was recorded. */
export function formRoutes(host: Host, changed: () => void): Hono {
  const routes = new Hono();

  routes.get("/forms/d/e/:id/viewform", (context) => {
    const form = host.forms.get(context.req.param("id"));
    if (form === null) return context.html(missing(), 404);
    const given = answersIn(new URL(context.req.url).searchParams);
    const editToken = given[EDIT_KEY];
    if (typeof editToken !== "string") {
      return context.html(renderFormPage(form, given));
    }
    const answered = host.forms.answeredBy(form.id, editToken);
    if (answered === null) return context.html(notEditable(), 404);
    return context.html(
      renderFormPage(form, { ...answered, [EDIT_KEY]: editToken }),
    );
  });

  // How sheet.getFormUrl() and the editor's address name a form.
  routes.get("/forms/d/:id/:page{viewform|edit}", (context) =>
    context.redirect(
      `/forms/d/e/${encodeURIComponent(context.req.param("id"))}/viewform`,
    ),
  );

  routes.post(
    "/forms/d/e/:id/formResponse",
    bodyLimit({ maxSize: MAX_ANSWER_BYTES }),
    async (context) => {
      const form = host.forms.get(context.req.param("id"));
      if (form === null) return context.html(missing(), 404);
      const body = new URLSearchParams(await context.req.text());
      const answers = answersIn(body);
      if (!form.open) return context.html(renderFormPage(form, {}), 409);
      const from = pageIn(body);
      const step = body.get(STEP_NAME);
      if (step === "next" || step === "back") {
        const { page, errors } = host.forms.turn(form.id, answers, from, step);
        const status = Object.keys(errors).length === 0 ? 200 : 422;
        return context.html(
          renderFormPage(form, answers, errors, { page }),
          status,
        );
      }
      const { refusal, editToken } = await submit(host, form, answers);
      if (refusal !== null) {
        const page = pageWith(form.items, Object.keys(refusal)) ?? from;
        return context.html(
          renderFormPage(form, answers, refusal, { page }),
          422,
        );
      }
      changed();
      const url = `/forms/d/e/${encodeURIComponent(form.id)}/viewform?${EDIT_KEY}=${editToken}`;
      const links =
        editToken === null ? [] : [{ label: "Изменить ответ", url }];
      return context.html(renderThanksPage(form, links));
    },
  );
  return routes;
}

/** The page that was posted, 0-based; null when all pages were behind. */
function pageIn(body: URLSearchParams): number | null {
  const page = body.get(PAGE_NAME) ?? "0";
  return /^\d{1,4}$/.test(page) ? Number(page) : null;
}

type Outcome = {
  /** Null when recorded; otherwise item id → what to mend. */
  readonly refusal: Readonly<Record<string, string>> | null;
  readonly editToken: string | null;
};

async function submit(
  host: Host,
  form: FormView,
  answers: Readonly<Record<string, string | readonly string[]>>,
): Promise<Outcome> {
  try {
    const { editToken } = await host.forms.submit(form.id, answers);
    return { refusal: null, editToken };
  } catch (error) {
    return { refusal: refusalOf(error), editToken: null };
  }
}

/** The sentences of a refused answer; any other error is thrown on. */
export function refusalOf(error: unknown): Readonly<Record<string, string>> {
  const errors = (error as { readonly errors?: unknown } | null)?.errors;
  if (typeof errors !== "object" || errors === null) throw error;
  return errors as Readonly<Record<string, string>>;
}

function notEditable(): string {
  return messagePage(
    "Изменить ответ нельзя",
    "Ссылка недействительна, или форма больше не даёт менять ответы.",
  );
}

function missing(): string {
  return messagePage(
    "Такой формы нет",
    "Проверьте адрес: возможно, ссылка скопирована не полностью или форма удалена.",
  );
}
