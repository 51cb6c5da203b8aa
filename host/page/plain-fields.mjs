/** Fields of Univer's classes set by assignment: its compiler calls a helper for each field of each object, a twentieth of all the engine's time. */

const FIELD = /_defineProperty(?:\$\d+)?\(this, "([\w$]+)", /g;

/** Names that some class has as a getter or setter, which an assignment would call: they keep the helper. */
export const ACCESSORS = new Set(
  `_documents _editPopup _matchesCount _skeleton _univerInstanceService
   _workbookSelections _worksheet canvas color column columnCount cursor dirty
   formula formulaId headers isDirty name node parent rangeList rangeType row
   rowCount size state$ stateUpdates$ subUnitId text type unitId zIndex`.split(
    /\s+/,
  ),
);

/** The code with `(this.name = value)` for `_defineProperty(this, "name", value)`. */
export function withPlainFields(code) {
  return code.replace(FIELD, (call, name) =>
    ACCESSORS.has(name) ? call : `(this.${name} = `,
  );
}

/** Of Univer's packages, the built code. */
export const UNIVER_CODE = /@univerjs[\\/][\w-]+[\\/]lib[\\/].*\.js$/;
