/** Buttons of alerts. */
import { defineEnum } from "./service-object";

export const Button = defineEnum("Ui.Button", [
  "CLOSE",
  "OK",
  "CANCEL",
  "YES",
  "NO",
]);

export const ButtonSet = defineEnum("Ui.ButtonSet", [
  "OK",
  "OK_CANCEL",
  "YES_NO",
  "YES_NO_CANCEL",
]);
