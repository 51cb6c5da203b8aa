/** The forms of a workspace, joined to its book, clock and triggers. */
import { responseBook } from "./form-book";
import { type FormsData, type FormsStore, openForms } from "./forms-store";
import { perWorkspace, type Workspace } from "./registry";

/** One model per workspace. */
export const formsOf: (workspace: Workspace) => FormsStore = perWorkspace(
  (workspace) =>
    openForms({
      document: workspace.storage.document<FormsData>("forms", { forms: {} }),
      book: responseBook(workspace.book),
      now: workspace.now,
      origin: workspace.origin,
    }),
);
