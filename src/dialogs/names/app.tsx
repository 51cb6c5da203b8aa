/** «Вписать имена»: a key and documents in, documents with names out, all on the curator's computer. */
import { useEffect, useRef, useState } from "preact/hooks";
import { plural } from "../../domain/language/plural";
import { saveFile } from "../../sidebar/model/save-file";
import { Heading, Lines, Notice } from "../../sidebar/view/parts";
import { DropZone } from "./drop-zone";
import {
  type FilledFile,
  type Filling,
  fillFiles,
  joinKeys,
  type KeyFile,
  packFiles,
  readKey,
} from "./fill-files";

const DOCX =
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Codes named one by one; more are counted. */
const MOST_NAMED = 20;

export function App() {
  const [keys, setKeys] = useState<readonly KeyFile[]>([]);
  const [documents, setDocuments] = useState<readonly File[]>([]);
  const [filling, setFilling] = useState<Filling | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { names, problems } = joinKeys(keys);

  const work = (deed: () => Promise<void>) => {
    setBusy(true);
    void deed().finally(() => setBusy(false));
  };
  const addKeys = (files: readonly File[]) =>
    work(async () => {
      const read = await Promise.all(files.map(readKey));
      setKeys([...keys, ...read]);
      setFilling(null);
    });
  const addDocuments = (files: readonly File[]) => {
    setDocuments([...documents, ...files]);
    setFilling(null);
  };
  const fill = () =>
    work(async () => setFilling(await fillFiles(documents, names)));
  const clear = () => {
    setKeys([]);
    setDocuments([]);
    setFilling(null);
  };

  return (
    <main>
      <Heading>Вписать имена в документы</Heading>
      <p>
        Файлы не покидают Ваш компьютер: окно читает их в браузере и ничего
        никуда не отправляет. Закройте окно – и от них здесь ничего не
        останется.
      </p>
      <div class="zones">
        <DropZone
          id="key"
          title="1. Файл ключа: код – имя"
          hint="Тот, что Вы скачали при загрузке людей, или свой: .csv или .xlsx с графами «Код» и «ФИО». Можно несколько."
          accept=".csv,.xlsx,.txt,.tsv"
          caption="Выбрать файл ключа"
          isBusy={isBusy}
          onFiles={addKeys}
        >
          <ul aria-label="Файлы ключа">
            {keys.map(({ name, names: own }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: files are only added
              <li key={index}>
                <span>{name}</span>
                <span class="note">{countOfNames(own.size)}</span>
              </li>
            ))}
          </ul>
        </DropZone>
        <DropZone
          id="documents"
          title="2. Документы с пометками вида {{НСТ-014}}"
          hint="Скачанные файлы .docx. В Google Документах: «Файл → Скачать → Microsoft Word (.docx)». Можно несколько."
          accept=".docx"
          caption="Выбрать документы"
          isBusy={isBusy}
          onFiles={addDocuments}
        >
          <ul aria-label="Документы">
            {documents.map(({ name }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: files are only added
              <li key={index}>{name}</li>
            ))}
          </ul>
        </DropZone>
      </div>
      {problems.length > 0 && (
        <Notice tone="warning">
          <Lines lines={[...new Set(problems)]} />
        </Notice>
      )}
      <div class="buttons">
        <button
          type="button"
          class={filling === null ? "primary" : undefined}
          disabled={isBusy || names.size === 0 || documents.length === 0}
          onClick={fill}
        >
          Вписать имена
        </button>
        {(keys.length > 0 || documents.length > 0) && (
          <button type="button" disabled={isBusy} onClick={clear}>
            Начать заново
          </button>
        )}
      </div>
      <div role="status">
        {filling !== null && <Results filling={filling} />}
      </div>
    </main>
  );
}

function countOfNames(count: number): string {
  return `${count} ${plural(count, ["имя", "имени", "имён"])}`;
}

function Results({
  filling: { files, unused },
}: {
  readonly filling: Filling;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const ready = files.filter(({ bytes }) => bytes !== null);
  const missing = [...new Set(files.flatMap((file) => file.missing))];
  const doubts = [...new Set(files.flatMap((file) => file.doubts))];
  return (
    <section aria-labelledby="done">
      <h2 id="done" ref={heading} tabIndex={-1}>
        Готово
      </h2>
      <table class="results">
        <thead>
          <tr>
            <th scope="col">Документ</th>
            <th scope="col">Вписано</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {files.map((file, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <tr key={index}>
              <td>
                {file.problem === undefined
                  ? file.name
                  : `${file.name}: ${file.problem}`}
              </td>
              <td>{file.bytes === null ? "–" : file.filled}</td>
              <td>
                <SaveButton file={file} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ready.length > 1 && (
        <div class="buttons">
          <button
            type="button"
            class="primary"
            onClick={() =>
              saveFile(
                "Документы с именами.zip",
                packFiles(ready),
                "application/zip",
              )
            }
          >
            Скачать всё одним архивом
          </button>
        </div>
      )}
      {missing.length > 0 && (
        <Notice tone="warning">
          <p class="notice-title">Пометки без имени: в ключе таких кодов нет</p>
          <p>{listed(missing)}</p>
        </Notice>
      )}
      {doubts.length > 0 && (
        <Notice tone="warning">
          <p class="notice-title">Проверьте в документах</p>
          <Lines lines={doubts} />
        </Notice>
      )}
      {ready.length > 0 && unused.length > 0 && (
        <p class="note">Имена, которые не понадобились: {listed(unused)}.</p>
      )}
    </section>
  );
}

function SaveButton({ file }: { readonly file: FilledFile }) {
  const { name, bytes } = file;
  return bytes === null ? null : (
    <button type="button" onClick={() => saveFile(name, bytes, DOCX)}>
      Скачать<span class="spoken"> {name}</span>
    </button>
  );
}

function listed(items: readonly string[]): string {
  const named = items.slice(0, MOST_NAMED).join(", ");
  const more = items.length - MOST_NAMED;
  return more > 0 ? `${named} и ещё ${more}` : named;
}
