/** The mode of personal data: chosen, kept to, changed both ways; names look-alikes in texts. */
import { describe, expect, test } from "vitest";
import { TABLES } from "../../src/book/tables/tables";
import { UserError } from "../../src/domain/errors";
import { readDelimited } from "../../src/domain/import/read-delimited";
import { readKeyFile } from "../../src/domain/people/key-file";
import { Killed, type MemoryWorld } from "../support/memory-ports";
import {
  cells,
  preview,
  run,
  runnerOn,
  SETUP_STEP,
  type Step,
  worldAfter,
} from "../support/memory-runs";
import { at, tabOf } from "../support/memory-tabs";
import { addTab } from "../support/own-tab";

const CODES: Step = ["setup", { ...SETUP_STEP[1], mode: "По кодам" }];

const PEOPLE = [
  "Роль;ФИО;Телефон;Год рождения;Класс;Форма наставничества;Согласие;Основной запрос",
  "наставляемый;Верескунова Лукерья Евстигнеевна;8 900 777-10-01;2010;8 «А»;ученик – ученик;получено;Хочет к Полозкову, мама 8 900 777 10 01, любит Пушкина",
  "наставляемый;Златоцветов Пафнутий Саввич;;2012;6 «Б»;ученик – ученик;получено;Дружит с Лукерьей Верескуновой, лечится у Айболитова Петра Ильича",
  "наставник;Полозков Евлампий Пафнутьевич;eulampy@example.org;2008;11 «А»;ученик – ученик;получено;",
].join("\n");

const IMPORT: Step = ["import", { text: PEOPLE, into: "auto" }];

const NAMES = /Верескун|Лукер|Евстигн|Златоцв|Пафнут|Полозк|Евламп|777|eulampy/;

/** Everything that the book and the properties keep. */
function kept(world: MemoryWorld): string {
  return JSON.stringify([world.tabs, world.properties]);
}

function put(
  world: MemoryWorld,
  title: string,
  row: number,
  key: string,
  text: string,
) {
  const tab = tabOf(world, title);
  const cell = tab.cells[row - 1];
  if (cell === undefined) {
    throw new RangeError(`no row ${row}`);
  }
  cell[at(tab, key)] = text;
}

function column(world: MemoryWorld, title: string, key: string): unknown[] {
  const index = at(tabOf(world, title), key);
  return cells(world, title).map((row) => row[index]);
}

function setting(world: MemoryWorld, key: string): unknown {
  return cells(world, "Настройки").find((row) => row.includes(key))?.[1];
}

function keyOf(text: string | undefined) {
  return readKeyFile(readDelimited(text ?? "").rows);
}

describe("the choice", () => {
  test("is proposed by codes and kept with date and person, in settings and journal", () => {
    const world = worldAfter(["setup", {}]);

    expect(setting(world, "mode")).toBe("По кодам");
    expect(setting(world, "modeChosen")).toBe(
      "По кодам – 07.09.2026, kurator@example.org",
    );
    expect(JSON.stringify(cells(world, "Журнал"))).toContain(
      "Режим персональных данных: «По кодам».",
    );
  });

  test("of names comes with the law and its date before it is confirmed", () => {
    const shown = preview(worldAfter(["setup", {}]), "setup", {
      mode: "С именами",
    });
    const text = JSON.stringify(shown.details);

    expect(text).toContain("01.07.2025");
    expect(text).toContain("Подтверждая режим «С именами»");
    expect(shown.summary.join()).toContain("был «По кодам»");
    expect(
      preview(worldAfter(SETUP_STEP), "setup", { mode: "С именами" }).verb,
    ).toBeNull();
  });

  test("of codes does not strand names: set-up sends to the action that moves them", () => {
    const world = worldAfter(SETUP_STEP, IMPORT);
    run(world, "setup", { mode: "По кодам", city: "г. Заречный" });

    expect(setting(world, "mode")).toBe("С именами");
    expect(setting(world, "city")).toBe("г. Заречный");
    expect(
      preview(world, "setup", { mode: "По кодам" }).problems[0]?.message,
    ).toContain("Перейти на коды…");
  });

  test("typed over in the cell is told, and a mode that is none refused", () => {
    const world = worldAfter(CODES);
    const row = cells(world, "Настройки").findIndex((one) =>
      one.includes("mode"),
    );
    put(world, "Настройки", row + 2, "value", "С именами");

    expect(
      preview(world, "check")
        .problems.map(({ message }) => message)
        .join(),
    ).toContain("изменён в ячейке вручную");
    expect(() => preview(world, "setup", { mode: "Как-нибудь" })).toThrow(
      UserError,
    );
  });
});

describe("by codes", () => {
  test("an import writes codes and hands over the key; texts lose names, not words", () => {
    const world = worldAfter(CODES);
    const { download, problems } = preview(world, ...IMPORT);
    run(world, ...IMPORT);

    expect(kept(world)).not.toMatch(NAMES);
    expect(column(world, "Наставляемые", "request")).toStrictEqual([
      "Хочет к [скрыто], мама [скрыто], любит Пушкина",
      "Дружит с [скрыто], лечится у [скрыто]",
    ]);
    expect(
      problems.filter(
        ({ column: of }) => of === "Основной запрос наставляемого",
      ),
    ).toHaveLength(2);
    expect(
      keyOf(download?.text).entries.map(({ code, name }) => [code, name]),
    ).toStrictEqual([
      ["НСТ-001", "Верескунова Лукерья Евстигнеевна"],
      ["НСТ-002", "Златоцветов Пафнутий Саввич"],
      ["НМ-001", "Полозков Евлампий Пафнутьевич"],
    ]);
  });

  test("a name typed into a bank is told, seen by no action and written on nowhere", () => {
    const world = worldAfter(CODES, IMPORT);
    put(world, "Наставники", 2, "fio", "Полозков Евлампий");
    run(world, "pair");
    run(world, "approve");
    const named = preview(world, "check").problems.filter(
      ({ column: of }) => of === "ФИО наставника",
    );

    expect(column(world, "Наставляемые", "mentor")).toContain("{{НМ-001}}");
    expect(kept(world).match(/Полозков/g)).toHaveLength(1);
    expect(named).toMatchObject([
      { tab: "Наставники", row: 2, severity: "error" },
    ]);
  });

  test("the check finds look-alikes with tab, row and column, in own columns and raw answers too", () => {
    const world = worldAfter(CODES, IMPORT, [
      "forms",
      { questionnaire: "mentor-after" },
    ]);
    const tab = tabOf(world, "Наставляемые");
    tab.cells[0]?.push("Мои заметки");
    tab.cells[2]?.push("звонила Марфа Игнатьевна");
    put(world, "Наставники", 2, "achievements", "Помогал Козлову Пете");
    world.responses[0] = {
      ...(world.responses[0] as MemoryWorld["responses"][number]),
      rows: [
        {
          row: 2,
          stamp: "2026-09-07T10:00:00",
          cells: ["", "", "7", "7", "7", "7", "да", "Спасибо Козловой Анне"],
        },
      ],
    };
    const places = preview(world, "check")
      .problems.filter(({ message }) => message.startsWith("Похоже"))
      .map(({ tab: of, row, column: header }) => [of, row, header]);

    const header = TABLES.mentors.columns.find(
      ({ key }) => key === "achievements",
    )?.header;
    expect(places.sort()).toStrictEqual([
      [
        "Итоговая анкета наставника – ответы",
        2,
        "Что в программе оказалось для Вас особенно ценным?",
      ],
      ["Наставляемые", 3, "Мои заметки"],
      ["Наставники", 2, header],
    ]);
  });

  test("a whole date of birth goes into the key, its year into the bank", () => {
    const world = worldAfter(CODES);
    const list = {
      text: "ФИО наставляемого\tДата рождения\nПолынов Гордей\t05.09.2011",
    };
    const { download } = preview(world, "import", list);
    run(world, "import", list);

    expect(keyOf(download?.text).entries[0]).toMatchObject({
      code: "НСТ-001",
      birthDate: "05.09.2011",
    });
    expect(kept(world)).not.toContain("05.09.2011");
    expect(kept(world)).not.toContain("2011-09-05");
  });

  test("a tab with names in parts does not become a bank", () => {
    const world = worldAfter(CODES);
    addTab(world, "Список", [
      ["Фамилия", "Имя", "Класс"],
      ["Верескунова", "Лукерья", "8 «А»"],
    ]);
    const { problems, verb } = preview(world, "import", {
      tab: "Список",
      adopt: true,
      into: "mentees",
    });

    expect(verb).toBeNull();
    expect(problems.map(({ message }) => message).join()).toMatch(
      /«Фамилия».*«Имя»/s,
    );
  });

  test("a tab of the book is loaded by codes with a word on deleting it", () => {
    const world = worldAfter(CODES);
    addTab(world, "Список", [
      ["ФИО наставляемого", "Класс"],
      ["Верескунова Лукерья", "8 «А»"],
    ]);
    const { problems } = preview(world, "import", { tab: "Список" });
    run(world, "import", { tab: "Список" });

    expect(problems).toMatchObject([{ tab: "Список", severity: "warning" }]);
    expect(JSON.stringify(cells(world, "Наставляемые"))).not.toMatch(NAMES);
  });

  test("answers come in without names, with a remark that leads to the raw one", () => {
    const world = worldAfter(CODES, IMPORT, [
      "forms",
      { questionnaire: "mentor-profile" },
    ]);
    const grid = world.responses[0] as MemoryWorld["responses"][number];
    const token = String(column(world, "Наставники", "token")[0]);
    const answer = (key: string, text: string) =>
      grid.headers.map((header) =>
        header === "Ключ личной ссылки"
          ? key
          : header.startsWith("Какие Ваши достижения")
            ? text
            : "",
      );
    world.responses[0] = {
      ...grid,
      rows: [
        {
          row: 2,
          stamp: "2026-09-07T10:00:00",
          cells: answer(token, "Учил Козлову Анну, 8 900 555-10-10"),
        },
        {
          row: 3,
          stamp: "2026-09-07T11:00:00",
          cells: answer("Козлова Анна", "Люблю химию"),
        },
      ],
    };
    const { problems } = preview(world, "intake");
    run(world, "intake");
    run(world, "intake");

    expect(kept(world)).not.toMatch(/Козлов|555/);
    expect(cells(world, "Ответы")).toHaveLength(2);
    expect(column(world, "Наставники", "achievements")[0]).toBe(
      "Учил [скрыто], [скрыто]",
    );
    expect(
      problems.find(({ message }) => message.startsWith("В ответе есть")),
    ).toMatchObject({ row: 2 });
  });
});

describe("from names to codes and back", () => {
  const full = () => {
    const world = worldAfter(
      SETUP_STEP,
      IMPORT,
      ["pair", {}],
      ["approve", {}],
      ["order", { date: "2026-09-07" }],
    );
    put(
      world,
      "Пары",
      2,
      "topic",
      "Занятия с Лукерьей, вопросы – Полозкову Е. П.",
    );
    put(world, "Наставляемые", 2, "birthDate", "05.09.2010");
    return world;
  };

  test("the preview names what is moved, what is out of reach, and hands over the key", () => {
    const { summary, details, download, problems } = preview(full(), "toCodes");
    const text = JSON.stringify(details);

    expect(summary.join(" ")).toContain("3 человека");
    expect(summary.join(" ")).not.toMatch(NAMES);
    expect(text).toMatch(/История версий.*Д-001/s);
    expect(keyOf(download?.text).entries[0]).toStrictEqual({
      code: "НСТ-001",
      name: "Верескунова Лукерья Евстигнеевна",
      contacts: "8 900 777-10-01",
      birthDate: "05.09.2010",
    });
    expect(download?.text).toContain(
      "Занятия с Лукерьей, вопросы – Полозкову Е. П.",
    );
    // A stranger is for the curator to judge.
    expect(problems.map(({ message }) => message).join()).toContain(
      "Айболитова Петра Ильича",
    );
  });

  test("nothing of the names stays, not even for undoing; texts name codes", () => {
    const world = full();
    run(world, "toCodes");

    expect(kept(world)).not.toMatch(NAMES);
    expect(column(world, "Пары", "topic")).toContain(
      "Занятия с НСТ-001, вопросы – НМ-001",
    );
    expect(column(world, "Наставляемые", "request")[0]).toBe(
      "Хочет к НМ-001, мама НСТ-001, любит Пушкина",
    );
    expect(
      column(world, "Наставляемые", "mentor").filter(Boolean),
    ).toStrictEqual(["{{НМ-001}}"]);
    expect(setting(world, "modeChosen")).toContain("По кодам – 07.09.2026");
    const states = column(world, "Журнал", "state");
    expect(new Set(states)).toStrictEqual(new Set(["выполнено"]));
    expect(JSON.stringify(cells(world, "Журнал").at(-1))).toContain(
      "был «С именами»",
    );
    expect(preview(world, "toCodes").verb).toBeNull();
  });

  test("the key brings the names back, and only into blank cells", () => {
    const world = full();
    const names = column(world, "Наставляемые", "fio");
    const file = preview(world, "toCodes").download?.text ?? "";
    run(world, "toCodes");
    put(world, "Наставляемые", 3, "fio", "Другое Имя");
    const { problems, details } = preview(world, "toNames", {
      file: `${file}НСТ-099;Некто;;;;;\r\n`,
    });
    run(world, "toNames", { file });

    expect(JSON.stringify(details)).toContain("01.07.2025");
    expect(problems.map(({ message }) => message).join()).toMatch(
      /НСТ-002.*другое.*НСТ-099/s,
    );
    expect(column(world, "Наставляемые", "fio")).toStrictEqual([
      names[0],
      "Другое Имя",
    ]);
    expect(column(world, "Наставники", "contacts")).toStrictEqual([
      "eulampy@example.org",
    ]);
    expect(setting(world, "mode")).toBe("С именами");
    expect(column(world, "Наставляемые", "mentor")).toContain(
      "Полозков Евлампий Пафнутьевич",
    );
  });

  test.each([false, true])(
    "cut at any call, repeating ends it and no key is lost (after the call: %s)",
    (killAfter) => {
      const start = full();
      let kills = 0;
      for (let killAt = 1; killAt < 80; killAt++) {
        const world = structuredClone(start);
        Object.assign(world, { calls: 0, killAt: 0, killAfter });
        const keys = [preview(world, "toCodes").download?.text];
        const { fingerprint, today, seed } = preview(world, "toCodes");
        Object.assign(world, { calls: 0, killAt });
        try {
          runnerOn(world).apply({
            action: "toCodes",
            input: {},
            fingerprint,
            today,
            seed,
          });
          break;
        } catch (error) {
          expect(error).toBeInstanceOf(Killed);
        }
        kills += 1;
        world.killAt = 0;
        let next =
          (world.properties["run"] ?? "") === "" ? null : resume(world);
        while (next?.state === "changed") {
          keys.push(next.preview.download?.text);
          next = runnerOn(world).apply({
            action: "toCodes",
            input: {},
            ...next.preview,
          });
        }
        keys.push(preview(world, "toCodes").download?.text);
        run(world, "toCodes");

        expect(kept(world)).not.toMatch(NAMES);
        expect(
          new Set(
            keys.flatMap((key) => keyOf(key).entries.map(({ name }) => name)),
          ).size,
        ).toBe(3);
      }

      expect(kills).toBeGreaterThan(5);
    },
  );
});

/** What «Продолжить» does; a run that left nothing to go on with says so. */
function resume(world: MemoryWorld) {
  try {
    return runnerOn(world).resume();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return null;
  }
}
