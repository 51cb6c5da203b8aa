/** Takes a free port on this machine and opens the address in a browser when there is one. */
import { spawn } from "node:child_process";
import type { Server } from "node:http";

/** Where the page is served unless something else listens there; chosen. */
export const DEFAULT_PORT = 5180;

/** Ports tried one after another before giving up; chosen. */
const PORTS_TRIED = 50;

/**
 * Listens on 127.0.0.1 only.
 *
 * @param port - First port tried, 0 for any free one.
 * @returns The port taken.
 * @throws Error when the port may not be used or 50 in a row are busy.
 */
export async function listen(server: Server, port: number): Promise<number> {
  for (let tried = 0; tried < PORTS_TRIED; tried += 1) {
    const taken = await tryPort(server, port === 0 ? 0 : port + tried);
    if (taken !== null) return taken;
  }
  throw new Error(
    `listen: ports ${port} to ${port + PORTS_TRIED - 1} are all busy`,
  );
}

/** Null when the port is busy. */
function tryPort(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      server.off("listening", succeed);
      if (error.code === "EADDRINUSE") resolve(null);
      else reject(error);
    };
    const succeed = () => {
      server.off("error", fail);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    };
    server.once("error", fail);
    server.once("listening", succeed);
    server.listen(port, "127.0.0.1");
  });
}

/** Shows the address in the person's browser; does nothing when there is none. */
export function openBrowser(address: string): void {
  const [command, ...before] = openerOf(process.platform);
  if (command === undefined) return;
  const child = spawn(command, [...before, address], {
    stdio: "ignore",
    detached: true,
  });
  // No opener on this machine: the printed address is enough.
  child.on("error", () => undefined);
  child.unref();
}

function openerOf(platform: NodeJS.Platform): readonly string[] {
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["explorer.exe"];
  const hasScreen =
    process.env["DISPLAY"] !== undefined ||
    process.env["WAYLAND_DISPLAY"] !== undefined;
  return hasScreen ? ["xdg-open"] : [];
}
