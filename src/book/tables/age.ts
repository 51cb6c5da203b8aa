/** What may be named like a column and is worked out from another one. */
export const AGE = { key: "age", header: "Возраст" } as const;
