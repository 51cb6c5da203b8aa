/** One menu of the header, by mouse and by keyboard. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { UiMenu } from "../types";

type Choose = (caption: string, functionName: string) => void;

type ButtonProps = { readonly menu: UiMenu; readonly onChoose: Choose };

export function MenuButton({ menu, onChoose }: ButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setIsOpen(false);
    };
    document.addEventListener("pointerdown", closeOutside, true);
    document.addEventListener("focusin", closeOutside, true);
    return () => {
      document.removeEventListener("pointerdown", closeOutside, true);
      document.removeEventListener("focusin", closeOutside, true);
    };
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" && !isOpen) {
      event.preventDefault();
      setIsOpen(true);
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      setIsOpen(false);
      focusNeighbour(button.current, event.key === "ArrowRight" ? 1 : -1);
    } else if (event.key === "Escape") {
      setIsOpen(false);
      button.current?.focus();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the buttons inside
    <div class="menu" role="presentation" ref={place} onKeyDown={onKeyDown}>
      <button
        type="button"
        ref={button}
        role="menuitem"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {menu.caption}
      </button>
      {isOpen && (
        <MenuList
          menu={menu}
          onChoose={(caption, functionName) => {
            setIsOpen(false);
            button.current?.focus();
            onChoose(caption, functionName);
          }}
        />
      )}
    </div>
  );
}

function MenuList({ menu, onChoose }: ButtonProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    itemsOf(list.current)[0]?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const items = itemsOf(list.current);
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + step + items.length) % items.length]?.focus();
  };

  return (
    <div
      class="menu-list"
      role="menu"
      aria-label={menu.caption}
      ref={list}
      onKeyDown={onKeyDown}
    >
      {menu.items.map((item, index) => {
        if ("separator" in item) {
          // biome-ignore lint/suspicious/noArrayIndexKey: separators have no name
          return <hr key={index} />;
        }
        return "items" in item ? (
          <SubMenu key={item.caption} menu={item} onChoose={onChoose} />
        ) : (
          <button
            key={item.caption}
            type="button"
            role="menuitem"
            onClick={() => onChoose(item.caption, item.functionName)}
          >
            {item.caption}
          </button>
        );
      })}
    </div>
  );
}

function SubMenu({ menu, onChoose }: ButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowRight" && !isOpen) {
      event.stopPropagation();
      setIsOpen(true);
    } else if (
      (event.key === "ArrowLeft" || event.key === "Escape") &&
      isOpen
    ) {
      event.stopPropagation();
      setIsOpen(false);
      button.current?.focus();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the buttons inside
    <div
      class="submenu"
      role="presentation"
      onKeyDown={onKeyDown}
      onMouseLeave={() => setIsOpen(false)}
    >
      <button
        type="button"
        role="menuitem"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        ref={button}
        onMouseEnter={() => setIsOpen(true)}
        onClick={() => setIsOpen(true)}
      >
        {menu.caption}
        <span aria-hidden="true">▸</span>
      </button>
      {isOpen && <MenuList menu={menu} onChoose={onChoose} />}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Items of this list itself, without those of menus inside it. */
function itemsOf(list: HTMLElement | null): HTMLElement[] {
  const all = list?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [];
  return [...all].filter((item) => item.closest("[role=menu]") === list);
}

function focusNeighbour(button: HTMLElement | null, step: number): void {
  const bar = button?.closest("[role=menubar]");
  const buttons = [
    ...(bar?.querySelectorAll<HTMLElement>(".menu > button") ?? []),
  ];
  const at = button === null ? -1 : buttons.indexOf(button);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
