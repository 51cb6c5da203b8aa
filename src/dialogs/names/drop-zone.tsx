/** A place for files: chosen by a button or dropped. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

export function DropZone({
  id,
  title,
  hint,
  accept,
  caption,
  isBusy,
  onFiles,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly accept: string;
  readonly caption: string;
  readonly isBusy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ComponentChildren;
}) {
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    const files = Array.from(list ?? []);
    if (files.length > 0 && !isBusy) {
      onFiles(files);
    }
  };
  return (
    <section
      class={isOver ? "drop over" : "drop"}
      aria-labelledby={`${id}-title`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="note" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        class="spoken file-input"
        id={id}
        type="file"
        multiple
        accept={accept}
        disabled={isBusy}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again after it was changed.
          event.currentTarget.value = "";
        }}
      />
      <label class="button" for={id}>
        {caption}
      </label>
      {children}
    </section>
  );
}
