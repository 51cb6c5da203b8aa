/** Words, number formats and one wasteful loop written into Univer's code, which no locale or setting reaches: put right at build time. */

/** By package: what stands in its code, and what the page has in its place. */
const LITERALS = {
  "@univerjs/ui": [
    ['"aria-label": "Back"', '"aria-label": "Назад"'],
    ['"aria-label": "Next"', '"aria-label": "Дальше"'],
    ['"aria-label": "Previous"', '"aria-label": "Назад"'],
    ['"aria-label": "Sidebar panel"', '"aria-label": "Боковая панель"'],
    ['"aria-label": "Close sidebar"', '"aria-label": "Закрыть боковую панель"'],
    ['"aria-label": "Resize sidebar"', '"aria-label": "Ширина боковой панели"'],
    // Buttons of the toolbar: a name, and those with a list by keyboard.
    [
      'className: "univer-text-sm",\n\t\t\tnoIcon: !icon,',
      'className: "univer-text-sm",\n\t\t\t"aria-label": tooltipTitle,\n\t\t\tnoIcon: !icon,',
    ],
    [
      'className: clsx("univer-toolbar-button-selector-trigger',
      'role: "button", tabIndex: 0, "aria-label": tooltipTitle, className: clsx("univer-toolbar-button-selector-trigger',
    ],
    [
      'className: clsx("univer-toolbar-selector-root',
      'role: "button", tabIndex: 0, "aria-label": tooltipTitle, className: clsx("univer-toolbar-selector-root',
    ],
  ],
  "@univerjs/design": [
    ['children: "Close"', 'children: "Закрыть"'],
    ['"aria-label": "Next Month"', '"aria-label": "Следующий месяц"'],
    ['"aria-label": "Previous Month"', '"aria-label": "Предыдущий месяц"'],
    ['"aria-label": "increment"', '"aria-label": "Больше"'],
    ['"aria-label": "decrement"', '"aria-label": "Меньше"'],
  ],
  "@univerjs/sheets-ui": [
    ['"aria-label": "Sheet tabs"', '"aria-label": "Листы"'],
    // Half a second before a tab can be dragged feels like a refusal.
    ['"LongPressDelay", 500', '"LongPressDelay", 120'],
  ],
  // Cells in sight got their styles the moment before; then those at the left.
  "@univerjs/engine-render": [
    [
      "for (let c = expandStartCol; c < visibleEndColumn; c++)",
      "for (let c = expandStartCol; c < visibleStartColumn; c++)",
    ],
  ],
  sonner: [
    [
      "containerAriaLabel = 'Notifications'",
      "containerAriaLabel = 'Сообщения'",
    ],
  ],
  // The formats of Google's Russian menu «Числа».
  "@univerjs/sheets-numfmt-ui": [
    ['pattern: "0"\n', 'pattern: "#,##0.00"\n'],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Univer's source
      'pattern: `"${currencySymbol}" #,##0.00_);[Red]("${currencySymbol}"#,##0.00)`',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Univer's source
      'pattern: `#,##0.00" ${currencySymbol}";(#,##0.00" ${currencySymbol}")`',
    ],
    ['pattern: "#,##0.00;[Red]#,##0.00"', 'pattern: "#,##0.00;(#,##0.00)"'],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Univer's source
      'pattern: `"${currencySymbol}"#,##0.00_);[Red]("${currencySymbol}"#,##0.00)`',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Univer's source
      'pattern: `#,##0.00" ${currencySymbol}"`',
    ],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Univer's source
      'pattern: `"${currencySymbol}"#,##0;[Red]"${currencySymbol}"#,##0`',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Univer's source
      'pattern: `#,##0" ${currencySymbol}"`',
    ],
    ['pattern: "yyyy-mm-dd;@"', 'pattern: "dd.mm.yyyy"'],
    ['pattern: "am/pm h\\":\\"mm\\":\\"ss"', 'pattern: "h:mm:ss"'],
    ['pattern: "yyyy-m-d am/pm h:mm"', 'pattern: "dd.mm.yyyy h:mm:ss"'],
    [
      'label: "sheets-numfmt-ui.timeDuration",\n\t\t\tpattern: "h:mm:ss"',
      'label: "sheets-numfmt-ui.timeDuration",\n\t\t\tpattern: "[h]:mm:ss"',
    ],
  ],
  "@univerjs/sheets-numfmt": [
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Univer's source
      'return `"${getCurrencySymbolByLocale(locale)}"#,##0${decimal}_);[Red]("${getCurrencySymbolByLocale(locale)}"#,##0${decimal})`;',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Univer's source
      'return `#,##0${decimal}" ${getCurrencySymbolByLocale(locale)}"`;',
    ],
  ],
};

const FILE =
  /[\\/]node_modules[\\/]((?:@univerjs[\\/])?[\w-]+)[\\/](?:lib[\\/]es|dist)[\\/]index\.m?js$/;

/**
 * Puts the page's words into the code of the package the file belongs to.
 *
 * @returns null for a file that has none.
 * @throws Error when the package no longer holds a text: it was renewed.
 */
export function withRussianLiterals(path, code) {
  const name = FILE.exec(path)?.[1]?.replaceAll("\\", "/");
  const literals = LITERALS[name];
  if (literals === undefined) return null;
  return literals.reduce((text, [from, to]) => {
    if (!text.includes(from)) {
      throw new Error(`univer-literals: ${name} has no ${from}`);
    }
    return text.replaceAll(from, to);
  }, code);
}
