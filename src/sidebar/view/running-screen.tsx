/** A run under way: how far it is and a way to stop it. */
import { formatNumber } from "../model/words";
import type { ScreenProps } from "./app";
import { Heading } from "./parts";

export function RunningScreen({ panel, screen }: ScreenProps<"running">) {
  const { title, progress, stopping } = screen;
  const share =
    progress === null
      ? {}
      : { value: progress.done, max: Math.max(progress.total, 1) };
  return (
    <>
      <Heading>{title}</Heading>
      <div class="progress">
        <label for="progress">
          {progress === null
            ? "Выполняется…"
            : `${formatNumber(progress.done)} из ${formatNumber(progress.total)}`}
        </label>
        <progress id="progress" {...share} />
      </div>
      <p class="note">
        {stopping
          ? "Останавливаем: закончится текущая часть, новая не начнётся."
          : "Не закрывайте панель. Сделанное сохраняется сразу."}
      </p>
      <div class="buttons">
        <button type="button" disabled={stopping} onClick={panel.stop}>
          {stopping ? "Останавливаем…" : "Отмена"}
        </button>
      </div>
    </>
  );
}
