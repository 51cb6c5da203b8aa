/** What Range.copyTo carries over. */
import { EnumValue, ServiceError } from "./service-object";

export type PasteOptions = {
  readonly contents: boolean;
  readonly formulas: boolean;
  readonly styles: boolean;
  readonly validations: boolean;
  /** Merged cells. */
  readonly merges: boolean;
  readonly notes: boolean;
  readonly borders: boolean;
  readonly widths: boolean;
};

const PASTE_ALL: PasteOptions = {
  contents: true,
  formulas: true,
  styles: true,
  validations: true,
  merges: true,
  notes: true,
  borders: true,
  widths: false,
};
const NOTHING: PasteOptions = {
  contents: false,
  formulas: false,
  styles: false,
  validations: false,
  merges: false,
  notes: false,
  borders: false,
  widths: false,
};
const LOOKS = { ...NOTHING, styles: true, borders: true };

/**
 * @param how - { contentsOnly } or { formatOnly }, a CopyPasteType, or nothing.
 * @throws ServiceError for a CopyPasteType the host lacks, by its name.
 */
export function pasteOptions(how: unknown): PasteOptions {
  if (how instanceof EnumValue) {
    const kinds: Readonly<Record<string, PasteOptions>> = {
      PASTE_NORMAL: PASTE_ALL,
      PASTE_VALUES: { ...NOTHING, contents: true },
      PASTE_FORMULA: { ...NOTHING, contents: true, formulas: true },
      PASTE_FORMAT: { ...LOOKS, validations: true },
      PASTE_NO_BORDERS: { ...PASTE_ALL, borders: false },
      PASTE_COLUMN_WIDTHS: { ...NOTHING, widths: true },
      PASTE_DATA_VALIDATION: { ...NOTHING, validations: true },
    };
    const found = kinds[how.name];
    if (found !== undefined) return found;
    throw new ServiceError(
      `CopyPasteType.${how.name} is not available on the local host`,
    );
  }
  const { contentsOnly, formatOnly } = (how ?? {}) as {
    readonly contentsOnly?: unknown;
    readonly formatOnly?: unknown;
  };
  // As with PASTE_VALUES: the usual way to turn formulas into their results.
  if (contentsOnly === true) return { ...NOTHING, contents: true };
  return formatOnly === true ? LOOKS : PASTE_ALL;
}
