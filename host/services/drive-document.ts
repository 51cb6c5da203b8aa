/** The empty .docx a new Google Doc is on the host, and what counts as .docx. */
import PizZip from "pizzip";

const FILES: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  "_rels/.rels": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  "word/document.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>`,
};

/** A document with one empty paragraph. */
export function emptyDocx(): Uint8Array {
  const zip = new PizZip();
  for (const [name, text] of Object.entries(FILES)) {
    zip.file(name, text);
  }
  return zip.generate({ type: "uint8array", compression: "DEFLATE" });
}

/** Whether the bytes are a zip with a Word document inside. */
export function isDocx(bytes: Uint8Array): boolean {
  try {
    return new PizZip(bytes).file("word/document.xml") !== null;
  } catch {
    return false;
  }
}

/** Text of the document, a line per paragraph. */
export function docxText(bytes: Uint8Array): string {
  const xml = new PizZip(bytes).file("word/document.xml")?.asText() ?? "";
  return xml
    .replace(/<w:tab\/>/g, "\t")
    .replace(/<w:br[^>]*\/>|<\/w:p>|<w:p\/>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
}
