/** Functions curators use, as Google computes and shows them in ru_RU: a second reader's expectations, written before the host was asked. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

/** A2:F7 under headers: name, class, score, day, ticked, group. */
const DATA = `[
  ["ФИО", "Класс", "Балл", "Дата", "Готово", "Группа"],
  ["Анна", "7А", 5, "02.09.2026", true, "х"],
  ["Борис", "7Б", 3, "15.09.2026", false, "у"],
  ["Вера", "7А", 4.5, "01.10.2026", true, "х"],
  ["Глеб", "8А", "", "", false, ""],
  ["Ёлка", "8А", 4, "31.12.2026", true, "у"],
  ["анна", "9В", 2, "10.01.2027", false, "х"]]`;

/** Formula, and the cells it fills: rows by «/», columns by «|». */
const CASES: readonly (readonly [string, string])[] = [
  // Counting and summing.
  ['=COUNTIFS(B2:B7;"7А";C2:C7;">=5")', "1"],
  ['=COUNTIFS(E2:E7;TRUE;B2:B7;"<>8А")', "2"],
  ['=COUNTIFS(D2:D7;">="&DATE(2026;9;15);D2:D7;"<"&DATE(2027;1;1))', "3"],
  ['=COUNTIF(A2:A7;"анна")', "2"],
  ['=COUNTIF(A2:A7;"*н*")', "2"],
  ['=COUNTIF(A2:A7;"?????")', "1"],
  ['=COUNTIF(C2:C7;"")', "1"],
  ['=COUNTIF(C2:C7;"<>")', "5"],
  ["=COUNTBLANK(C2:C7)", "1"],
  ["=COUNTA(F2:F7)", "5"],
  ["=COUNT(A2:D7)", "10"],
  ['=SUMIFS(C2:C7;B2:B7;"7А";E2:E7;TRUE)', "9,5"],
  ['=SUMIF(B2:B7;"7*";C2:C7)', "12,5"],
  ['=AVERAGEIF(B2:B7;"7А";C2:C7)', "4,75"],
  ['=AVERAGEIFS(C2:C7;F2:F7;"х";E2:E7;TRUE)', "4,75"],
  ['=MAXIFS(C2:C7;F2:F7;"у")', "4"],
  ['=MINIFS(C2:C7;F2:F7;"х")', "2"],
  ['=SUMPRODUCT((F2:F7="х")*(C2:C7>3))', "2"],
  ["=SUMPRODUCT(--(E2:E7);C2:C7)", "13,5"],
  ["=AVERAGE(C2:C7)", "3,7"],
  ["=MEDIAN(C2:C7)", "4"],
  ["=LARGE(C2:C7;2)", "4,5"],
  ["=SMALL(C2:C7;2)", "3"],
  ["=RANK(C3;C2:C7)", "4"],
  ["=SUBTOTAL(9;C2:C7)", "18,5"],
  ["=ROUND(2,5;0)", "3"],
  ["=ROUND(-2,5;0)", "-3"],
  ["=ROUNDUP(2,01;1)", "2,1"],
  ["=ROUNDDOWN(2,09;1)", "2"],
  ["=MROUND(7;5)", "5"],
  ["=CEILING(2,1;0,5)", "2,5"],
  ["=FLOOR(2,9;0,5)", "2,5"],
  ["=MOD(-7;3)", "2"],
  ["=QUOTIENT(-7;3)", "-2"],
  ["=INT(-1,5)", "-2"],
  ["=POWER(2;10)", "1024"],

  // Looking up.
  ['=VLOOKUP("Вера";A2:C7;3;FALSE)', "4,5"],
  ['=VLOOKUP("в*";A2:C7;2;0)', "7А"],
  ['=VLOOKUP(4;{1\\"а";3\\"б";5\\"в"};2)', "б"],
  ['=HLOOKUP("Балл";A1:F7;3;FALSE)', "3"],
  ["=INDEX(A2:C7;3;2)", "7А"],
  ["=INDEX(A2:C7;2;0)", "Борис|7Б|3"],
  ['=MATCH("8А";B2:B7;0)', "4"],
  ["=MATCH(4;{1;3;5};1)", "2"],
  ["=INDEX(A2:A7;MATCH(5;C2:C7;0))", "Анна"],
  ['=XLOOKUP("8А";B2:B7;A2:A7;"нет";0;-1)', "Ёлка"],
  ['=XLOOKUP("10Г";B2:B7;A2:C7;"нет")', "нет"],
  ['=XLOOKUP("Борис";A2:A7;B2:C7)', "7Б|3"],
  ['=XMATCH("8А";B2:B7;0;-1)', "5"],
  ['=LOOKUP(4;{1;3;5};{"а";"б";"в"})', "б"],
  ["=OFFSET(A1;2;1)", "7Б"],
  ['=INDIRECT("C2")', "5"],
  ["=ROW(B5)", "5"],
  ["=COLUMN(C1)", "3"],
  ["=ROWS(A2:C7)&COLUMNS(A2:C7)", "63"],
  ["=ADDRESS(2;3;4)", "C2"],
  ['=CHOOSE(2;"а";"б")', "б"],

  // Arrays.
  ['=FILTER(A2:A7;B2:B7="7А";C2:C7>4,6)', "Анна"],
  ['=FILTER(A2:B7;(B2:B7="7А")+(C2:C7=2))', "Анна|7А/Вера|7А/анна|9В"],
  ['=IFERROR(FILTER(A2:A7;C2:C7>9);"никого")', "никого"],
  ['=SORT(FILTER(C2:C7;C2:C7<>"");1;FALSE)', "5/4,5/4/3/2"],
  ["=SORT(A2:C4;3;TRUE;1;TRUE)", "Борис|7Б|3/Вера|7А|4,5/Анна|7А|5"],
  ["=SORTN(C2:C7;2;0;1;FALSE)", "5/4,5"],
  ["=SORTN(B2:B7;2;1;1;TRUE)", "7А/7А"],
  ["=SORTN(A2:B7;3;2;2;TRUE)", "Анна|7А/Борис|7Б/Глеб|8А"],
  ["=SORTN(B2:B7;2;3;1;FALSE)", "9В/8А/8А"],
  ['=FILTER(A2:A7;SEARCH("а";B2:B7))', "Анна/Вера/Глеб/Ёлка"],
  ["=FILTER(A1:F2;{1\\0\\1\\0\\0\\0})", "ФИО|Балл/Анна|5"],
  ['=FILTER(A2:A7;B2:B6="7А")', "#N/A"],
  ["=NETWORKDAYS(DATE(2026;9;1);DATE(2026;9;30);D2:D3)", "20"],
  ["=WORKDAY(DATE(2026;9;1);1;D2:D3)", "03.09.2026"],
  ['=WORKDAY.INTL(DATE(2026;9;4);1;"1111100")', "05.09.2026"],
  ["=UNIQUE(B2:B7)", "7А/7Б/8А/9В"],
  ["=COUNTUNIQUE(B2:B7)", "4"],
  ["=TRANSPOSE(A2:B3)", "Анна|Борис/7А|7Б"],
  ['=ARRAYFORMULA(IF(C2:C4>4;"да";"нет"))', "да/нет/да"],
  ["=ARRAYFORMULA(LEN(A2:A4))", "4/5/4"],
  ["=SEQUENCE(3;1;10;-2)", "10/8/6"],
  ["=HSTACK(A2:A3;C2:C3)", "Анна|5/Борис|3"],
  ["=VSTACK(A2;A4)", "Анна/Вера"],
  ["=TOCOL(A2:B3)", "Анна/7А/Борис/7Б"],
  ["=TOROW(A2:A3)", "Анна|Борис"],
  ["=CHOOSECOLS(A2:C3;3;1)", "5|Анна/3|Борис"],
  ["=CHOOSEROWS(A2:A7;-1)", "анна"],
  ["=WRAPROWS({1\\2\\3};2;0)", "1|2/3|0"],
  ["=LET(с;SUM(C2:C7);n;COUNT(C2:C7);с/n)", "3,7"],
  ['=BYROW(A2:B3;LAMBDA(r;JOIN(" ";r)))', "Анна 7А/Борис 7Б"],
  ["=BYCOL(C2:D3;LAMBDA(c;COUNT(c)))", "2|2"],
  ['=MAP(A2:A3;B2:B3;LAMBDA(a;b;a&"/"&b))', "Анна/7А/Борис/7Б"],
  ["=REDUCE(0;C2:C4;LAMBDA(a;x;a+x))", "12,5"],
  ["=SCAN(0;{1;2;3};LAMBDA(a;x;a+x))", "1/3/6"],
  ["=MAKEARRAY(2;2;LAMBDA(r;c;r*c))", "1|2/2|4"],
  ["=LAMBDA(x;x*2)(4)", "8"],

  // Texts.
  ['=TEXT(DATE(2026;9;5);"dd.mm.yyyy")', "05.09.2026"],
  ['=TEXT(DATE(2026;9;5);"d mmmm yyyy")', "5 сентября 2026"],
  ['=TEXT(DATE(2026;9;5);"dddd")', "суббота"],
  ['=TEXT(0,256;"0,0%")', "25,6%"],
  ['=TEXT(0,256;"0%")', "26%"],
  ['=TEXT(7;"000")', "007"],
  ['=TEXT(1234567,8;"# ##0,00")', "1 234 567,80"],
  ['=TEXT(0,5;"h:mm")', "12:00"],
  ['=SPLIT("а, б,в";", ")', "а|б|в"],
  ['=SPLIT("а--б";"--";FALSE)', "а|б"],
  ['=SPLIT("а,,б";",";TRUE;FALSE)', "а||б"],
  ['=JOIN("; ";FILTER(A2:A7;E2:E7))', "Анна; Вера; Ёлка"],
  ['=TEXTJOIN(", ";TRUE;F2:F7)', "х, у, х, у, х"],
  ['=TEXTJOIN("-";FALSE;"а";"";"б")', "а--б"],
  ['=SUBSTITUTE("а-б-в";"-";"+";2)', "а-б+в"],
  ['=REPLACE("абвг";2;2;"X")', "аXг"],
  ['=LEFT("Иванов";2)&RIGHT("Иванов";2)&MID("Иванов";3;2)', "Ивован"],
  ['=FIND("в";"Иванов")', "2"],
  ['=SEARCH("В";"Иванов")', "2"],
  ['=TRIM("  а   б ")', "а б"],
  ['=UPPER("ё")&LOWER("Ё")&PROPER("ИВАНОВ-ПЕТРОВ")', "ЁёИванов-Петров"],
  ['=REPT("▪";3)', "▪▪▪"],
  ['=EXACT("а";"А")', "ЛОЖЬ"],
  ['=REGEXMATCH("7А";"^[0-9]+[А-Я]$")', "ИСТИНА"],
  ['=REGEXEXTRACT("тел. 8-900";"\\d")', "8"],
  ['=REGEXREPLACE("а1б22";"\\d+";"#")', "а#б#"],
  ['=IFERROR(REGEXEXTRACT("нет";"\\d");"–")', "–"],
  ['=VALUE("1 234,5")', "1234,5"],
  ['=CHAR(34)&UNICHAR(1025)&CODE("A")', '"Ё65'],
  ['=T("а")&N(5)', "а5"],
  ['=CLEAN("а"&CHAR(10)&"б")', "аб"],

  // Dates.
  ['=DATEDIF(DATE(2008;9;6);DATE(2026;9;5);"Y")', "17"],
  ['=DATEDIF(DATE(2008;9;5);DATE(2026;9;5);"Y")', "18"],
  ['=DATEDIF(DATE(2026;1;15);DATE(2026;9;5);"YM")', "7"],
  ['=DATEDIF(DATE(2026;9;1);DATE(2026;9;5);"D")', "4"],
  ["=NETWORKDAYS(DATE(2026;9;1);DATE(2026;9;30))", "22"],
  ["=NETWORKDAYS.INTL(DATE(2026;9;1);DATE(2026;9;30);11)", "26"],
  ['=NETWORKDAYS.INTL(DATE(2026;9;1);DATE(2026;9;30);"0000011";D2:D3)', "20"],
  ["=WORKDAY(DATE(2026;9;4);3)", "09.09.2026"],
  ["=WORKDAY(DATE(2026;9;7);-1)", "04.09.2026"],
  ["=WORKDAY.INTL(DATE(2026;9;4);1;11)", "05.09.2026"],
  ["=EOMONTH(DATE(2026;1;15);1)", "28.02.2026"],
  ["=EDATE(DATE(2026;1;31);1)", "28.02.2026"],
  ["=WEEKDAY(DATE(2026;9;5);2)", "6"],
  ["=WEEKNUM(DATE(2026;9;5);2)", "36"],
  ["=ISOWEEKNUM(DATE(2026;9;5))", "36"],
  ["=DAYS(DATE(2026;9;5);DATE(2026;9;1))", "4"],
  ["=YEAR(D2)&MONTH(D2)&DAY(D2)", "202692"],
  ["=YEARFRAC(DATE(2026;1;1);DATE(2026;7;1))", "0,5"],
  ["=TODAY()-DATE(2026;9;1)", "4"],
  ['=DATEVALUE("05.09.2026")=DATE(2026;9;5)', "ИСТИНА"],
  ["=DATE(2026;14;1)", "01.02.2027"],
  ["=D3-D2", "13"],
  ["=D2+1", "03.09.2026"],
  ["=MAX(D2:D7)", "10.01.2027"],
  ['=TEXT(TIME(9;30;0);"hh:mm")', "09:30"],
  ["=HOUR(TIME(9;30;0))&MINUTE(TIME(9;30;0))", "930"],

  // Conditions and kinds.
  ['=IFS(C2>=5;"отл";C2>=4;"хор")', "отл"],
  ['=IFS(C3>=5;"отл";C3>=4;"хор")', "#N/A"],
  ['=SWITCH(B2;"7А";1;"7Б";2;0)', "1"],
  ['=IF(AND(C2>4;E2);"да";"нет")', "да"],
  ["=XOR(TRUE;TRUE)", "ЛОЖЬ"],
  ["=NOT(E3)", "ИСТИНА"],
  ['=IFERROR(VLOOKUP("нет";A2:B7;2;FALSE);"–")', "–"],
  ['=IFNA(MATCH("нет";A2:A7;0);0)', "0"],
  ["=ISBLANK(C5)*ISTEXT(A2)*ISNUMBER(C2)", "1"],
  ["=ISERROR(1/0)*ISNA(NA())", "1"],
  ['=ISEMAIL("a@b.ru")', "ИСТИНА"],
  ["=TYPE(A2)&TYPE(C2)&TYPE(E2)", "214"],
  ["=(A2=A7)", "ИСТИНА"],
  ['=A5&""&C5', "Глеб"],
  ["=C5=0", "ИСТИНА"],
  ['=C5=""', "ИСТИНА"],

  // QUERY: letters are the sheet's columns, a point is the decimal sign.
  ['=QUERY(A1:C7;"select A, C where C >= 4.5")', "ФИО|Балл/Анна|5/Вера|4,5"],
  ["=QUERY(A1:C7;\"select A where B = '7А' and C > 4.6\";1)", "ФИО/Анна"],
  ['=QUERY(A2:C7;"select A where C is null";0)', "Глеб"],
  [
    '=QUERY(B1:C7;"select B, avg(C), count(C) group by B order by avg(C) desc limit 2")',
    "Класс|avg Балл|count Балл/7А|4,75|2/8А|4|1",
  ],
  [
    "=QUERY(A1:F7;\"select F, count(A) where F is not null group by F label count(A) 'Людей'\")",
    "Группа|Людей/у|2/х|3",
  ],
  ["=QUERY(A2:C7;\"select count(A) label count(A) ''\";0)", "6"],
  [
    '=QUERY({A2:A7\\C2:C7};"select Col1 where Col2 < 4 order by Col2";0)',
    "анна/Борис",
  ],
  [
    "=QUERY(A1:D7;\"select A, D where D >= date '2026-12-01' order by D desc\")",
    "ФИО|Дата/анна|10.01.2027/Ёлка|31.12.2026",
  ],
  [
    "=QUERY(A2:B7;\"select A where A contains 'н' or B starts with '9'\";0)",
    "Анна/анна",
  ],
  [
    "=QUERY(A2:B7;\"select A where not (B like '7%') offset 1\";0)",
    "Ёлка/анна",
  ],
  ['=QUERY(A2:E7;"select A where E = true";0)', "Анна/Вера/Ёлка"],
  ['=QUERY(A2:C7;"select A where C > 99";0)', "#N/A"],
  ['=QUERY(A2:C7;"select Z";0)', "#VALUE!"],
  ['=QUERY(A2:C7;"select A, sum(C)";0)', "#VALUE!"],
  ['=QUERY(A2:C7;"выбрать A";0)', "#VALUE!"],
];

let book: SnippetHost;
let seen: readonly string[];
beforeAll(async () => {
  book = await openSnippetHost({ now: "2026-09-05T12:00:00+03:00" });
  const shown = await book.run(`
    const ss = SpreadsheetApp.getActive();
    const sheet = ss.insertSheet("Данные");
    sheet.getRange("A1:F7").setValues(${DATA});
    return ${JSON.stringify(CASES.map(([formula]) => formula))}.map((formula) => {
      const at = sheet.getRange("I1:L8").clear();
      at.getCell(1, 1).setFormula(formula);
      return at.getDisplayValues();
    });`);
  seen = (shown as string[][][]).map(trimmed);
});
afterAll(() => book.close());

/** The block without empty rows and columns at its end; hard spaces as plain ones. */
function trimmed(cells: readonly (readonly string[])[]): string {
  const rows = cells.map((row) => row.join("|").replace(/\|+$/, ""));
  return rows
    .join("/")
    .replace(/\/+$/, "")
    .replace(/\u00a0/g, " ");
}

test.each(CASES.map(([formula, shown], at) => [formula, at, shown] as const))(
  "%s",
  (_, at, shown) => {
    expect(seen[at]).toBe(shown);
  },
);
