/** Types of read-only-xml.mjs. */

type Elements = ArrayLike<{
  readonly getAttribute: (name: string) => string;
}>;

type Parsed = {
  readonly source: string;
  readonly getElementsByTagName: (name: string) => Elements;
};

export const DOMParser: new () => {
  readonly parseFromString: (source: string) => Parsed;
};

export const XMLSerializer: new () => {
  readonly serializeToString: (parsed: Parsed) => string;
};
