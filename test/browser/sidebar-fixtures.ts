/** What a school's server answers the panel: invented, whole, typed by the contract. */
import type {
  ActionCard,
  PanelState,
  Preview,
  RunResult,
} from "../../src/shared/rpc";

export const PANEL: PanelState = {
  title: "Наставничество, 2025/26 учебный год",
  today: [
    {
      text: "Нет согласий родителей: 3 наставляемых",
      action: "consents",
      verb: "Открыть список",
    },
    {
      text: "Приказ о закреплении пар не сделан, срок до 15 сентября",
      action: "orders",
      verb: "Подготовить приказ",
    },
  ],
  steps: [
    {
      action: "setup",
      title: "Настроить программу",
      state: "done",
      note: "17 вкладок, режим «По кодам»",
    },
    {
      action: "import",
      title: "Заполнить базы",
      state: "done",
      note: "30 наставляемых, 12 наставников",
    },
    {
      action: "consents",
      title: "Собрать согласия",
      state: "now",
      note: "39 из 42",
    },
    {
      action: "match",
      title: "Подобрать пары",
      state: "waiting",
      note: "согласия трёх участников",
    },
    {
      action: "orders",
      title: "Приказы и документы",
      state: "waiting",
      note: "утверждённые пары",
    },
    {
      action: "report",
      title: "Показатели",
      state: "waiting",
      note: "ответы на анкеты",
    },
  ],
  more: [
    { action: "check", title: "Проверить данные" },
    { action: "roadmap", title: "Дорожная карта" },
    { action: "undo", title: "Отменить последнее действие" },
    { action: "repair", title: "Проверить и исправить" },
  ],
  requested: null,
  unfinished: null,
};

export const UNFINISHED: PanelState = {
  ...PANEL,
  unfinished: {
    action: "orders",
    title: "Приказы и документы",
    started: "2025-09-12T11:05:00.000Z",
    user: "kurator@shkola.example",
  },
};

/** Every kind of field once, in both ways of drawing it. */
export const CARD: ActionCard = {
  id: "match",
  title: "Подобрать пары",
  intro:
    "Программа предложит пары наставник — наставляемый по запросам, компетенциям и времени.\n\nПары без согласий не предлагаются.",
  fields: [
    {
      key: "form",
      label: "Форма наставничества",
      kind: "choice",
      required: true,
      choices: [
        { value: "teacher", label: "Педагог — педагог" },
        { value: "pupil", label: "Ученик — ученик" },
      ],
    },
    {
      key: "goal",
      label: "Что важнее",
      kind: "choice",
      choices: [
        { value: "most", label: "Охватить больше людей" },
        { value: "best", label: "Лучшие совпадения" },
      ],
    },
    {
      key: "limit",
      label: "Наставляемых у одного наставника",
      kind: "integer",
      hint: "Не больше этого числа.",
      required: true,
      value: 3,
    },
    { key: "from", label: "Начало работы пар", kind: "date", required: true },
    { key: "name", label: "Название варианта", kind: "text" },
    { key: "remark", label: "Примечание", kind: "longtext" },
    {
      key: "keep",
      label: "Оставить уже утверждённые пары",
      kind: "yesno",
      value: true,
      hint: "Их состав не изменится.",
    },
    {
      key: "file",
      label: "Список запретов",
      kind: "file",
      accept: ".csv,.txt",
      hint: "Текстовый файл, до 5 МБ.",
    },
  ],
};

/** No fields at all, as «Проверить данные» has. */
export const PLAIN_CARD: ActionCard = {
  id: "consents",
  title: "Собрать согласия",
  intro: "Программа отметит, у кого не хватает согласий.",
  fields: [],
};

export const PREVIEW: Preview = {
  summary: [
    "Будет предложено 28 пар для 28 наставляемых.",
    "Без пары останутся 2 наставляемых.",
  ],
  problems: [
    {
      severity: "warning",
      tab: "Наставники",
      row: 7,
      column: "Нагрузка, человек",
      message: "Число не указано. Взято значение из настроек: 3.",
    },
    {
      severity: "error",
      tab: "Наставляемые",
      row: 14,
      column: "Дата рождения",
      message:
        "«31.02.2011» — такой даты нет. Исправьте дату, и НСТ-013 войдёт в подбор.",
    },
    {
      severity: "error",
      tab: "Наставляемые",
      row: 22,
      message: "Нет согласия родителя. Отметьте его на вкладке «Согласия».",
    },
  ],
  details: [
    {
      headers: ["Наставляемый", "Наставник", "Совпадение", "Почему"],
      rows: [
        ["НСТ-001", "НМ-004", "92 %", "математика, вторник после 15:00"],
        ["НСТ-002", "НМ-001", "88 %", "олимпиады, четверг"],
        ["НСТ-003", "НМ-004", "81 %", "математика, вторник после 15:00"],
        ["НСТ-004", "НМ-009", "77 %", "публичные выступления"],
        ["НСТ-005", "НМ-002", "75 %", "адаптация в новом классе"],
      ],
    },
  ],
  verb: "Записать 28 пар",
  fingerprint: "f-1",
  today: "2025-09-12",
  seed: "s-1",
};

export const DONE: RunResult = {
  state: "done",
  summary: ["Записано 28 пар в черновик."],
  problems: [
    {
      severity: "error",
      tab: "Наставляемые",
      row: 22,
      message: "НСТ-021 пропущен: нет согласия родителя.",
    },
  ],
  links: [
    { label: "Вкладка «Пары»", tab: "Пары" },
    {
      label: "Приказ о закреплении пар № 41",
      url: "https://docs.example/document/d/1",
    },
  ],
};
