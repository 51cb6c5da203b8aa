/** Entry of the workplace's script. */
import { render } from "preact";
import { fetchSnapshot } from "./connection";
import { openInto } from "./open-into";
import { Workplace } from "./workplace";
import "./page.css";
import "./frames.css";
import "./drawer.css";
import "./journal.css";
import "./charts/charts.css";
import "./import.css";

openInto(async (root) => {
  const first = await fetchSnapshot();
  render(<Workplace first={first} />, root);
});
