/** What the page's tests put beside the book: functions, a form, a document. */
import { Document, Packer, Paragraph } from "docx";
import type { FileView, FormView } from "../../host/types";
import type { ScriptFunction } from "../support/memory-host";

export const FORM: FormView = {
  id: "form1",
  title: "Анкета наставника",
  description: "После программы",
  confirmation: "Спасибо за ответ",
  open: true,
  items: [{ id: 7, type: "TEXT", title: "Ваш код", help: "", required: true }],
};

const PANEL = `<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8"><title>Панель</title></head>
<body>
<button id="ask">Спросить сервер</button>
<button id="fail">Ошибка</button>
<button onclick="google.script.host.close()">Закрыть</button>
<p id="answer"></p>
<script>
  const answer = document.getElementById("answer");
  const say = (text) => { answer.textContent = text; };
  document.getElementById("ask").addEventListener("click", () => {
    google.script.run
      .withSuccessHandler(say)
      .withFailureHandler((error) => say(error.message))
      .hello(JSON.stringify({ "имя": "<i>Анна</i>" }));
  });
  document.getElementById("fail").addEventListener("click", () => {
    google.script.run
      .withFailureHandler((error) => say(error.name + ": " + error.message))
      .fail();
  });
</script>
</body></html>`;

export const FUNCTIONS: Readonly<Record<string, ScriptFunction>> = {
  onOpen: ({ show }) =>
    show({
      kind: "menu",
      menus: [
        {
          caption: "Наставничество",
          items: [
            { caption: "Открыть панель", functionName: "openPanel" },
            { separator: true },
            { caption: "Записать", functionName: "writeCell" },
            { caption: "Сломать", functionName: "fail" },
            { caption: "Окно", functionName: "openDialog" },
            { caption: "Подсказки", functionName: "openHints" },
            {
              caption: "Ещё",
              items: [{ caption: "Спросить", functionName: "askUser" }],
            },
          ],
        },
      ],
    }),
  openPanel: ({ show }) =>
    show({ kind: "sidebar", title: "Наставник", html: PANEL }),
  openDialog: ({ show }) =>
    show({
      kind: "dialog",
      modal: true,
      title: "Справка",
      html: "<p>Как начать</p>",
      width: 400,
      height: 200,
    }),
  openHints({ show }) {
    for (const title of ["Первая", "Вторая"]) {
      show({
        kind: "dialog",
        modal: false,
        title,
        html: `<button onclick="google.script.host.setHeight(150)">Выше</button>
<button onclick="google.script.host.close()">Закрыть</button>`,
        width: 300,
        height: 100,
      });
    }
    show({ kind: "toast", title: "Готово", message: "Недолго", seconds: 1 });
  },
  writeCell: ({ write }) => write(0, 7, "записано"),
  fail: () => {
    throw new TypeError("вкладки «Пары» нет");
  },
  askUser: async ({ ask, show }) => {
    const answer = await ask("Вопрос", "Продолжить, Мария?");
    show({ kind: "toast", title: "", message: `Ответ: ${answer}` });
  },
  hello: (_, text) => `Привет, ${String(text)}`,
};

/** A .docx of one paragraph. */
export async function documentFile(): Promise<
  FileView & { readonly content: Uint8Array }
> {
  const document = new Document({
    sections: [{ children: [new Paragraph("ПРИКАЗЫВАЮ: закрепить пары.")] }],
  });
  return {
    id: "doc1",
    name: "Приказ № 1",
    mimeType: "application/vnd.google-apps.document",
    trashed: false,
    createdTime: "2026-09-01T09:00:00.000Z",
    appProperties: {},
    content: new Uint8Array(await Packer.toBuffer(document)),
  };
}
