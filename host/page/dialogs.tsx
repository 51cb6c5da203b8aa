/** Dialogs and questions that the add-on shows over the book. */
import { useEffect, useRef } from "preact/hooks";
import { ScriptFrame } from "./script-frame";
import type { Session } from "./session";
import type { Alert, Dialog, Store } from "./store";
import { useDragging } from "./use-dragging";

type DialogsProps = {
  readonly store: Store;
  readonly dialogs: readonly Dialog[];
  readonly session: Session;
};

export function Dialogs({ store, dialogs, session }: DialogsProps) {
  return (
    <>
      {dialogs.map((dialog) => (
        <DialogBox
          key={dialog.key}
          dialog={dialog}
          session={session}
          onClose={() =>
            store.set({
              dialogs: store.get().dialogs.filter((one) => one !== dialog),
            })
          }
        />
      ))}
    </>
  );
}

type BoxProps = {
  readonly dialog: Dialog;
  readonly session: Session;
  readonly onClose: () => void;
};

function DialogBox({ dialog, session, onClose }: BoxProps) {
  const box = useShownDialog(dialog.modal);
  const drag = useDragging(box);
  return (
    <dialog
      ref={box}
      class={dialog.modal ? "dialog" : "dialog modeless"}
      aria-label={dialog.title}
      onClose={onClose}
    >
      <div class="bar" {...(dialog.modal ? {} : drag)}>
        <h2>{dialog.title}</h2>
        <button
          type="button"
          class="close"
          aria-label="Закрыть окно"
          onClick={onClose}
        >
          ✕
        </button>
      </div>
      <ScriptFrame
        title={dialog.title}
        html={dialog.html}
        width={dialog.width}
        height={dialog.height}
        session={session}
        onClose={onClose}
      />
    </dialog>
  );
}

type AlertsProps = {
  readonly alerts: readonly Alert[];
  readonly session: Session;
};

export function Alerts({ alerts, session }: AlertsProps) {
  return (
    <>
      {alerts.map((alert) => (
        <AlertBox key={alert.id} alert={alert} session={session} />
      ))}
    </>
  );
}

const CAPTIONS: Readonly<Record<string, string>> = {
  OK: "ОК",
  CANCEL: "Отмена",
  YES: "Да",
  NO: "Нет",
};
/** What Google answers when the box is closed without a button. */
const CLOSED = "CLOSE";

function AlertBox(props: { readonly alert: Alert; readonly session: Session }) {
  const { alert, session } = props;
  const box = useShownDialog(true);
  const field = useRef<HTMLInputElement>(null);
  const answer = (button: string) =>
    session.answerAlert(alert.id, button, field.current?.value);
  return (
    <dialog
      ref={box}
      class="dialog alert"
      aria-label={alert.title || "Сообщение"}
      onClose={() => answer(CLOSED)}
    >
      {alert.title !== "" && <h2>{alert.title}</h2>}
      <p>{alert.message}</p>
      {alert.prompt === true && (
        <input
          ref={field}
          type="text"
          class="prompt"
          aria-label={alert.message || "Ответ"}
          onKeyDown={(event) => {
            if (event.key === "Enter") answer(alert.buttons[0] ?? CLOSED);
          }}
        />
      )}
      <div class="buttons">
        {alert.buttons.map((button, index) => (
          <button
            key={button}
            type="button"
            class={index === 0 ? "primary" : ""}
            onClick={() => answer(button)}
          >
            {CAPTIONS[button] ?? button}
          </button>
        ))}
      </div>
    </dialog>
  );
}

/** Opens the box when it appears; the browser keeps focus inside a modal one. */
export function useShownDialog(isModal: boolean) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    if (isModal) box.current?.showModal();
    else box.current?.show();
    return () => before?.focus();
  }, [isModal]);
  return box;
}
