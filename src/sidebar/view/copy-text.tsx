/** A text made to be pasted elsewhere, with a button that copies it. */
import { useRef, useState } from "preact/hooks";

export function CopyText({ text }: { readonly text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    area.current?.select();
    // Google's frame does not give the newer clipboard to add-ons.
    setCopied(document.execCommand("copy"));
  };
  return (
    <section aria-labelledby="copy">
      <h2 id="copy">Текст напоминания</h2>
      <textarea
        ref={area}
        readOnly
        rows={8}
        value={text}
        aria-labelledby="copy"
      />
      <div class="buttons">
        <button type="button" onClick={copy}>
          Скопировать
        </button>
      </div>
      <p class="note" role="status">
        {isCopied ? "Скопировано." : ""}
      </p>
    </section>
  );
}
