/** Types of documents.mjs for the tests, which are TypeScript. */

export declare function buildTemplates(): Promise<{
  base64: string;
  kinds: string[];
}>;
