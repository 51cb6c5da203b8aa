/** A second opinion: LibreOffice computes a table of formulas from the exported file to the host's values. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSnippetHost, type SnippetHost } from "../contract/snippet-host";
import { compareFormulas, needsLibreOffice } from "../support/libreoffice";

let book: SnippetHost;

/** `@` stands for the tab with the data; ru_RU dialect. */
const SAME = `=SUM(@B2:B)
=SUM(@B2:B6;@3:3)
=AVERAGE(@B2:B6)
=COUNTA(@A2:A6)
=COUNTBLANK(@A2:A6)
=MAX(@E1:E3)
=AVERAGE(@E1:E3)
=MEDIAN(@B2:B6)
=LARGE(@B2:B6;2)
=RANK(3;@B2:B5)
=PERCENTILE(@B2:B6;0,25)
=ROUND(-2,5;0)
=ROUNDUP(1,21;1)
=INT(-1,5)
=TRUNC(-1,59;1)
=MOD(-1;3)
=QUOTIENT(-7;2)
=CEILING(2,1;0,5)
=50%+1
=2^-1
=-2^2
=10%*50
=1/3
=1/0
=NA()
="а"+1
=VLOOKUP("нет";@A2:B6;2;FALSE)
=VLOOKUP("Борис";@A2:B6;2;FALSE)
=INDEX(@A2:B6;2;1)
=MATCH("бор*";@A2:A6;0)
=OFFSET(@A1;1;1)
=ROWS(@A2:A6)*COLUMNS(@A2:C2)
=COUNTIF(@A2:A6;"*н*")
=COUNTIF(@A2:A6;"анна")
=COUNTIF(@A2:A6;"?орис")
=COUNTIF(@A2:A6;"<>Анна")
=COUNTIF(@B2:B6;">"&4)
=COUNTIF(@C2:C6;">="&DATE(2026;2;1))
=COUNTIFS(@A2:A6;"Анна";@B2:B6;">4")
=SUMIF(@A2:A6;"Анна";@B2:B6)
=SUMIFS(@B2:B6;@A2:A6;"<>")
=AVERAGEIFS(@B2:B6;@A2:A6;"Анна")
=MAXIFS(@B2:B6;@A2:A6;"Анна")
=SUMPRODUCT((@A2:A6="Анна")*1)
=DATE(2026;1;31)+1
=@C2-1
=@C4-@C2
=EDATE(DATE(2026;1;31);1)
=EOMONTH(@C2;-1)
=DATEDIF(DATE(2024;1;31);@C4;"M")
=DATEDIF(DATE(2024;1;31);@C4;"Y")
=NETWORKDAYS(DATE(2026;9;1);DATE(2026;9;30))
=WORKDAY(DATE(2026;9;4);1)
=WEEKDAY(@C2;2)
=WEEKNUM(DATE(2026;9;5);2)
=ISOWEEKNUM(DATE(2027;1;3))
=YEAR(@C2)*100+MONTH(@C2)
=TIME(12;30;0)
=TEXT(@C2;"yyyy-mm-dd")
=TEXT(1234;"0")
="а"="А"
=EXACT("а";"А")
=@E1=""
=@E1=0
=@E1+1
=@E1&"x"
=10>"9"
=IF(@B2>4;"да";"нет")
=IF(1>2;"а")
=IFERROR(1/0;"ошибка")
=IFERROR(1/0)
=IFNA(MATCH("нет";@A2:A6;0);0)
=IFS(1>2;"а";TRUE;"б")
=SWITCH(2;1;"а";2;"б";"в")
=CHOOSE(2;"а";"б")
=AND(TRUE;1)
=XOR(TRUE;TRUE)
=UPPER("ёж")&LOWER("ЁЖ")
=PROPER("анна-мария ёлкина")
=TRIM("  а   б ")
=SUBSTITUTE("а-б-в";"-";"+";2)
=REPLACE("абвг";2;2;"*")
=MID("абвг";2;2)&LEFT("абвг")&RIGHT("абвг";2)
=SEARCH("б";"АБВ")
=FIND("б";"АБВ")
=REPT("а";3)
=TEXTJOIN(", ";TRUE;@A2:A6)
=CONCATENATE("а";1;"б")
=VALUE("15")
=ISNUMBER("1")
=ISBLANK(@E1)
=SUBTOTAL(9;@B2:B6)
=COUNTUNIQUE(@A2:A6)
=ADDRESS(2;3)
=HYPERLINK("https://example.org";"Анкета")`.split("\n");

/** Formula → what Google and the host give, what LibreOffice gives, why. */
const DIFFERENT: Readonly<
  Record<string, readonly [host: unknown, office: unknown, why: string]>
> = {
  "=COUNT(@A2:D6)": [7, 11, "LibreOffice counts TRUE and FALSE as numbers"],
  "=SQRT(-1)": ["#NUM!", "#VALUE!", "LibreOffice saves its Err:502 so"],
  '=LEN("🦔")': [2, 1, "Google counts UTF-16 units, LibreOffice characters"],
  "=@E1": ["", 0, "a reference to a blank cell is blank in Google"],
  '=1,5&"x"': ["1,5x", "1.5x", "an .xlsx file has no locale of its own"],
  '="1,5"+1': [2.5, "#VALUE!", "the same"],
  '=TEXT(1234,5;"0,00")': ["1234,50", "1,235", "the same"],
};

const written = (formula: string) => formula.replaceAll("@", "'Банк ''1'''!");

beforeAll(async () => {
  book = await openSnippetHost({ now: "2026-09-05T12:00:00+03:00" });
  const formulas = [...SAME, ...Object.keys(DIFFERENT)].map(written);
  await book.run(`const book = SpreadsheetApp.getActive();
    const data = book.insertSheet("Банк '1'");
    data.getRange("A1:D6").setValues([
      ["имя", "балл", "дата", "да"],
      ["Анна", 5, "31.01.2026", true],
      ["Борис", 3, "15.02.2026", false],
      ["Анна", "", "01.03.2026", true],
      ["виктор", 4.5, "", ""],
      ["", 0, "текст", true]]);
    const formulas = ${JSON.stringify(formulas)};
    book.insertSheet("Формулы").getRange(1, 1, formulas.length, 1)
      .setFormulas(formulas.map((formula) => [formula]));`);
  await book.host.book.settled();
});
afterAll(() => book.close());

test("LibreOffice agrees, but for differences that are known", async (context) => {
  needsLibreOffice(context);
  const { formulas, differences } = await compareFormulas(
    await book.host.book.exportXlsx(),
  );
  const all = [...SAME, ...Object.keys(DIFFERENT)];
  const found = differences.map(({ address, inFile, computed }) => [
    all[Number(address.slice(1)) - 1],
    inFile,
    computed,
  ]);

  expect(found).toStrictEqual(
    Object.entries(DIFFERENT).map(([formula, [host, office]]) => [
      formula,
      host,
      office,
    ]),
  );
  expect(formulas).toBe(all.length);
});
