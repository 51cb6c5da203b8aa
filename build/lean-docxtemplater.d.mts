import type { Plugin } from "esbuild";

export const leanDocxtemplater: Plugin;
