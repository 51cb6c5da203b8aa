/** What an action is going to do, before it does it. */
import type { ScreenProps } from "./app";
import { CopyText } from "./copy-text";
import { DetailsTable } from "./details-table";
import { BackLink, Heading, Lines, Notice } from "./parts";
import { ProblemList } from "./problem-list";

export function PreviewScreen({
  panel,
  screen,
  isBusy,
}: ScreenProps<"preview">) {
  const { preview, job, changed } = screen;
  const { verb } = preview;
  return (
    <>
      <BackLink
        caption={job.draft.card.title}
        isBusy={isBusy}
        onPress={panel.back}
      />
      <Heading>Предпросмотр</Heading>
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
        isBusy={isBusy}
        onShowTab={(tab) => void panel.showTab(tab)}
      />
      {preview.details !== null && <DetailsTable details={preview.details} />}
      {preview.copy !== undefined && <CopyText text={preview.copy} />}
      <div class="buttons footer">
        {verb === null ? (
          <p class="nothing">Менять нечего.</p>
        ) : (
          <button
            type="button"
            class="primary"
            disabled={isBusy}
            onClick={() => void panel.confirm()}
          >
            {verb}
          </button>
        )}
        <button type="button" disabled={isBusy} onClick={panel.back}>
          Назад
        </button>
      </div>
    </>
  );
}
