/** Drawer: the documents, shown as pages or downloaded. */
import type { DrawerTabProps } from "./drawer-tabs";
import { formatMoment } from "./format";
import { NewTabLink } from "./new-tab-link";

const DOCUMENT_TYPES = /document$/;

export function FilesTab({ state: { files, makesPdf } }: DrawerTabProps) {
  const documents = files.filter((file) => DOCUMENT_TYPES.test(file.mimeType));
  if (documents.length === 0) return <p>Документов пока нет.</p>;
  return (
    <>
      {!makesPdf && (
        <p>
          На этом компьютере нет LibreOffice, поэтому PDF не делается: документ
          скачивается как .docx.
        </p>
      )}
      <Documents documents={documents} makesPdf={makesPdf} />
    </>
  );
}

type DocumentsProps = {
  readonly documents: DrawerTabProps["state"]["files"];
  readonly makesPdf: boolean;
};

function Documents({ documents, makesPdf }: DocumentsProps) {
  return (
    <table>
      <thead>
        <tr>
          <th>Документ</th>
          <th>Создан</th>
          <th>Скачать</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((file) => (
          <tr key={file.id}>
            <td>
              <NewTabLink href={`/files/${file.id}`}>{file.name}</NewTabLink>
              {file.trashed && " (в корзине)"}
            </td>
            <td>{formatMoment(file.createdTime)}</td>
            <td>
              <a href={`/files/${file.id}/download`}>.docx</a>{" "}
              {makesPdf && (
                <NewTabLink href={`/files/${file.id}/pdf`}>PDF</NewTabLink>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
