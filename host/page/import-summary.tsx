/** What a chosen file holds, and the choices before it is written. */
import { useState } from "preact/hooks";
import type { ImportPreview } from "../exchange/exchange";
import type { ImportChoice } from "../exchange/write-book";

type Props = {
  readonly preview: ImportPreview;
  readonly onImport: (choice: ImportChoice) => void;
  readonly onCancel: () => void;
};

const MODES = [
  ["tabs", "Новые листы", "рядом с теми, что есть"],
  ["book", "Новая таблица", "вместо всех листов"],
] as const;

export function ImportSummary({ preview, onImport, onCancel }: Props) {
  const [mode, setMode] = useState<ImportChoice["mode"]>("tabs");
  const [isKept, setIsKept] = useState(preview.kind !== "csv");
  const [isAgreed, setIsAgreed] = useState(false);
  const replaces = mode === "book" && !preview.isBookEmpty;
  const { formulas, unknownFunctions, problems } = preview;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onImport({ mode, formulas: isKept ? "keep" : "values" });
      }}
    >
      <p>В файле «{preview.name}»:</p>
      <TabTable tabs={preview.tabs} />
      {(problems.length > 0 || unknownFunctions.length > 0) && (
        <ul class="import-problems">
          {unknownFunctions.length > 0 && (
            <li>
              Станут текстом формулы с функциями, которых здесь нет:{" "}
              {unknownFunctions.join(", ")}.
            </li>
          )}
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <fieldset>
        <legend>Куда загрузить</legend>
        {MODES.map(([value, caption, hint]) => (
          <label key={value}>
            <input
              type="radio"
              name="mode"
              checked={mode === value}
              onChange={() => setMode(value)}
            />
            <b>{caption}</b> – {hint}
          </label>
        ))}
      </fieldset>
      {formulas > 0 && (
        <label>
          <input
            type="checkbox"
            checked={isKept}
            onChange={(event) => setIsKept(event.currentTarget.checked)}
          />
          Оставить формулы формулами ({formulas}). Без галочки загрузятся только
          значения.
        </label>
      )}
      {replaces && (
        <label class="import-replace">
          <input
            type="checkbox"
            checked={isAgreed}
            onChange={(event) => setIsAgreed(event.currentTarget.checked)}
          />
          Заменить все листы. Прежняя рабочая папка сохранится рядом.
        </label>
      )}
      <div class="buttons">
        <button type="submit" class="primary" disabled={replaces && !isAgreed}>
          Импортировать
        </button>
        <button type="button" onClick={onCancel}>
          Отмена
        </button>
      </div>
    </form>
  );
}

function TabTable({ tabs }: Pick<ImportPreview, "tabs">) {
  return (
    <div class="import-tabs">
      <table>
        <thead>
          <tr>
            <th>Лист</th>
            <th>Строк</th>
            <th>Столбцов</th>
            <th>Формул</th>
          </tr>
        </thead>
        <tbody>
          {tabs.map((tab) => (
            <tr key={tab.title}>
              <td>
                {tab.title}
                {tab.hidden && " (скрыт)"}
              </td>
              <td>{tab.rows}</td>
              <td>{tab.columns}</td>
              <td>{tab.formulas}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
