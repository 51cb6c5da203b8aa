/** The order about pairs: its wording, its blanks and what it warns about. */
import PizZip from "pizzip";
import { beforeAll, describe, expect, test } from "vitest";
import { buildTemplates } from "../../../build/documents.mjs";
import { fillDocument } from "./fill-document";
import { ACTS } from "./legal-acts";
import {
  type OrderedPair,
  PAIRING_ORDER_KIND,
  type PairingOrder,
  pairingOrderData,
} from "./pairing-order";

function aPair(pair: Partial<OrderedPair> = {}): OrderedPair {
  return {
    mentor: { name: "Белых Ольга Викторовна", position: "учитель математики" },
    mentee: { name: "Седов Артём Игоревич", position: "учитель физики" },
    form: "педагог – педагог",
    kind: "традиционное",
    from: null,
    to: null,
    topic: "Адаптация молодого учителя",
    ...pair,
  };
}

function anOrder(order: Partial<PairingOrder> = {}): PairingOrder {
  return {
    organization: {
      full: "Муниципальное бюджетное общеобразовательное учреждение «Школа № 47»",
      short: "МБОУ «Школа № 47»",
      city: "г. Заречный",
    },
    date: "2026-09-14",
    number: "112-ОД",
    schoolYear: "2026/2027",
    period: { from: "2026-09-15", to: "2027-05-25" },
    basis: [ACTS.targetModel, ACTS.labourCode],
    programDeadline: "2026-09-30",
    head: { position: "Директор", name: "Зорина Людмила Аркадьевна" },
    curator: {
      position: "Заместитель директора по УВР",
      name: "Иванова Мария Петровна",
    },
    controller: null,
    pairs: [aPair()],
    ...order,
  };
}

describe("pairingOrderData", () => {
  test("has nothing to warn about when every fact is there", () => {
    expect(pairingOrderData(anOrder()).problems).toStrictEqual([]);
  });

  test("puts the curator into the dative", () => {
    const { data } = pairingOrderData(anOrder());

    expect(data["curatorAddress"]).toBe(
      "Заместителю директора по УВР Ивановой М.П., куратору программ наставничества",
    );
  });

  test("puts the controller into the accusative, the head keeps the control", () => {
    const person = { position: "Завуч", name: "Сидорова Анна Ильинична" };
    const head = { position: "Директор", name: " Зорина  Людмила Аркадьевна" };
    const control = (controller: PairingOrder["controller"]) =>
      pairingOrderData(anOrder({ controller })).data["control"];

    expect(control(person)).toBe("возложить на завуча Сидорову А.И.");
    expect(control(head)).toBe("оставляю за собой.");
    expect(control(null)).toBe("оставляю за собой.");
  });

  test("asks to look at names and positions it is not sure of", () => {
    const { data, problems } = pairingOrderData(
      anOrder({
        curator: { position: "Team lead", name: "Ким Женя" },
        basis: ["Мнение коллектива"],
      }),
    );

    expect(data["curatorAddress"]).toContain("Team lead Ким Ж.,");
    expect(problems).toStrictEqual([
      "Проверьте преамбулу: «Мнение коллектива» оставлено как есть, после слов «в соответствии с» нужен творительный падеж.",
      "Проверьте в документе Ф.И.О. куратора «Ким Ж.»: здесь нужен дательный падеж.",
      "Проверьте в документе должность куратора «Team lead»: здесь нужен дательный падеж.",
    ]);
  });

  test("leaves a line for a person without a name", () => {
    const { data, problems } = pairingOrderData(
      anOrder({ controller: { position: "Завуч", name: " " } }),
    );

    expect(data["control"]).toMatch(/^возложить на завуча _+\.$/);
    expect(problems).toStrictEqual(["Не указаны Ф.И.О. контролирующего."]);
  });

  test("names what is missing and leaves blanks for it", () => {
    const nobody = { position: "", name: "" };
    const { data, problems } = pairingOrderData(
      anOrder({
        organization: { full: " ", short: "", city: "" },
        date: null,
        number: null,
        period: { from: null, to: null },
        basis: [],
        head: nobody,
        curator: null,
        pairs: [aPair({ mentor: nobody })],
      }),
    );

    expect(problems).toHaveLength(6);
    expect(problems).toContain("Пара 1 в приложении: не указан наставник.");
    expect(data["date"]).toMatch(/^«_+» _+ 20_+\u00A0г\.$/);
    expect(data["number"]).toMatch(/^_+$/);
    expect(data["curatorAddress"]).toMatch(/^Куратору .* _+$/);
  });

  test("warns about dates in the wrong order", () => {
    const { problems } = pairingOrderData(
      anOrder({
        period: { from: "2027-05-25", to: "2026-09-15" },
        pairs: [aPair(), aPair({ from: "2027-01-01", to: "2026-12-31" })],
      }),
    );

    expect(problems).toStrictEqual([
      "Начало периода позже его окончания.",
      "Пара 2 в приложении: начало срока позже его окончания.",
    ]);
  });

  test("lets workers sign once each, pupils and outsiders not at all", () => {
    const pupil = { name: "Воробьёва Алина Сергеевна", position: "9 «Б»" };
    const { data } = pairingOrderData(
      anOrder({
        pairs: [
          aPair(),
          aPair({ form: "педагог – обучающийся", mentee: pupil }),
          aPair({ form: "ученик – ученик", mentor: pupil, mentee: pupil }),
          aPair({ form: "работодатель – студент", mentor: pupil }),
        ],
      }),
    );

    expect(data["acquainted"]).toStrictEqual([
      { name: "М.П. Иванова" },
      { name: "О.В. Белых" },
      { name: "А.И. Седов" },
    ]);
  });

  test("asks for supplementary agreements only where a worker mentors a worker", () => {
    const withForm = (form: string) =>
      pairingOrderData(anOrder({ pairs: [aPair({ form })] })).data[
        "hasEmployeePairs"
      ];

    expect(withForm("педагог – педагог")).toBe(true);
    expect(withForm("руководитель образовательной организации - педагог")).toBe(
      true,
    );
    expect(withForm("учитель—учитель")).toBe(true);
    expect(withForm("педагог – обучающийся")).toBe(false);
    expect(withForm("ученик – ученик")).toBe(false);
    expect(withForm("педагог вуза/колледжа – молодой педагог")).toBe(false);
    expect(withForm("")).toBe(false);
  });

  test("refuses what is no date", () => {
    expect(() => pairingOrderData(anOrder({ date: "14.09.2026" }))).toThrow(
      RangeError,
    );
  });
});

describe("the template of the order", () => {
  let templates = "";

  beforeAll(async () => {
    const built = await buildTemplates();
    expect(built.kinds).toContain(PAIRING_ORDER_KIND);
    templates = built.base64;
  });

  function xmlOf(order: PairingOrder): string {
    const { data } = pairingOrderData(order);
    const filled = fillDocument(PAIRING_ORDER_KIND, data, templates);
    const zip = new PizZip(filled.base64, { base64: true });
    return zip.file("word/document.xml")?.asText() ?? "";
  }

  /** Visible text of the filled document, paragraphs as lines. */
  function print(order: PairingOrder): string {
    return xmlOf(order)
      .replace(/<\/w:p>/g, "\n")
      .replace(/<[^>]*>/g, "");
  }

  test("is built to the same bytes each time", async () => {
    const { base64 } = await buildTemplates();

    expect(base64).toBe(templates);
  });

  test("prints the order and its annex", () => {
    const text = print(anOrder());

    expect(text).toContain(
      "О закреплении наставнических пар (групп) на 2026/2027 учебный год",
    );
    expect(text).toContain("В соответствии с распоряжением Министерства");
    expect(text).toContain("ПРИКАЗЫВАЮ:");
    expect(text).toContain("№ 112-ОД");
    expect(text).toContain("Л.А. Зорина");
    expect(text).toContain("к приказу от 14.09.2026 № 112-ОД");
    expect(text).toContain("с 15.09.2026\nпо 25.05.2027");
    expect(text).toContain("Седов Артём Игоревич,\nучитель физики");
    expect(text).not.toMatch(/[{}]/);
  });

  test("prints marks of people literally", () => {
    const mark = (name: string) => ({ name, position: "" });
    const text = print(
      anOrder({
        head: { position: "Директор", name: "{{Р-001}}" },
        pairs: [
          aPair({ mentor: mark("{{НМ-004}}"), mentee: mark("{{НСТ-014}}") }),
        ],
      }),
    );

    expect(text).toContain("1\n{{НМ-004}}\n{{НСТ-014}}\n");
    expect(text).toContain("{{Р-001|подпись}}");
  });

  test("leaves nothing of the blocks that are empty", () => {
    const order = anOrder({
      organization: { full: "Школа", short: "", city: "п. Ихала" },
      curator: null,
      pairs: [],
    });
    const xml = xmlOf(order);
    const text = print(order);

    // Word takes a table without rows for a damaged file.
    expect(xml).not.toMatch(/<\/w:tblGrid>\s*<\/w:tbl>/);
    expect(text).not.toContain("()");
    expect(text).not.toContain("С приказом ознакомлены");
    expect(text).not.toMatch(/[{}]/);
  });

  test("takes 300 pairs in less than a second of processor time", () => {
    const pairs = Array.from({ length: 300 }, (_, index) =>
      aPair({ topic: `Тема ${index + 1}` }),
    );
    const { data } = pairingOrderData(anOrder({ pairs }));
    // The best of three, since other work may share the machine.
    const spent = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      fillDocument(PAIRING_ORDER_KIND, data, templates);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });

    expect(Math.min(...spent)).toBeLessThan(1000);
    expect(print(anOrder({ pairs }))).toContain("Тема 300");
  });
});
