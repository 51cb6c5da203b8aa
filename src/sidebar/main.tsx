/** Starts the panel: one page, one server, one root element. */
import { render } from "preact";
import { createPanel } from "./model/panel";
import { serverCaller } from "./server/call-server";
import { App } from "./view/app";

const root = document.getElementById("app");
if (root !== null) {
  const panel = createPanel(serverCaller());
  render(<App panel={panel} />, root);
  void panel.goHome();
}
