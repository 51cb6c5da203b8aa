/** Looks for Chromium, LibreOffice and fonts before the tests; as root on Debian installs what is missing. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const runs = (command, args) =>
  spawnSync(command, args, { stdio: "ignore" }).status === 0;
const found = (...names) => names.some((name) => runs("which", [name]));

const NEEDS = [
  {
    what: "Chromium",
    packages: ["chromium"],
    here: () =>
      Boolean(process.env.CHROMIUM && existsSync(process.env.CHROMIUM)) ||
      found("chromium", "chromium-browser", "google-chrome"),
  },
  {
    what: "LibreOffice",
    packages: ["libreoffice-writer", "libreoffice-calc"],
    here: () => found("soffice", "libreoffice"),
  },
  {
    what: "pdftoppm",
    packages: ["poppler-utils"],
    here: () => found("pdftoppm"),
  },
  {
    what: "Cyrillic fonts",
    packages: ["fonts-liberation", "fonts-dejavu-core"],
    here: () =>
      spawnSync("fc-list", [":lang=ru"], { encoding: "utf8" }).stdout?.includes(
        "Liberation",
      ) ?? false,
  },
];

const missing = () => NEEDS.filter((need) => !need.here());
let absent = missing();
if (absent.length > 0) {
  const packages = absent.flatMap((need) => need.packages);
  const names = absent.map((need) => need.what).join(", ");
  const line = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(" ")}`;
  if (process.getuid?.() === 0 && found("apt-get")) {
    console.log(`Installing for the tests: ${names}`);
    spawnSync("sh", ["-c", `export DEBIAN_FRONTEND=noninteractive; ${line}`], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    absent = missing();
  } else {
    console.log(`Not found: ${names}. On Debian or Ubuntu, as root: ${line}`);
  }
  for (const need of absent) {
    console.log(
      `The tests that need ${need.what} will be reported as skipped.`,
    );
  }
}
