/** «Импортировать…»: a file is chosen, shown as a summary, then written. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { ImportPreview, ImportResult } from "../exchange/exchange";
import { applyImport, previewImport } from "./import-requests";
import { ImportSummary } from "./import-summary";

type Props = {
  readonly onClose: () => void;
  readonly onDone: (result: ImportResult) => void;
};

type Step =
  | { readonly kind: "choose" }
  | { readonly kind: "busy"; readonly text: string }
  | { readonly kind: "summary"; readonly preview: ImportPreview }
  | { readonly kind: "failed"; readonly message: string };

export function ImportDialog({ onClose, onDone }: Props) {
  const [step, setStep] = useState<Step>({ kind: "choose" });
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);

  const attempt = async (text: string, work: () => Promise<void>) => {
    setStep({ kind: "busy", text });
    try {
      await work();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setStep({ kind: "failed", message });
    }
  };
  const read = (file: File) =>
    attempt(`Читаем «${file.name}»…`, async () =>
      setStep({ kind: "summary", preview: await previewImport(file) }),
    );

  return (
    <dialog
      ref={box}
      class="dialog alert import"
      aria-label="Импорт файла"
      onClose={onClose}
    >
      <h2>Импорт файла</h2>
      {step.kind === "summary" ? (
        <ImportSummary
          preview={step.preview}
          onCancel={onClose}
          onImport={(choice) =>
            attempt("Записываем в таблицу…", async () =>
              onDone(await applyImport(step.preview.id, choice)),
            )
          }
        />
      ) : (
        <>
          <p role={step.kind === "failed" ? "alert" : "status"}>
            {textOf(step)}
          </p>
          {step.kind !== "busy" && (
            <input
              type="file"
              aria-label="Файл таблицы"
              accept=".xlsx,.xlsm,.ods,.csv,.tsv,.txt"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                if (file !== undefined) void read(file);
              }}
            />
          )}
          <div class="buttons">
            <button type="button" onClick={onClose}>
              Отмена
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}

function textOf(step: Exclude<Step, { readonly kind: "summary" }>): string {
  switch (step.kind) {
    case "choose":
      return "Выберите файл .xlsx, .ods или .csv, до 20 МБ. Сначала будет показано, что в нём.";
    case "busy":
      return step.text;
    case "failed":
      return step.message;
  }
}
