/** A respondent answers a form over HTTP and changes the answer by the link on the page of thanks. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenHost, openHost } from "../../host/host";
import { type RunningServer, startServer } from "../../host/server";
import { newItem } from "../../host/services/form-record";
import { formsOf } from "../../host/services/forms-workspace";

let host: OpenHost;
let server: RunningServer;

beforeAll(async () => {
  host = await openHost({ workspace: "", persist: false });
  server = await startServer(host, { port: 0 });
});
afterAll(async () => {
  await server?.close();
  await host?.close();
});

async function post(id: string, fields: Record<string, string>) {
  const response = await fetch(
    `${server.origin}/forms/d/e/${id}/formResponse`,
    { method: "POST", body: new URLSearchParams(fields) },
  );
  return response.text();
}

test("the link on the page of thanks opens the answer and changes it", async () => {
  const forms = formsOf(host.workspace);
  const form = forms.create("1form", true);
  const item = newItem("TEXT", []);
  item.title = "Ваш вопрос";
  form.items.push(item);
  form.allowEdits = true;
  const entry = `entry.${item.id}`;

  const thanks = await post(form.id, { [entry]: "Первый <ответ>" });
  const path = /href="([^"]*edit2=[^"]*)">Изменить ответ</.exec(thanks)?.[1];
  const shown = await fetch(`${server.origin}${path}`);
  expect(await shown.text()).toContain('value="Первый &lt;ответ&gt;"');

  const editToken = String(path).split("edit2=")[1] ?? "";
  await post(form.id, { [entry]: "Второй", edit2: editToken });
  expect(form.responses.map(({ answers }) => answers)).toEqual([
    { [item.id]: "Второй" },
  ]);
  expect(host.forms.get(form.id)?.responses).toBe(1);

  form.allowEdits = false;
  const refused = await fetch(`${server.origin}${path}`);
  expect(refused.status).toBe(404);
  expect(await refused.text()).toContain("Изменить ответ нельзя");
  expect(await post(form.id, { [entry]: "Третий" })).not.toContain("edit2");
});
