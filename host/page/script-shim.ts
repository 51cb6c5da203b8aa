/** What a panel or dialog of the add-on sees as `google.script`; runs inside its frame. */

/** From the frame to the page. */
export type FrameMessage =
  | {
      readonly script: "run";
      readonly call: number;
      readonly functionName: string;
      /** Arguments as JSON text. */
      readonly args: string;
    }
  | { readonly script: "close" }
  | { readonly script: "focus" }
  | {
      readonly script: "size";
      readonly side: "width" | "height";
      readonly pixels: number;
    };

/** From the page to the frame: the outcome of a call. */
export type FrameReply = {
  readonly scriptCall: number;
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
};

/** What the shim needs of a frame's window. */
export type FrameWindow = {
  google?: unknown;
  readonly parent: { postMessage(message: unknown, target: string): void };
  readonly console: { error(message: string): void };
  readonly FormData: new (form: never) => Iterable<[string, unknown]>;
  addEventListener(
    type: "message",
    listener: (event: {
      readonly data: unknown;
      readonly source: unknown;
    }) => void,
  ): void;
};

/**
 * Puts `google.script.run` and `google.script.host` into a frame.
 *
 * Its text is written into the frame's HTML, so it may use nothing outside
 * itself. Facts: calls are asynchronous, at most 10 at once and further ones
 * wait; each `with…` gives a new runner; Date, functions, elements and circles
 * are refused as arguments; a lone form goes as its fields; a function whose
 * name ends in `_` is private. Google: «HTML Service: Communicate with Server
 * Functions».
 */
export function installGoogleScript(frame: FrameWindow): void {
  type Handlers = {
    readonly success?: (value: unknown, userObject: unknown) => void;
    readonly failure?: (error: Error, userObject: unknown) => void;
    readonly userObject?: unknown;
  };
  const maxInFlight = 10;
  const pending = new Map<number, Handlers>();
  const queue: (() => void)[] = [];
  let inFlight = 0;
  let calls = 0;

  const tell = (message: FrameMessage) =>
    frame.parent.postMessage(message, "*");

  const illegal = (path: string) =>
    new TypeError(`Failed due to illegal value in property: ${path}`);

  /** Plain JSON value, or the error Google throws. */
  function plain(value: unknown, path: string, above: unknown[]): unknown {
    if (
      value === null ||
      value === undefined ||
      typeof value === "boolean" ||
      typeof value === "number" ||
      typeof value === "string"
    ) {
      return value;
    }
    if (typeof value !== "object" || above.includes(value)) throw illegal(path);
    const within = above.concat([value]);
    if (Array.isArray(value)) {
      return value.map((item, index) =>
        item === undefined ? null : plain(item, `${path}[${index}]`, within),
      );
    }
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      throw illegal(path);
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        plain(item, `${path}.${key}`, within),
      ]),
    );
  }

  /** Fields of a form by name; a repeated name gives a list. */
  function fields(form: unknown): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    for (const [name, value] of new frame.FormData(form as never)) {
      if (typeof value !== "string") throw illegal(name);
      const known = found[name];
      if (known === undefined) found[name] = value;
      else
        found[name] = Array.isArray(known) ? [...known, value] : [known, value];
    }
    return found;
  }

  function encode(args: unknown[]): string {
    const isForm =
      args.length === 1 &&
      Object.prototype.toString.call(args[0]) === "[object HTMLFormElement]";
    const values = isForm
      ? [fields(args[0])]
      : args.map((value, index) => plain(value, String(index), []));
    return JSON.stringify(values);
  }

  function start(functionName: string, args: string, handlers: Handlers): void {
    inFlight += 1;
    calls += 1;
    pending.set(calls, handlers);
    tell({ script: "run", call: calls, functionName, args });
  }

  function finish(reply: FrameReply): void {
    const handlers = pending.get(reply.scriptCall);
    if (handlers === undefined) return;
    pending.delete(reply.scriptCall);
    inFlight -= 1;
    queue.shift()?.();
    if (reply.error === undefined) {
      handlers.success?.(reply.value ?? null, handlers.userObject);
      return;
    }
    const error = new Error(reply.error.message);
    error.name = reply.error.name;
    if (handlers.failure === undefined) {
      frame.console.error(`google.script.run: ${error.message}`);
    } else {
      handlers.failure(error, handlers.userObject);
    }
  }

  function runner(handlers: Handlers): object {
    const change = (name: keyof Handlers) => (value: unknown) =>
      runner({ ...handlers, [name]: value });
    const settings = new Map<string, (value: unknown) => object>([
      ["withSuccessHandler", change("success")],
      ["withFailureHandler", change("failure")],
      ["withUserObject", change("userObject")],
    ]);
    return new Proxy(Object.freeze({}), {
      get(_, name) {
        if (typeof name !== "string" || name === "then" || /_$/.test(name)) {
          return undefined;
        }
        const setting = settings.get(name);
        if (setting !== undefined) return setting;
        return (...args: unknown[]) => {
          const text = encode(args);
          if (inFlight < maxInFlight) start(name, text, handlers);
          else queue.push(() => start(name, text, handlers));
        };
      },
    });
  }

  frame.addEventListener("message", ({ data, source }) => {
    const reply = data as FrameReply | null;
    if (source === frame.parent && typeof reply?.scriptCall === "number") {
      finish(reply);
    }
  });
  const resize = (side: "width" | "height") => (pixels: number) =>
    tell({ script: "size", side, pixels });
  frame.google = {
    script: {
      run: runner({}),
      host: {
        close: () => tell({ script: "close" }),
        setWidth: resize("width"),
        setHeight: resize("height"),
        editor: { focus: () => tell({ script: "focus" }) },
      },
    },
  };
}

/**
 * The add-on's HTML with the shim before every script of its own.
 *
 * @param html - A whole document or a fragment.
 */
export function withGoogleScript(html: string): string {
  const shim = `<script>(${installGoogleScript.toString()})(window)</script>`;
  const place = /<(?:!doctype|html|head)\b[^>]*>/gi;
  let end = 0;
  for (const match of html.matchAll(place)) {
    // Only what stands before the first tag of the body's own.
    if (/\S/.test(html.slice(end, match.index))) break;
    end = match.index + match[0].length;
  }
  return html.slice(0, end) + shim + html.slice(end);
}
