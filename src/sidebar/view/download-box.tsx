/** A file that exists only in the preview: it is saved before anything is confirmed. */
import type { Download } from "../../shared/rpc";
import { saveFile } from "../model/save-file";

export function DownloadBox({
  download,
  isSaved,
  onSaved,
}: {
  readonly download: Download;
  readonly isSaved: boolean;
  readonly onSaved: () => void;
}) {
  const save = () => {
    saveFile(download.name, download.text, "text/csv;charset=utf-8");
    onSaved();
  };
  return (
    <section class="download" aria-labelledby="download">
      <h2 id="download">Файл ключа</h2>
      <p>{download.note}</p>
      <div class="buttons">
        <button
          type="button"
          class={isSaved ? undefined : "primary"}
          onClick={save}
        >
          {isSaved ? "Скачать ещё раз" : "Скачать файл ключа"}
        </button>
      </div>
      <p class="note" role="status">
        {isSaved ? `Скачано: ${download.name}` : ""}
      </p>
    </section>
  );
}
