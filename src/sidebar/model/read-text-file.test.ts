/** Files come in the encodings of Russian schools, or are refused in words. */
import { expect, test } from "vitest";
import { decodeTextFile, MAX_FILE_BYTES, readTextFile } from "./read-text-file";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** «Имя;Ёж» as Excel for Windows saves it. */
const CP1251 = [0xc8, 0xec, 0xff, 0x3b, 0xa8, 0xe6];

test("reads UTF-8 with and without a byte order mark", () => {
  expect(decodeTextFile(utf8("Имя;Ёж"))).toStrictEqual({
    ok: true,
    text: "Имя;Ёж",
  });
  expect(decodeTextFile(utf8("\ufeffИмя;Ёж"))).toStrictEqual({
    ok: true,
    text: "Имя;Ёж",
  });
});

test("reads Windows-1251 when the bytes are not UTF-8", () => {
  expect(decodeTextFile(new Uint8Array(CP1251))).toStrictEqual({
    ok: true,
    text: "Имя;Ёж",
  });
});

test("reads UTF-16 by its mark", () => {
  const little = new Uint8Array([0xff, 0xfe, 0x18, 0x04, 0x3b, 0x00]);
  const big = new Uint8Array([0xfe, 0xff, 0x04, 0x18, 0x00, 0x3b]);

  expect(decodeTextFile(little)).toStrictEqual({ ok: true, text: "И;" });
  expect(decodeTextFile(big)).toStrictEqual({ ok: true, text: "И;" });
});

test("keeps every character of the text, markup and formulas included", () => {
  const text = '=1+1\t<img src=x onerror="a">\r\n"a""b"; 007\n';

  expect(decodeTextFile(utf8(text))).toStrictEqual({ ok: true, text });
});

test.each([
  ["a workbook", [0x50, 0x4b, 3, 4, 0, 0, 8, 0]],
  ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]],
  ["broken UTF-16", [0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]],
])("refuses %s and says how to save a table", (_, bytes) => {
  const result = decodeTextFile(new Uint8Array(bytes));

  expect(result).toMatchObject({
    ok: false,
    message: expect.stringContaining("CSV"),
  });
});

test("refuses an empty file and one over the limit, the limit itself fits", () => {
  expect(decodeTextFile(new Uint8Array(0)).ok).toBe(false);
  expect(decodeTextFile(new Uint8Array(MAX_FILE_BYTES).fill(65)).ok).toBe(true);
  expect(decodeTextFile(new Uint8Array(MAX_FILE_BYTES + 1).fill(65)).ok).toBe(
    false,
  );
});

test("does not read a file that is too large by its size", async () => {
  const file = {
    size: MAX_FILE_BYTES + 1,
    arrayBuffer: () => Promise.reject(new Error("must not be read")),
  } as unknown as File;

  expect(await readTextFile(file)).toMatchObject({
    message: expect.stringContaining("слишком большой"),
  });
});

test("says so when the browser cannot read the file", async () => {
  const file = {
    size: 10,
    arrayBuffer: () => Promise.reject(new Error("NotReadableError")),
  } as unknown as File;

  expect(await readTextFile(file)).toMatchObject({
    message: expect.stringContaining("не прочитался"),
  });
});
