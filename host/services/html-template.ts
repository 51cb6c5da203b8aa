/** Scriptlets of HTML templates as code: `<? ?>`, `<?= ?>` escaped by its place, `<?!= ?>` as it is. */

/** Where in a page something is printed. */
type Place = "text" | "script" | "string" | "url";

const SCRIPTLET = /<\?(!?=)?([\s\S]*?)\?>/g;

/**
 * The code of a template: an expression that gives the page's text. Names in
 * it are the template's properties and the add-on's globals.
 */
export function templateCode(template: string): string {
  const lines = ["(function () {", '  var output = "";', ESCAPES];
  const seen = { text: "" };
  const keep = (text: string): void => {
    if (text === "") return;
    seen.text += text;
    lines.push(`  output += ${literal(text)};`);
  };
  let from = 0;
  for (const found of template.matchAll(SCRIPTLET)) {
    const [whole, sign, code = ""] = found;
    keep(template.slice(from, found.index));
    from = found.index + whole.length;
    if (sign === undefined) {
      lines.push(code);
      continue;
    }
    const raw = sign === "!=";
    const print = raw ? "String" : `escapeFor.${placeAfter(seen.text)}`;
    lines.push(`  output += ${print}((${code.trim().replace(/;$/, "")}));`);
    // What is printed stands for a word in the text that follows.
    seen.text += "x";
  }
  keep(template.slice(from));
  lines.push("  return output;", "})()");
  return lines.join("\n");
}

function literal(text: string): string {
  return JSON.stringify(text)
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** The place at the end of a piece of HTML. */
function placeAfter(html: string): Place {
  const lower = html.toLowerCase();
  const opened = lower.lastIndexOf("<script");
  if (opened >= 0 && !lower.includes("</script", opened)) {
    const start = html.indexOf(">", opened);
    if (start >= 0) return insideString(html.slice(start + 1));
  }
  const tag = /<[a-z][^<>]*$/i.exec(html)?.[0] ?? "";
  const inUrl = /\b(?:href|src|action|formaction)\s*=\s*["']?[^"'\s>]+$/i;
  return inUrl.test(tag) ? "url" : "text";
}

function insideString(script: string): Place {
  let quote = "";
  for (let at = 0; at < script.length; at += 1) {
    const letter = script[at] ?? "";
    if (letter === "\\") at += 1;
    else if (quote !== "") quote = letter === quote ? "" : quote;
    else if (/["'`]/.test(letter)) quote = letter;
  }
  return quote === "" ? "script" : "string";
}

/** Runs inside the add-on's realm, with nothing of the host's at hand. */
const ESCAPES = `  var escapeFor = (function () {
    function html(value) {
      var names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
      return String(value).replace(/[&<>"']/g, function (sign) { return names[sign]; });
    }
    function hex(sign) {
      var code = sign.charCodeAt(0).toString(16);
      return code.length > 2 ? "\\\\u" + ("0000" + code).slice(-4) : "\\\\x" + ("00" + code).slice(-2);
    }
    function inString(value) {
      return String(value).replace(/[\\u0000-\\u001f"'\`\\\\<>&=\\u2028\\u2029]/g, hex);
    }
    function inScript(value) {
      var plain = value === null || typeof value === "number" || typeof value === "boolean";
      if (plain) return " " + value + " ";
      if (typeof value !== "object") return "'" + inString(value) + "'";
      return JSON.stringify(value).replace(/[<>&\\u2028\\u2029]/g, function (sign) {
        return "\\\\u" + ("0000" + sign.charCodeAt(0).toString(16)).slice(-4);
      });
    }
    function inUrl(value) { return html(encodeURIComponent(String(value))); }
    return { text: html, script: inScript, string: inString, url: inUrl };
  })();`;
