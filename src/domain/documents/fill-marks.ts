/** Puts names in place of the marks of a .docx that already left the add-on; pure, for the curator's browser. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import {
  inflectName,
  initialsWithSurname,
  surnameWithInitials,
} from "../language/inflect-name";
import { type NameMark, nameMark, readMark } from "../language/name-mark";
import { cleanText } from "./clean-text";
import { editParagraphs, type ParagraphText } from "./paragraph-text";

export type FilledMarks = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Marks that were filled. */
  readonly filled: number;
  /** Codes that got their names. */
  readonly used: readonly string[];
  /** Marks without a name, each once: «{{НСТ-014|род}}». */
  readonly missing: readonly string[];
  /** Russian sentences: names whose case is not sure. */
  readonly doubts: readonly string[];
};

/** Parts of a document where text stands. */
const TEXT_PART =
  /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/;

/** Unpacked size above which a file is no document of the add-on, bytes. */
const MOST_BYTES = 100 * 1024 * 1024;

const MARK = /\{\s*\{([^{}]{1,80})\}\s*\}/g;

/** Whatever the clock says: the same document gives the same file. */
const PACKED_AT = "2000-01-01T00:00:00";

/**
 * @param docx - The whole file.
 * @param names - Person's code → full name in the nominative.
 * @returns null when the file is no .docx or is damaged.
 */
export function fillMarks(
  docx: Uint8Array,
  names: ReadonlyMap<string, string>,
): FilledMarks | null {
  const parts = unpack(docx);
  if (parts === null) {
    return null;
  }
  const tally: Tally = {
    filled: 0,
    used: new Set(),
    missing: new Set(),
    doubts: new Set(),
  };
  const changed: Record<string, Uint8Array> = {};
  for (const [path, bytes] of Object.entries(parts)) {
    changed[path] = TEXT_PART.test(path)
      ? strToU8(
          editParagraphs(strFromU8(bytes), (text) =>
            editsOf(text, names, tally),
          ),
        )
      : bytes;
  }
  return {
    bytes: zipSync(changed, { mtime: PACKED_AT }),
    filled: tally.filled,
    used: [...tally.used],
    missing: [...tally.missing],
    doubts: [...tally.doubts],
  };
}

function unpack(docx: Uint8Array): Record<string, Uint8Array> | null {
  let total = 0;
  try {
    const parts = unzipSync(docx, {
      filter: ({ originalSize }) => {
        total += originalSize;
        return total <= MOST_BYTES;
      },
    });
    return total > MOST_BYTES || parts["word/document.xml"] === undefined
      ? null
      : parts;
  } catch {
    return null;
  }
}

type Tally = {
  filled: number;
  readonly used: Set<string>;
  readonly missing: Set<string>;
  readonly doubts: Set<string>;
};

function editsOf(
  text: string,
  names: ReadonlyMap<string, string>,
  tally: Tally,
): ReturnType<ParagraphText> {
  return [...text.matchAll(MARK)].flatMap((match) => {
    const mark = readMark(withoutBreaks(match[1] ?? ""));
    const name = mark === null ? undefined : names.get(mark.code);
    if (mark === null || name === undefined || name === "") {
      if (mark !== null) {
        tally.missing.add(nameMark(mark));
      }
      return [];
    }
    const from = match.index ?? 0;
    const to = from + match[0].length;
    const written = nameIn(mark, name, tally);
    tally.filled += 1;
    tally.used.add(mark.code);
    // The stop of the initials also ends the sentence.
    const isDoubled = written.endsWith(".") && text.charAt(to) === ".";
    return [{ from, to, text: isDoubled ? written.slice(0, -1) : written }];
  });
}

function withoutBreaks(text: string): string {
  return text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff\n\t]/g, "");
}

function nameIn(mark: NameMark, name: string, tally: Tally): string {
  const clean = cleanText(name.replace(/\s+/g, " ").trim()).text;
  const { text, sure } =
    mark.form === "signature"
      ? initialsWithSurname(clean)
      : mark.form === "short"
        ? surnameWithInitials(clean, mark.to)
        : inflectName(clean, mark.to);
  const isAsItIs = mark.form === "full" && mark.to === "nominative";
  if (!sure && !isAsItIs) {
    tally.doubts.add(
      `${nameMark(mark)}: вписано «${text}». Проверьте падеж и инициалы.`,
    );
  }
  return text;
}
