/** The texts that `build/lazy-texts.mjs` took out of the bundle, which puts the record here. */
import { inflateSync } from "fflate";
import { fromBase64 } from "../src/domain/base64";

/** Longest list of arguments that every engine takes. */
const MOST_ARGUMENTS = 8192;

let kept = null;

export function lazyText(number) {
  kept = kept ?? unpacked();
  return kept[number];
}

/** A byte above 127 stands for a character of the alphabet: less to inflate, and no UTF-8. */
function unpacked() {
  const alphabet = "@alphabet@";
  const codes = inflateSync(fromBase64("@texts@"));
  const wide = new Uint16Array(codes.length);
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at];
    wide[at] = code < 128 ? code : alphabet.charCodeAt(code - 128);
  }
  let all = "";
  for (let at = 0; at < codes.length; at += MOST_ARGUMENTS) {
    const some = wide.subarray(at, at + MOST_ARGUMENTS);
    all += String.fromCharCode.apply(null, some);
  }
  return all.split("\0");
}
