/** What a command works with. */
import type { Arguments } from "./arguments";
import type { Client } from "./client";
import type { Output } from "./output";

export type Job = {
  readonly args: Arguments;
  readonly client: Client;
  readonly output: Output;
};
