/** Toasts and error messages in the corner. */
import { dismiss, type Notice, type Store } from "./store";

type Props = { readonly store: Store; readonly notices: readonly Notice[] };

export function Notices({ store, notices }: Props) {
  return (
    <div class="notices" aria-live="polite">
      {notices.map((notice) => (
        <div
          key={notice.key}
          class={notice.isError ? "notice error" : "notice"}
          role={notice.isError ? "alert" : "status"}
        >
          <div>
            {notice.title !== "" && <strong>{notice.title}</strong>}
            <p>{notice.message}</p>
          </div>
          <button
            type="button"
            class="close"
            aria-label="Закрыть сообщение"
            onClick={() => dismiss(store, notice.key)}
          >
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}
