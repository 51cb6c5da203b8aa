/** All actions, in the order of the programme's year. */
import type { Action } from "../plan";
import { approve } from "./approve";
import { check } from "./check";
import { consentsAction } from "./consents";
import { consentsLack } from "./consents-lack";
import { consentsReceived } from "./consents-received";
import { createForm } from "./create-form";
import { editCriteria } from "./edit-criteria";
import { importPeople } from "./import-people";
import { indicatorsAction } from "./indicators";
import { intake } from "./intake";
import { order } from "./order";
import { pair } from "./pair";
import { rematch } from "./rematch";
import { repair } from "./repair";
import { rescore } from "./rescore";
import { roadmapAction } from "./roadmap";
import { roadmapAnnex } from "./roadmap-annex";
import { setup } from "./setup";
import { suggestTopics } from "./suggest-topics";
import { timelineAction } from "./timeline";
import { undoLast } from "./undo-last";
import { variantAdopt } from "./variant-adopt";
import { variantCompare } from "./variant-compare";
import { variantSave } from "./variant-save";

const LIST: readonly Action[] = [
  setup,
  importPeople,
  consentsAction,
  consentsLack,
  consentsReceived,
  createForm,
  intake,
  check,
  suggestTopics,
  pair,
  rescore,
  rematch,
  editCriteria,
  variantSave,
  variantCompare,
  variantAdopt,
  approve,
  order,
  roadmapAction,
  timelineAction,
  roadmapAnnex,
  indicatorsAction,
  undoLast,
  repair,
];

export const ACTIONS: Readonly<Record<string, Action>> = Object.fromEntries(
  LIST.map((action) => [action.id, action]),
);
