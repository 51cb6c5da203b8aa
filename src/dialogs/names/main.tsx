/** Starts the dialog «Вписать имена»; it asks no server for anything. */
import { render } from "preact";
import { App } from "./app";

const root = document.getElementById("app");
if (root !== null) {
  render(<App />, root);
}
