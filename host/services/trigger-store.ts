/** Installed triggers of a workspace, kept in triggers.json. */
import type { Storage } from "../storage/storage";
import { perWorkspace, type Trigger, type Workspace } from "./registry";

const documentOf = perWorkspace((workspace) =>
  triggerDocument(workspace.storage),
);

/** The document behind `Workspace.triggers`. */
export function triggerDocument(storage: Storage) {
  return storage.document<readonly Trigger[]>("triggers", []);
}

export function saveTriggers(
  workspace: Workspace,
  triggers: readonly Trigger[],
): void {
  documentOf(workspace).set(triggers);
}
