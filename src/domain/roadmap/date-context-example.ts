/** A school year with its terms, for the tests of date phrases. */
import type { DateContext } from "./interval";

export const CONTEXT: DateContext = {
  schoolYear: 2026,
  yearStart: "09-01",
  yearEnd: "05-31",
  terms: [
    { start: "09-01", end: "10-23" },
    { start: "11-02", end: "12-29" },
    { start: "01-11", end: "03-26" },
    { start: "04-05", end: "05-31" },
  ],
};
