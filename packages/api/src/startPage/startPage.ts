/** What the root shows while the editor is not built: where one is, and the first three commands. No scripts, no outside files. */
export const startPage = (publicUrl: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Parley</title>
<style>
:root { color-scheme: light dark; --ink: #16211c; --soft: #5a6b63; --paper: #f6f8f6; --card: #fff; --line: #dde5e0; --brand: #0b7a53 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8efeb; --soft: #9db0a6; --paper: #0f1512; --card: #17201b; --line: #2a3630; --brand: #4fd1a0 } }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
main { max-width: 46rem; margin: 0 auto; padding: clamp(2rem, 8vw, 5rem) 1.25rem }
h1 { margin: 0; font-size: clamp(2rem, 6vw, 3rem); line-height: 1.1; letter-spacing: -.03em }
h1 span { color: var(--brand) }
p { color: var(--soft); max-width: 38rem }
ol { list-style: none; padding: 0; margin: 2.5rem 0; display: grid; gap: 1rem }
li { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1.1rem 1.25rem }
li b { display: block; margin-bottom: .4rem }
pre { margin: 0; overflow-x: auto; font: 13.5px/1.6 ui-monospace, monospace }
a { color: var(--brand) }
</style>
</head>
<body>
<main>
<h1>Parley<span>.</span></h1>
<p>The server is running. Draw conversations, publish them to a number, and send messages through the same pipeline by REST.</p>
<ol>
<li><b>1. Make the first owner and a workspace</b><pre>npx parley setup --url ${escapeHtml(publicUrl)} --email you@example.com --password '…' --workspace 'My shop'</pre></li>
<li><b>2. Make a sandbox number to try things with</b><pre>curl ${escapeHtml(publicUrl)}/api/v1/whatsapp-sessions -H "X-API-Token: $TOKEN" \\
  -H 'Content-Type: application/json' -d '{"name":"Try me","channel":"sandbox"}'</pre></li>
<li><b>3. Send a message with the key of the number</b><pre>curl ${escapeHtml(publicUrl)}/api/v1/send-message -H "Authorization: Bearer $SESSION_KEY" \\
  -H 'Content-Type: application/json' -d '{"to":"15551234567","text":"Hello!"}'</pre></li>
</ol>
<p>Health: <a href="/healthz">/healthz</a> · <a href="/readyz">/readyz</a></p>
</main>
</body>
</html>
`

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
