/** The properties port on the document's store: one call to read all, one to write. */
import type { PropertiesPort } from "../app/ports";

export function propertiesPort(
  store: GoogleAppsScript.Properties.Properties,
): PropertiesPort {
  return {
    readAll: () => store.getProperties(),
    write: (values) => {
      store.setProperties({ ...values });
    },
  };
}
