/** All actions, in the order of the programme's year. */
import type { Action } from "../plan";
import { approve } from "./approve";
import { banksUpdated } from "./banks-updated";
import { check } from "./check";
import { consentsAction } from "./consents";
import { consentsLack } from "./consents-lack";
import { consentsReceived } from "./consents-received";
import { createForm } from "./create-form";
import { digest } from "./digest";
import { editCriteria } from "./edit-criteria";
import { erase } from "./erase";
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
import { roadmapApprove } from "./roadmap-approve";
import { roadmapAssign } from "./roadmap-assign";
import { roadmapDates } from "./roadmap-dates";
import { roadmapNextYear } from "./roadmap-next-year";
import { roadmapShift } from "./roadmap-shift";
import { setup } from "./setup";
import { suggestTopics } from "./suggest-topics";
import { timelineAction } from "./timeline";
import { toCodes } from "./to-codes";
import { toNames } from "./to-names";
import { undoLast } from "./undo-last";
import { variantAdopt } from "./variant-adopt";
import { variantCompare } from "./variant-compare";
import { variantSave } from "./variant-save";

const LIST: readonly Action[] = [
  setup,
  importPeople,
  banksUpdated,
  consentsAction,
  consentsLack,
  consentsReceived,
  erase,
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
  roadmapDates,
  roadmapAssign,
  roadmapShift,
  roadmapApprove,
  roadmapNextYear,
  timelineAction,
  roadmapAnnex,
  indicatorsAction,
  digest,
  toCodes,
  toNames,
  undoLast,
  repair,
];

export const ACTIONS: Readonly<Record<string, Action>> = Object.fromEntries(
  LIST.map((action) => [action.id, action]),
);
