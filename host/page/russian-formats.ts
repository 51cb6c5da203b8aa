/** Formats that Univer's panel «Формат числа» offers: Russian dates instead of Chinese ones, the currency after the number. */
import {
  CURRENCYFORMAT,
  DATEFMTLISG,
  NUMBERFORMAT,
} from "@univerjs/preset-sheets-core";
import { currencySymbols } from "@univerjs/presets";

const DATES = [
  ["05.08.1930", "dd.mm.yyyy"],
  ["05.08.30", "dd.mm.yy"],
  ["5 августа 1930", "d mmmm yyyy"],
  ["05 авг. 1930", "dd mmm yyyy"],
  ["05.08", "dd.mm"],
  ["август 1930", "mmmm yyyy"],
  ["1930-08-05", "yyyy-mm-dd"],
  ["13:30:30", "h:mm:ss"],
  ["13:30", "h:mm"],
  ["05.08.1930 13:30", "dd.mm.yyyy h:mm"],
] as const;

const NUMBERS = [
  ["(1 235)", "#,##0_);(#,##0)"],
  ["1 234,56", "#,##0.00"],
  ["(1 234,56)", "#,##0.00_);(#,##0.00)"],
] as const;

/** Puts them in the place of Univer's own lists. */
export function offerRussianFormats(): void {
  roubleFirst();
  replace(
    DATEFMTLISG,
    DATES.map(([label, suffix]) => ({ label, suffix })),
  );
  replace(NUMBERFORMAT, [
    ...NUMBERS.map(([label, suffix]) => ({ label, suffix })),
    {
      label: "-1 234,56",
      suffix: "#,##0.00;[Red]-#,##0.00",
      color: "red",
    },
  ]);
  replace(CURRENCYFORMAT, [
    {
      label: (sign: string) => `1 235 ${sign}`,
      suffix: (sign: string) => `#,##0.00" ${sign}"`,
    },
    {
      label: (sign: string) => `-1 235 ${sign}`,
      suffix: (sign: string) => `#,##0.00" ${sign}";[Red]-#,##0.00" ${sign}"`,
      color: "red",
    },
  ]);
}

const ROUBLE = "₽";

/** The panel begins with the first sign of the list. */
function roubleFirst(): void {
  const others = currencySymbols.filter((sign) => sign !== ROUBLE);
  replace(currencySymbols, [ROUBLE, ...others]);
}

function replace<Item>(list: Item[], items: readonly Item[]): void {
  list.splice(0, list.length, ...items);
}
