/** Text made harmless in HTML, in attributes too. */
export function escapeHtml(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"']/g, (character) => named[character] ?? '&#39;')
}

/** A whole page of the demo's own server; `content` is HTML, `title` is not. */
export function page(title: string, content: string, place = 'demo identity provider'): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · Rollcall ${escapeHtml(place)}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">
</head>
<body${place === 'demo mailbox' ? ' class="wide"' : ''}>
<header><p><img src="/assets/icon.svg" alt="" width="22" height="22">Rollcall <span>${escapeHtml(place)}</span></p></header>
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`
}
