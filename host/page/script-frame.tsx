/** A panel or dialog of the add-on in its sandboxed frame, with google.script answered. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { goFromFrame } from "./parts";
import {
  type FrameMessage,
  type FrameReply,
  withGoogleScript,
} from "./script-shim";
import type { Session } from "./session";

type Props = {
  readonly title: string;
  readonly html: string;
  /** CSS pixels. */
  readonly width: number;
  /** Absent: as high as there is room. */
  readonly height?: number;
  readonly session: Session;
  readonly onClose: () => void;
};

/** As Google's: scripts, forms, pop-ups and downloads, never the whole page. */
const SANDBOX =
  "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads allow-same-origin";

export function ScriptFrame(props: Props) {
  const { session, onClose, height } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const [size, setSize] = useState({ width: props.width, height });
  const html = useMemo(() => withGoogleScript(props.html), [props.html]);

  // Listens before the frame's script can speak; an effect after the paint
  // may miss its first call.
  useLayoutEffect(() => {
    const receive = (event: MessageEvent) => {
      const target = frame.current?.contentWindow;
      if (!target || event.source !== target) return;
      const message = event.data as FrameMessage;
      switch (message?.script) {
        case "run":
          void answer(session, message).then((reply) => {
            frame.current?.contentWindow?.postMessage(reply, "*");
          });
          return;
        case "close":
          onClose();
          return;
        case "focus":
          session.focusBook();
          return;
        case "size":
          // Google ignores it for a panel, which has no height of its own.
          if (height === undefined || !(message.pixels > 0)) return;
          setSize((now) => ({ ...now, [message.side]: message.pixels }));
          return;
      }
    };
    window.addEventListener("message", receive);
    return () => window.removeEventListener("message", receive);
  }, [session, onClose, height]);

  return (
    <iframe
      ref={frame}
      title={props.title}
      sandbox={SANDBOX}
      srcdoc={html}
      onLoad={(event) => goFromFrame(event.currentTarget)}
      style={{
        width: `${size.width}px`,
        height: size.height === undefined ? "100%" : `${size.height}px`,
      }}
    />
  );
}

async function answer(
  session: Session,
  message: Extract<FrameMessage, { readonly script: "run" }>,
): Promise<FrameReply> {
  const args = JSON.parse(message.args) as readonly unknown[];
  const outcome = await session.call(message.functionName, args);
  const scriptCall = message.call;
  return outcome.error === undefined
    ? { scriptCall, value: outcome.value ?? null }
    : { scriptCall, error: outcome.error };
}
