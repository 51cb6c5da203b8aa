export const ACCESSORS: ReadonlySet<string>;
export const UNIVER_CODE: RegExp;
export function withPlainFields(code: string): string;
