/** Ui: menus, sidebar, dialogs, alerts. */
import type { UiMenu } from "../types";
import { HtmlOutput } from "./html";
import type { Execution } from "./registry";
import { EnumValue, ServiceObject } from "./service-object";
import { mismatch, needText } from "./sheets-context";
import { Button, ButtonSet } from "./ui-enums";

/** The add-on's own name stands over its menu and windows. */
const ADDON_TITLE = "Наставник";
const DEFAULT_DIALOG = { width: 600, height: 400 };

type MenuItem = UiMenu["items"][number];
/** A menu being built. */
type Draft = { readonly caption: string; readonly items: MenuItem[] };

/** Menus an execution has put up, in order. */
const SHOWN = new WeakMap<Execution, UiMenu[]>();

export class Ui extends ServiceObject {
  static override readonly enums = { Button, ButtonSet };
  static override readonly light: ReadonlySet<string> = new Set([
    "createMenu",
    "createAddonMenu",
  ]);

  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  createMenu(caption: unknown): Menu {
    return new Menu(this.#execution, needText("Ui.createMenu", caption));
  }

  createAddonMenu(): Menu {
    return new Menu(this.#execution, ADDON_TITLE);
  }

  showSidebar(html: unknown): void {
    const page = needPage("Ui.showSidebar", html);
    this.#execution.show({
      kind: "sidebar",
      title: page.view.title ?? ADDON_TITLE,
      html: page.view.content,
    });
  }

  showModalDialog(html: unknown, title: unknown): void {
    this.#dialog("Ui.showModalDialog", html, title, true);
  }

  showModelessDialog(html: unknown, title: unknown): void {
    this.#dialog("Ui.showModelessDialog", html, title, false);
  }

  /** The old name of a modal dialog; its title is the page's own. */
  showDialog(html: unknown): void {
    const page = needPage("Ui.showDialog", html);
    this.#dialog("Ui.showDialog", html, page.view.title ?? ADDON_TITLE, true);
  }

  #dialog(call: string, html: unknown, title: unknown, modal: boolean): void {
    const { view } = needPage(call, html);
    this.#execution.show({
      kind: "dialog",
      modal,
      title: needText(call, title),
      html: view.content,
      width: view.width ?? DEFAULT_DIALOG.width,
      height: view.height ?? DEFAULT_DIALOG.height,
    });
  }

  /** (prompt), (prompt, buttons) or (title, prompt, buttons). */
  async alert(...given: unknown[]): Promise<EnumValue> {
    const { button } = await this.#ask("Ui.alert", given, false);
    return button;
  }

  /** As alert, with a field for text. */
  async prompt(...given: unknown[]): Promise<PromptResponse> {
    const { button, text } = await this.#ask("Ui.prompt", given, true);
    return new PromptResponse(button, text);
  }

  async #ask(call: string, given: readonly unknown[], prompt: boolean) {
    const buttons = given.find((value) => value instanceof EnumValue);
    const texts = given.filter((value) => value !== buttons);
    const set = buttons ?? ButtonSet.OK;
    if (
      texts.length < 1 ||
      texts.length > 2 ||
      !Object.values(ButtonSet).includes(set) ||
      !texts.every((text) => typeof text === "string")
    ) {
      throw mismatch(call, ...given);
    }
    const [message = "", title = ""] = [...texts].reverse() as string[];
    const answer = await this.#execution.ask({
      title,
      message,
      buttons: set.name.split("_"),
      ...(prompt ? { prompt } : {}),
    });
    const known = Object.values(Button).find(
      ({ name }) => name === answer.button,
    );
    return { button: known ?? Button.CLOSE, text: answer.text };
  }
}

/** What a person answered to a prompt. */
export class PromptResponse extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getSelectedButton",
    "getResponseText",
  ]);

  readonly #button: EnumValue;
  readonly #text: string;

  constructor(button: EnumValue, text: string) {
    super();
    this.#button = button;
    this.#text = text;
  }

  getSelectedButton(): EnumValue {
    return this.#button;
  }

  /** Null when the box was closed without a button. */
  getResponseText(): string | null {
    return this.#button === Button.CLOSE ? null : this.#text;
  }
}

function needPage(call: string, html: unknown): HtmlOutput {
  if (html instanceof HtmlOutput) return html;
  throw mismatch(call, html);
}

export class Menu extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "addItem",
    "addSeparator",
    "addSubMenu",
  ]);

  readonly #execution: Execution;
  readonly #draft: Draft;

  constructor(execution: Execution, caption: string) {
    super();
    this.#execution = execution;
    this.#draft = { caption, items: [] };
  }

  addItem(caption: unknown, functionName: unknown): this {
    this.#draft.items.push({
      caption: needText("Menu.addItem", caption),
      functionName: needText("Menu.addItem", functionName),
    });
    return this;
  }

  addSeparator(): this {
    this.#draft.items.push({ separator: true });
    return this;
  }

  addSubMenu(menu: unknown): this {
    if (!(menu instanceof Menu)) throw mismatch("Menu.addSubMenu", menu);
    this.#draft.items.push(menu.#draft);
    return this;
  }

  /** A menu of the same caption is replaced; the page gets all of them. */
  addToUi(): void {
    const { caption, items } = this.#draft;
    const others = (SHOWN.get(this.#execution) ?? []).filter(
      (menu) => menu.caption !== caption,
    );
    const menus = [...others, { caption, items: [...items] }];
    SHOWN.set(this.#execution, menus);
    this.#execution.show({ kind: "menu", menus });
  }
}
