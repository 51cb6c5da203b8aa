/** What a tab may be called. */
import { ServiceError } from "./service-object";

/** Google's limit of a tab's title. */
const MAX_TITLE = 100;

/**
 * @param except - Sheet id that may have the title already.
 * @throws ServiceError when a tab cannot be called this.
 */
export function checkTitle(
  title: string,
  workbook: {
    getSheets: () => readonly {
      getName: () => string;
      getSheetId: () => string;
    }[];
  },
  except: string | null,
): void {
  if (title === "" || title.length > MAX_TITLE) {
    throw new ServiceError(
      `The name of a sheet must have 1 to ${MAX_TITLE} characters.`,
    );
  }
  const taken = workbook
    .getSheets()
    .some(
      (sheet) =>
        sheet.getSheetId() !== except &&
        sheet.getName().toLowerCase() === title.toLowerCase(),
    );
  if (taken) {
    throw new ServiceError(
      `A sheet with the name "${title}" already exists. Please enter another name.`,
    );
  }
}
