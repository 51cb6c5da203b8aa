/** What services shared with the page need of Univer's modules; the build puts it in the place of the host's. */
import * as numfmt from "numfmt";

export const univerModules = { core: { numfmt } };
