/** What an action is going to do, before it does it. */
import { useState } from "preact/hooks";
import { isChanged } from "../model/form";
import { AdjustBox } from "./adjust-box";
import type { ScreenProps } from "./app";
import { CopyText } from "./copy-text";
import { DownloadBox } from "./download-box";
import { BackLink, Heading, Lines, Notice } from "./parts";
import { ProblemList } from "./problem-list";
import type { ShowProps } from "./problem-parts";
import { ProblemReport } from "./problem-report";
import { Sections } from "./sections";

export function PreviewScreen({
  panel,
  screen,
  isBusy,
}: ScreenProps<"preview">) {
  const { preview, job, changed } = screen;
  const { verb, adjust, download } = preview;
  const [isSaved, setSaved] = useState(false);
  const corrected =
    adjust !== undefined && isChanged(adjust.fields, screen.adjust);
  const showProps: ShowProps = {
    isBusy,
    onShow: (place) => void panel.show(place),
  };
  return (
    <>
      <BackLink
        caption={job.draft.card.title}
        isBusy={isBusy}
        onPress={panel.back}
      />
      <Heading>
        {preview.report === true ? "Результат проверки" : "Предпросмотр"}
      </Heading>
      {changed && (
        <Notice tone="warning">
          <p class="notice-title">Данные в таблице изменились</p>
          <p>
            Это случилось после предпросмотра, поэтому ничего не записано. Ниже
            новый предпросмотр: проверьте его и подтвердите ещё раз.
          </p>
        </Notice>
      )}
      <Lines lines={preview.summary} />
      {download !== undefined && verb !== null && !corrected && (
        <DownloadBox
          download={download}
          isSaved={isSaved}
          onSaved={() => setSaved(true)}
        />
      )}
      {adjust !== undefined && (
        <AdjustBox
          adjust={adjust}
          values={screen.adjust}
          isBusy={isBusy}
          onChange={panel.setValue}
        />
      )}
      {preview.report === true ? (
        <ProblemReport problems={preview.problems} {...showProps} />
      ) : (
        <ProblemList
          problems={preview.problems}
          errors={{
            title: "Ошибки",
            note: "То, что названо здесь, будет пропущено.",
          }}
          warnings={{
            title: "Предупреждения",
            note: "Это не помешает, но лучше проверить.",
          }}
          {...showProps}
        />
      )}
      <Sections sections={preview.details} />
      {preview.copy !== undefined && <CopyText text={preview.copy} />}
      <div class="buttons footer">
        {corrected ? (
          <>
            <button
              type="button"
              class="primary"
              disabled={isBusy}
              onClick={() => void panel.previewAgain()}
            >
              Показать заново
            </button>
            <p class="note">Предпросмотр выше ещё прежний.</p>
          </>
        ) : verb === null ? (
          <p class="nothing">Менять нечего.</p>
        ) : (
          <>
            <button
              type="button"
              class="primary"
              disabled={isBusy || (download !== undefined && !isSaved)}
              onClick={() => void panel.confirm()}
            >
              {verb}
            </button>
            {download !== undefined && !isSaved && (
              <p class="note">Сначала скачайте файл ключа.</p>
            )}
          </>
        )}
        <button type="button" disabled={isBusy} onClick={panel.back}>
          Назад
        </button>
      </div>
    </>
  );
}
