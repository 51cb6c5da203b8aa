/** The advanced Drive service behaves as v3 does for what an add-on made itself. */
import PizZip from "pizzip";
import { beforeEach, describe, expect, test } from "vitest";
import { BlobObject } from "../../host/services/blob";
import { Files } from "../../host/services/drive";
import { emptyDocx } from "../../host/services/drive-document";
import {
  DOCUMENT,
  DOCX,
  driveOf,
  FOLDER,
  FORM,
} from "../../host/services/drive-store";
import { FormApp } from "../../host/services/forms-app";
import { needsLibreOffice } from "../support/libreoffice";
import { memoryWorkspace, type TestWorkspace } from "../support/workspace";

let host: TestWorkspace;
let files: Files;

beforeEach(() => {
  host = memoryWorkspace();
  files = new Files(host.execution);
});

const make = (resource: object, blob?: BlobObject): string =>
  String(files.create(resource, blob)["id"]);

const found = (q: string): unknown[] =>
  (
    files.list({ q, fields: "files(name)", orderBy: "createdTime,name" })[
      "files"
    ] as { name: string }[]
  ).map((file) => file.name);

const docx = () => new BlobObject(emptyDocx(), DOCX, "приказ.docx");

describe("create", () => {
  test("answers with the usual fields, or with those asked for", () => {
    const usual = files.create({ name: "Папка", mimeType: FOLDER });
    const asked = files.create(
      { name: "П", mimeType: FOLDER, appProperties: { key: "k" } },
      null,
      { fields: "id,webViewLink,appProperties/key,parents" },
    );

    expect(Object.keys(usual).sort()).toStrictEqual([
      "id",
      "kind",
      "mimeType",
      "name",
    ]);
    expect(asked).toStrictEqual({
      id: asked["id"],
      webViewLink: `http://localhost/files/folders/${asked["id"]}`,
      appProperties: { key: "k" },
      parents: [driveOf(host.workspace).rootId()],
    });
  });

  test("keeps a .docx byte for byte and shows it under its id", () => {
    const blob = docx();

    const file = files.create({ name: "Приказ", mimeType: DOCUMENT }, blob, {
      fields: "id,webViewLink",
    });

    expect(driveOf(host.workspace).bytes(String(file["id"]))).toStrictEqual(
      Uint8Array.from(blob.bytes),
    );
    expect(file["webViewLink"]).toBe(`http://localhost/files/${file["id"]}`);
    expect(
      host.workspace.storage.getFile(`files/${file["id"]}.docx`),
    ).not.toBeNull();
  });

  test("refuses to make a Google Doc of anything but a .docx", () => {
    const html = new BlobObject(Buffer.from("<p>"), "text/html", "a.html");
    const broken = new BlobObject(Buffer.from("нет"), DOCX, "a.docx");

    expect(() => make({ mimeType: DOCUMENT }, html)).toThrow("text/html");
    expect(() => make({ mimeType: DOCUMENT }, broken)).toThrow(".docx");
  });

  test("of a form makes a form that is unpublished and untitled", () => {
    const id = make({ name: "Анкета", mimeType: FORM });

    const form = new FormApp(host.execution).openById(id);

    expect(form.getTitle()).toBe("");
    expect(form.isPublished()).toBe(false);
  });

  test("refuses what Drive would refuse", () => {
    expect(() => make({ parents: ["нет"] })).toThrow("File not found: нет.");
    expect(() => make({ appProperties: { k: "я".repeat(62) } })).toThrow(
      "124 bytes",
    );
    expect(() => make({ title: "v2" })).toThrow("title");
    expect(() => files.create({}, null, { convert: true })).toThrow("convert");
    expect(() => files.create({}, null, { fields: "id,nope" })).toThrow(
      "Invalid field selection nope",
    );
    expect(() =>
      make({ mimeType: `${FOLDER.slice(0, -6)}spreadsheet` }),
    ).toThrow("spreadsheet");
  });
});

describe("list", () => {
  test("finds by property, whatever is in the value", () => {
    const values = ["обычный", "it's", "a\\b", "x' or name != '", "{}"];
    for (const value of values) {
      make({ name: value, mimeType: FOLDER, appProperties: { key: value } });
    }

    for (const value of values) {
      const escaped = value.replace(/[\\']/g, "\\$&");
      expect(
        found(`appProperties has { key='key' and value='${escaped}' }`),
      ).toStrictEqual([value]);
    }
    expect(
      found("appProperties has { key='constructor' and value='' }"),
    ).toStrictEqual([]);
  });

  test("combines terms with and, or, not and brackets", () => {
    const folder = make({ name: "Папка", mimeType: FOLDER });
    make({ name: "Внутри", mimeType: FORM, parents: [folder] });
    const binned = make({ name: "Старое", mimeType: FORM });
    files.update({ trashed: true }, binned);

    expect(found(`'${folder}' in parents and trashed = false`)).toStrictEqual([
      "Внутри",
    ]);
    expect(found("'root' in parents")).toStrictEqual(["Папка", "Старое"]);
    expect(found(`mimeType = '${FORM}' and not trashed = true`)).toStrictEqual([
      "Внутри",
    ]);
    expect(
      found("(name = 'Папка' or name contains 'стар') and mimeType != 'x'"),
    ).toStrictEqual(["Папка", "Старое"]);
    expect(found("createdTime > '2026-09-01T09:00:00'")).toStrictEqual([]);
    expect(found("modifiedTime >= '2026-09-01T12:00:00+03:00'")).toHaveLength(
      3,
    );
  });

  test("names what it cannot do", () => {
    expect(() => found("fullText contains 'x'")).toThrow("fullText");
    expect(() => found("'a' in owners")).toThrow("owners");
    expect(() => found("name = 'a")).toThrow("cannot read");
    expect(() => found("name = 'a' and")).toThrow("ends too early");
    expect(() => found("name > 'a'")).toThrow(">");
    expect(() => files.list({ orderBy: "size" })).toThrow("orderBy size");
    expect(() => files.list({ spaces: "appDataFolder" })).toThrow("spaces");
    expect(() => files.list({ pageSize: 0 })).toThrow("pageSize");
  });

  test("gives pages in the wanted order", () => {
    for (const name of ["Б", "А", "В"]) {
      make({ name, mimeType: FOLDER });
    }

    const first = files.list({ pageSize: 2, orderBy: "name desc" });
    const second = files.list({
      pageSize: 2,
      orderBy: "name desc",
      pageToken: first["nextPageToken"],
    });

    const names = [first, second].map((page) =>
      (page["files"] as { name: string }[]).map((file) => file.name),
    );
    expect(names).toStrictEqual([["В", "Б"], ["А"]]);
    expect(second["nextPageToken"]).toBeUndefined();
  });
});

describe("update", () => {
  test("changes names, properties and content", () => {
    const id = make(
      { name: "Было", mimeType: DOCUMENT, appProperties: { a: "1", b: "2" } },
      docx(),
    );
    const zip = new PizZip(emptyDocx());
    zip.file("word/extra.xml", "<a/>");
    const other = new BlobObject(zip.generate({ type: "uint8array" }), DOCX);
    host.setNow("2026-09-02T00:00:00.000Z");

    const updated = files.update(
      { name: "Стало", appProperties: { a: null, c: "3" } },
      id,
      other,
      { fields: "name,appProperties,modifiedTime" },
    );

    expect(updated).toStrictEqual({
      name: "Стало",
      appProperties: { b: "2", c: "3" },
      modifiedTime: "2026-09-02T00:00:00.000Z",
    });
    expect(driveOf(host.workspace).bytes(id)).toStrictEqual(other.bytes);
    const text = new BlobObject(Buffer.from("x"), "text/plain");
    expect(() => files.update({}, id, text)).toThrow("text/plain");
    expect(driveOf(host.workspace).bytes(id)).toStrictEqual(other.bytes);
  });

  test("moves between folders but never into itself", () => {
    const [one, two] = [
      make({ name: "1", mimeType: FOLDER }),
      make({ name: "2", mimeType: FOLDER }),
    ];

    files.update({}, two, null, { addParents: one, removeParents: "root" });

    expect(found(`'${one}' in parents`)).toStrictEqual(["2"]);
    expect(() => files.update({}, one, null, { addParents: two })).toThrow(
      "into itself",
    );
    expect(() => files.update({ parents: [one] }, two)).toThrow("addParents");
  });

  test("of a folder's trash takes everything inside along", () => {
    const folder = make({ name: "Папка", mimeType: FOLDER });
    const inside = make({ name: "Внутри", mimeType: FORM, parents: [folder] });

    files.update({ trashed: true }, folder);

    expect(
      files.get(inside, { fields: "trashed,explicitlyTrashed" }),
    ).toStrictEqual({ trashed: true, explicitlyTrashed: false });
  });
});

describe("copy, remove, export", () => {
  test("a copied form has the items and no answers", () => {
    const app = new FormApp(host.execution);
    const form = app.create("Анкета", true);
    form.addTextItem().setTitle("Имя");
    form.createResponse().submit();

    const id = String(files.copy({ name: "Копия" }, form.getId())["id"]);

    const copy = app.openById(id);
    expect(copy.getItems().map((item) => item.getTitle())).toStrictEqual([
      "Имя",
    ]);
    expect(copy.getResponses()).toHaveLength(0);
    expect(copy.isPublished()).toBe(false);
  });

  test("removing a folder removes forms and bytes inside", () => {
    const folder = make({ name: "Папка", mimeType: FOLDER });
    const form = make({ name: "Ф", mimeType: FORM, parents: [folder] });
    const doc = make({ name: "Д", mimeType: DOCUMENT, parents: [folder] });

    files.remove(folder);

    expect(() => files.get(doc)).toThrow(`File not found: ${doc}.`);
    expect(() => new FormApp(host.execution).openById(form)).toThrow("No item");
    expect(host.workspace.storage.getFile(`files/${doc}.docx`)).toBeNull();
  });

  test("a document comes back as .docx only with alt=media", async () => {
    const id = make({ name: "Д", mimeType: DOCUMENT }, docx());

    await expect(files.export(id, DOCX)).rejects.toThrow("alt=media");
    const blob = await files.export(id, DOCX, { alt: "media" });

    expect(blob.bytes).toStrictEqual(driveOf(host.workspace).bytes(id));
    expect(() => files.get(id, { alt: "media" })).toThrow("Use Export");
    await expect(
      files.export(id, "image/png", { alt: "media" }),
    ).rejects.toThrow("image/png");
  });

  test("a document comes out as PDF", async (context) => {
    needsLibreOffice(context);
    const id = make({ name: "Д", mimeType: DOCUMENT });

    const blob = await files.export(id, "application/pdf", { alt: "media" });

    expect(Buffer.from(blob.bytes.slice(0, 5)).toString()).toBe("%PDF-");
  }, 120_000);

  test("other files give their content back", () => {
    const csv = new BlobObject(Buffer.from("а;б"), "text/csv", "таблица.csv");
    const id = make({}, csv);

    const blob = files.get(id, { alt: "media" }) as BlobObject;

    expect(blob.getDataAsString()).toBe("а;б");
    expect(blob.getName()).toBe("таблица.csv");
  });
});
