/** The one call we make of papaparse; its own types would let Node in here. */
declare module "papaparse/papaparse.min.js" {
  const papaparse: {
    readonly parse: (
      text: string,
      config: {
        readonly delimiter: string;
        readonly newline: "\n";
        readonly preview?: number;
      },
    ) => {
      readonly data: string[][];
      readonly errors: readonly { readonly code: string }[];
    };
  };
  export = papaparse;
}
