/** Records whose keys people write: «constructor» and «__proto__» are words like any other. */

/** A record without inherited names. Of two entries with one key the later counts. */
export function plainRecord<T>(
  entries: Iterable<readonly [string, T]> = [],
): Record<string, T> {
  const record: Record<string, T> = Object.create(null);
  for (const [key, value] of entries) {
    record[key] = value;
  }
  return record;
}

/** The record's own value, whatever every object inherits. */
export function ownValue<T>(
  record: Readonly<Record<string, T>>,
  key: string,
): T | undefined {
  return Object.getOwnPropertyDescriptor(record, key)?.value;
}
