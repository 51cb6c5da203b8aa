/** Drawer: the documents, shown as pages or downloaded. */
import type { DrawerTabProps } from "./drawer-tabs";
import { formatMoment } from "./format";
import { NewTabLink } from "./new-tab-link";

const DOCUMENT_TYPES = /document$/;

export function FilesTab({ state: { files } }: DrawerTabProps) {
  const documents = files.filter((file) => DOCUMENT_TYPES.test(file.mimeType));
  if (documents.length === 0) return <p>Документов пока нет.</p>;
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
              <NewTabLink href={`/files/${file.id}/pdf`}>PDF</NewTabLink>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
