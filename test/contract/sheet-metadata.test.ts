/** Developer metadata of the book, tabs, rows and columns. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

let host: SnippetHost;
beforeAll(async () => {
  host = await openSnippetHost();
});
afterAll(() => host.close());

test("developer metadata sticks to its line and is found by key, value and place", async () => {
  const seen = await host.run(`const book = SpreadsheetApp.getActive();
    const sheet = book.insertSheet();
    book.addDeveloperMetadata("версия", "1");
    sheet.addDeveloperMetadata("вид", SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
    sheet.getRange("B:B").addDeveloperMetadata("ключ", "балл");
    sheet.getRange("3:3").addDeveloperMetadata("ключ", "Борис");
    sheet.insertColumnBefore(1);
    sheet.insertRowsBefore(1, 2);
    const found = book.createDeveloperMetadataFinder().withKey("ключ").find();
    const places = found.map((one) => one.getLocation()).map((place) => [String(place.getLocationType()), place.getColumn()?.getA1Notation() ?? null, place.getRow()?.getA1Notation() ?? null]);
    const own = sheet.getDeveloperMetadata()[0];
    const seen = [places, sheet.createDeveloperMetadataFinder().withValue("балл").find().length, String(own.getVisibility()), own.getValue(), own.setValue("х").getValue(),
      book.getDeveloperMetadata().map((one) => one.getKey()), sheet.getRange("C:C").getDeveloperMetadata().length, sheet.createDeveloperMetadataFinder().onIntersectingLocations().withKey("версия").find().length];
    found[0].remove();
    return [...seen, book.createDeveloperMetadataFinder().withKey("ключ").find().length];`);

  expect(seen).toStrictEqual([
    [
      ["COLUMN", "C:C", null],
      ["ROW", null, "5:5"],
    ],
    1,
    "PROJECT",
    null,
    "х",
    ["версия"],
    1,
    1,
    1,
  ]);
});
