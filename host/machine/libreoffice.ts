/** Finds LibreOffice on this machine and has it convert files. */
import { spawn } from "node:child_process";
import { accessSync, constants, readdirSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Where installers put it when it is not on the PATH. */
const USUAL_PLACES = [
  "/usr/bin/soffice",
  "/usr/local/bin/soffice",
  "/usr/lib/libreoffice/program/soffice",
  "/usr/lib64/libreoffice/program/soffice",
  "/snap/bin/libreoffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
  "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe",
];
const PROGRAM_NAMES =
  process.platform === "win32"
    ? ["soffice.exe", "soffice.com"]
    : ["soffice", "libreoffice"];
/** Longest a conversion may take; the first start makes a profile. */
const TIME_LIMIT_MS = 90_000;

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Versions installed beside each other: /opt/libreoffice24.8/program/soffice. */
function inOpt(): string[] {
  try {
    return readdirSync("/opt")
      .filter((name) => name.startsWith("libreoffice"))
      .sort()
      .reverse()
      .map((name) => join("/opt", name, "program", "soffice"));
  } catch {
    return [];
  }
}

/**
 * Path of LibreOffice's program; null when this machine has none.
 *
 * `SOFFICE` in the environment names another one, or none when empty.
 */
export function findLibreOffice(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const named = environment["SOFFICE"];
  if (named !== undefined) {
    return named !== "" && canRun(named) ? named : null;
  }
  const onPath = (environment["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => PROGRAM_NAMES.map((name) => join(folder, name)));
  return [...onPath, ...USUAL_PLACES, ...inOpt()].find(canRun) ?? null;
}

/** What went wrong, as a Russian sentence for the curator. */
export class LibreOfficeError extends Error {
  override readonly name = "LibreOfficeError";
}

/** LibreOffice recomputes every formula of a file it opens. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

function run(
  program: string,
  args: readonly string[],
  timeLimitMs: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // A group of its own: the program starts others, which must end with it.
    const child = spawn(program, args, {
      detached: process.platform !== "win32",
      stdio: "ignore",
    });
    const stop = (): void => {
      try {
        process.kill(
          process.platform === "win32" || child.pid === undefined
            ? (child.pid ?? 0)
            : -child.pid,
          "SIGKILL",
        );
      } catch {
        // Ended by itself in the meantime.
      }
    };
    const timer = setTimeout(() => {
      stop();
      reject(
        new LibreOfficeError(
          `LibreOffice не ответил за ${Math.round(timeLimitMs / 1000)} с. Попробуйте ещё раз.`,
        ),
      );
    }, timeLimitMs);
    child.on("error", (cause) => {
      clearTimeout(timer);
      reject(new LibreOfficeError("LibreOffice не запускается.", { cause }));
    });
    child.on("exit", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

export type Conversion = {
  /** Ending of the given file, for example `docx`. */
  readonly from: string;
  /** Wanted ending, for example `pdf`. */
  readonly to: string;
  /** Milliseconds; default 90,000. */
  readonly timeLimitMs?: number;
};

async function convertAlone(
  program: string,
  bytes: Uint8Array,
  { from, to, timeLimitMs = TIME_LIMIT_MS }: Conversion,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "nastavnik-office-"));
  try {
    const profile = join(folder, "profile");
    await mkdir(join(profile, "user"), { recursive: true });
    await writeFile(
      join(profile, "user", "registrymodifications.xcu"),
      PROFILE,
    );
    const input = join(folder, `input.${from}`);
    const output = join(folder, "output");
    await writeFile(input, bytes);
    await run(
      program,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        to,
        "--outdir",
        output,
        input,
      ],
      timeLimitMs,
    );
    return await readFile(join(output, `input.${to}`)).catch((cause) => {
      throw new LibreOfficeError(`LibreOffice не смог сделать файл .${to}.`, {
        cause,
      });
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Conversions wait for each other: LibreOffice takes a whole processor. */
let last: Promise<unknown> = Promise.resolve();

/**
 * A file in another format, made by LibreOffice in a profile of its own.
 *
 * @throws LibreOfficeError with a Russian sentence: not installed, too slow,
 *   or the file cannot be read.
 */
export function convert(
  bytes: Uint8Array,
  conversion: Conversion,
  program: string | null = findLibreOffice(),
): Promise<Uint8Array> {
  if (program === null) {
    return Promise.reject(
      new LibreOfficeError(
        "На этом компьютере нет LibreOffice: установите его или скачайте файл .docx.",
      ),
    );
  }
  const next = last.then(() => convertAlone(program, bytes, conversion));
  last = next.catch(() => undefined);
  return next;
}
