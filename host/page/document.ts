/** Entry of the script of a document's page. */
import { showDocument } from "./document-view";
import { openInto } from "./open-into";

openInto(async (root) => {
  const { file } = document.body.dataset;
  if (file !== undefined) await showDocument(root, file);
});
