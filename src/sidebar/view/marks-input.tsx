/** Many things to be ticked, folded group by group. */
import type { InputProps } from "./field-view";

export function MarksInput(props: InputProps) {
  const { field, id, value, describedBy, isBusy, onChange } = props;
  const groups = field.groups ?? [];
  const all = groups.flatMap(({ choices }) => choices).map((one) => one.value);
  const chosen = new Set(typeof value === "string" ? value.split("\n") : []);
  const count = all.filter((one) => chosen.has(one)).length;
  const set = (values: readonly string[], isOn: boolean) => {
    const isSet = (one: string) =>
      values.includes(one) ? isOn : chosen.has(one);
    onChange(all.filter(isSet).join("\n"));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend beside the label
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
    >
      <p class="note" role="status">
        Отмечено {count} из {all.length}
      </p>
      <div class="marks-all">
        {(
          [
            ["Отметить все", true],
            ["Снять все", false],
          ] as const
        ).map(([caption, isOn]) => (
          <button
            key={caption}
            type="button"
            disabled={isBusy || count === (isOn ? all.length : 0)}
            onClick={() => set(all, isOn)}
          >
            {caption}
          </button>
        ))}
      </div>
      {groups.map(({ title, choices }, at) => {
        const own = choices.map((one) => one.value);
        const ticked = own.filter((one) => chosen.has(one)).length;
        return (
          <details class="marks" key={title} open={groups.length === 1}>
            <summary>
              {title} <span class="note">{`${ticked} из ${own.length}`}</span>
            </summary>
            {own.length > 1 && groups.length > 1 && (
              <label class="option strong" for={`${id}-${at}`}>
                <input
                  id={`${id}-${at}`}
                  type="checkbox"
                  checked={ticked === own.length}
                  // Some of them: neither ticked nor empty.
                  indeterminate={ticked > 0 && ticked < own.length}
                  disabled={isBusy}
                  onChange={(event) => set(own, event.currentTarget.checked)}
                />
                <span>Весь раздел</span>
              </label>
            )}
            {choices.map((choice, place) => (
              <label
                class="option"
                key={choice.value}
                for={`${id}-${at}-${place}`}
              >
                <input
                  id={`${id}-${at}-${place}`}
                  type="checkbox"
                  checked={chosen.has(choice.value)}
                  disabled={isBusy}
                  onChange={(event) =>
                    set([choice.value], event.currentTarget.checked)
                  }
                />
                <span>{choice.label}</span>
              </label>
            ))}
          </details>
        );
      })}
    </div>
  );
}
