/** Nothing to show but the failure: the panel was not read, or a run's end is unknown. */
import type { ScreenProps } from "./app";
import { FailureBody } from "./failure-notice";
import { Heading, Notice } from "./parts";

export function LostScreen({ panel, screen, isBusy }: ScreenProps<"lost">) {
  const { failure, duringRun } = screen;
  return (
    <>
      <Heading>{failure.title}</Heading>
      {duringRun && (
        <Notice tone="warning">
          <p>
            Неизвестно, успело ли действие закончиться. Вернитесь к списку
            шагов: если оно прервалось, там будет кнопка «Продолжить». Дважды
            ничего не запишется.
          </p>
        </Notice>
      )}
      <FailureBody failure={failure} />
      <div class="buttons">
        <button
          type="button"
          class="primary"
          disabled={isBusy}
          onClick={() => void panel.goHome()}
        >
          {duringRun ? "К списку шагов" : "Повторить"}
        </button>
      </div>
    </>
  );
}
