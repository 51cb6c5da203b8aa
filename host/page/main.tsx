/** Entry of the page's script: the workplace, or one document. */
import { render } from "preact";
import { fetchSnapshot } from "./connection";
import { showDocument } from "./document-view";
import { Workplace } from "./workplace";
import "./page.css";
import "./frames.css";
import "./drawer.css";
import "./journal.css";
import "./charts/charts.css";
import "./import.css";

const root = document.getElementById("root");
if (root !== null) {
  const { view, file } = document.body.dataset;
  const isShown =
    view === "document" && file !== undefined
      ? showDocument(root, file)
      : fetchSnapshot().then((first) => {
          render(<Workplace first={first} />, root);
        });
  isShown.catch((error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    root.textContent = `Страница не открылась: ${text}`;
  });
}
