/** The open windows of the page: their sockets, and which of them an execution's dialogs belong to. */
import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import type {
  ExecutionRequest,
  ExecutionResult,
  Host,
  UiEvent,
} from "../types";
import { type BookChannel, openBookChannel } from "./book-channel";
import { readMessage } from "./client-message";
import type {
  ClientMessage,
  ExecutionOutcome,
  ServerMessage,
} from "./protocol";

type Window = {
  readonly id: string;
  /** E-mail given by `?user=`, null for the host's own. */
  readonly user: string | null;
  readonly socket: WebSocket;
  /** Last change of the book told to this window. */
  told: number;
  /** Protections this window knows, as JSON text. */
  protections: string;
};

export type Windows = {
  readonly channel: BookChannel;
  /**
   * Takes over a socket.
   *
   * @param base - Number of the snapshot the page holds.
   */
  readonly join: (socket: WebSocket, user: string | null, base: number) => void;
  /** Tells every window that lists beside the book may differ. */
  readonly tellChanged: () => void;
  /** Tells every window the standing instruments. */
  readonly tellInstruments: () => void;
  readonly close: () => void;
};

/** Lists are loaded again at most so often; chosen. */
const CHANGED_PAUSE_MS = 200;
/** Answer to an alert that nobody can see. */
const UNSEEN_ALERT_BUTTON = "CLOSE";

export function openWindows(host: Host): Windows {
  const windows = new Set<Window>();
  const channel = openBookChannel(
    host.book,
    () => {
      for (const window of windows) {
        tellMutations(window, channel);
        tellProtections(window, host);
      }
    },
    () => {
      const message = "Формулы не удалось пересчитать. Обновите страницу.";
      for (const window of windows) send(window, { type: "trouble", message });
    },
  );
  const changed = atIntervals(() => {
    for (const window of windows) {
      send(window, { type: "changed" });
      tellProtections(window, host);
    }
  });
  const tellChanged = changed.call;
  const instrumentsMessage = (): ServerMessage => ({
    type: "instruments",
    on: host.instruments.get(),
  });
  const stopChanged = host.onChanged((what) => {
    if (what === "clock") channel.refresh();
    tellChanged();
  });
  const stopUi = host.onUi((event, user, asked) => {
    const receivers = receiversOf(windows, user, asked);
    for (const window of receivers) {
      // The tab to activate may be one that was just made.
      tellMutations(window, channel);
      send(window, { type: "ui", event });
    }
    if (receivers.length === 0) answerUnseen(host, event);
  });

  return {
    channel,
    tellChanged,
    tellInstruments() {
      for (const window of windows) send(window, instrumentsMessage());
    },
    join(socket, user, base) {
      const window: Window = {
        id: randomUUID(),
        user,
        socket,
        told: base,
        protections: "[]",
      };
      windows.add(window);
      socket.on("close", () => windows.delete(window));
      socket.on("error", () => socket.terminate());
      socket.on("message", (data) => {
        const message = readMessage(String(data));
        if (message === null) {
          socket.close(1008, "not understood");
          return;
        }
        receive(host, channel, window, message, tellChanged);
      });
      send(window, instrumentsMessage());
      send(window, { type: "hello", window: window.id });
      tellMutations(window, channel);
      tellProtections(window, host);
    },
    close() {
      stopUi();
      stopChanged();
      changed.stop();
      channel.close();
      for (const window of windows) window.socket.terminate();
    },
  };
}

/** Passes the first call on at once and those that follow together, later. */
function atIntervals(work: () => void) {
  let pause: NodeJS.Timeout | null = null;
  let isAsked = false;
  const rest = (): void => {
    pause = null;
    if (isAsked) call();
  };
  function call(): void {
    isAsked = pause !== null;
    if (isAsked) return;
    work();
    pause = setTimeout(rest, CHANGED_PAUSE_MS);
  }
  return { call, stop: () => clearTimeout(pause ?? undefined) };
}

function send(window: Window, message: ServerMessage): void {
  sendText(window, JSON.stringify(message));
}

function sendText(window: Window, text: string): void {
  if (window.socket.readyState === window.socket.OPEN) {
    window.socket.send(text);
  }
}

function tellMutations(window: Window, channel: BookChannel): void {
  const list = channel.since(window.told, window.id);
  if (list === null) {
    // The page asks for the whole book, which holds everything up to now.
    window.told = channel.number();
    send(window, { type: "reload" });
    return;
  }
  if (list.length > 0) {
    window.told = channel.number();
    // ServerMessage "mutations" around texts that are JSON already.
    sendText(window, `{"type":"mutations","list":[${list.join(",")}]}`);
  }
}

function tellProtections(window: Window, host: Host): void {
  const list = host.book.protections();
  const text = JSON.stringify(list);
  if (text === window.protections) return;
  window.protections = text;
  send(window, { type: "protections", list });
}

/** The window that asked for the execution, or all of the user's when none did. */
function receiversOf(
  windows: ReadonlySet<Window>,
  user: string,
  asked: string | undefined,
): readonly Window[] {
  const open = [...windows];
  const asking = open.filter((window) => window.id === asked);
  if (asking.length > 0) return asking;
  const named = open.filter((window) => window.user === user);
  return named.length > 0
    ? named
    : open.filter((window) => window.user === null);
}

function answerUnseen(host: Host, event: UiEvent): void {
  if (event.kind === "alert") {
    host.answerAlert(event.id, UNSEEN_ALERT_BUTTON);
  }
}

function receive(
  host: Host,
  channel: BookChannel,
  window: Window,
  message: ClientMessage,
  tellChanged: () => void,
): void {
  switch (message.type) {
    case "edit": {
      const { batch, base, mutations } = message;
      let refusal: string | null = null;
      host.pageEdit(window.user, mutations, () => {
        refusal = channel.edit(window.id, base, mutations);
        return refusal === null;
      });
      tellMutations(window, channel);
      send(
        window,
        refusal === null
          ? { type: "accepted", batch }
          : { type: "refused", batch, message: refusal },
      );
      return;
    }
    case "answer-alert":
      host.answerAlert(message.id, message.button, message.text);
      return;
    case "execute": {
      const request: ExecutionRequest = {
        ...message.request,
        window: window.id,
        ...(window.user === null ? {} : { user: window.user }),
      };
      void execute(host, request).then((result) => {
        // The book first: handlers may look at what the execution wrote.
        tellMutations(window, channel);
        send(window, { type: "executed", call: message.call, result });
        tellChanged();
      });
    }
  }
}

async function execute(
  host: Host,
  request: ExecutionRequest,
): Promise<ExecutionOutcome> {
  try {
    const result: ExecutionResult = await host.execute(request);
    const { outcome, value, error } = result;
    return error === undefined
      ? { outcome, value: value ?? null }
      : { outcome, error };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { outcome: "failed", error: { name: "HostError", message } };
  }
}
