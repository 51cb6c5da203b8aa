/** Every service the realm offers. */
import { cacheModule } from "./cache";
import { chartsModule } from "./charts";
import { driveModule } from "./drive";
import { formsModule } from "./forms-app";
import { htmlModule } from "./html";
import { lockModule } from "./lock";
import { mailModule } from "./mail";
import { propertiesModule } from "./properties";
import type { ServiceModule } from "./registry";
import { scriptModule } from "./script-app";
import { sessionModule } from "./session";
import { sheetsModule } from "./sheets";
import { utilitiesModule } from "./utilities";

export const ALL_SERVICES: readonly ServiceModule[] = [
  sheetsModule,
  chartsModule,
  formsModule,
  driveModule,
  mailModule,
  htmlModule,
  propertiesModule,
  cacheModule,
  lockModule,
  scriptModule,
  sessionModule,
  utilitiesModule,
];
