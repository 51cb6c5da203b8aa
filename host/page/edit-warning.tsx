/** Asks before an edit of protected cells is sent. */
import { useShownDialog } from "./dialogs";
import type { Store, Warning } from "./store";

type Props = { readonly store: Store; readonly warnings: readonly Warning[] };

export function EditWarnings({ store, warnings }: Props) {
  return (
    <>
      {warnings.map((warning) => (
        <WarningBox
          key={warning.key}
          description={warning.description}
          onAnswer={(isMeant) => {
            const others = store.get().warnings.filter((w) => w !== warning);
            store.set({ warnings: others });
            warning.answer(isMeant);
          }}
        />
      ))}
    </>
  );
}

function WarningBox(props: {
  readonly description: string;
  readonly onAnswer: (isMeant: boolean) => void;
}) {
  const { description, onAnswer } = props;
  const box = useShownDialog(true);
  return (
    <dialog
      ref={box}
      class="dialog alert"
      aria-label="Защищённый диапазон"
      onClose={() => onAnswer(false)}
    >
      <h2>Вы меняете защищённый диапазон</h2>
      <p>
        {description === "" ? "" : `${description}\n`}Эти ячейки защищены от
        случайных правок. Изменить их всё равно?
      </p>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => onAnswer(true)}>
          Изменить
        </button>
        <button type="button" onClick={() => onAnswer(false)}>
          Отмена
        </button>
      </div>
    </dialog>
  );
}
