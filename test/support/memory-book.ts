/** The book that actions see, of a world in memory. */
import { readBook, readMemory } from "../../src/app/run/read-book";
import type { Book } from "../../src/book/book";
import { TABLE_IDS } from "../../src/book/tables/tables";
import { type MemoryWorld, memoryPorts } from "./memory-ports";

export function aBookOf(world: MemoryWorld): Book {
  const ports = memoryPorts(world);
  const wanted = { tables: TABLE_IDS, responses: false };
  return readBook(ports, readMemory(ports), wanted).book;
}
