/** What of a mail's row becomes its text. */
export interface MailWords {
  readonly subject: string
  readonly body: string
  readonly linkLabel: string
  readonly linkPath: string
}

const WIDTH = 72

/**
 * A mail's two bodies, plain and HTML, with its one link made whole by `origin`, the web app's own
 * address. Both say the same; the HTML fetches nothing.
 */
export function composeMail(
  { body, linkLabel, linkPath, subject }: MailWords,
  origin: string,
): { readonly text: string; readonly html: string } {
  const link = new URL(linkPath, origin).href
  const paragraphs = body.split(/\n{2,}/)
  const sent = `Sent by Rollcall at ${new URL(origin).host}.`
  return {
    text: `${[...paragraphs.map(wrapped), `${linkLabel}:\n${link}`, `-- \n${sent}`].join('\n\n')}\n`,
    html: page(subject, [
      ...paragraphs.map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`),
      `<p><a href="${escaped(link)}" style="${LINK}">${escaped(linkLabel)}</a></p>`,
      `<p style="${FOOT}">${escaped(sent)}</p>`,
    ]),
  }
}

function wrapped(paragraph: string): string {
  return paragraph.split('\n').map(wrappedLine).join('\n')
}

function wrappedLine(line: string): string {
  const lines: string[] = []
  let current = ''
  // The lines below an item of a list stand below its text.
  const indent = /^[-•] /.test(line) ? '  ' : ''
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > WIDTH) {
      lines.push(current)
      current = `${indent}${word}`
    } else current = current === '' ? word : `${current} ${word}`
  }
  return [...lines, current].join('\n')
}

const TEXT =
  'margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,sans-serif;color:#1b1b1b;background:#ffffff'
const LINK = 'color:#005ea2;font-weight:600'
const FOOT = 'margin-top:32px;font-size:13px;color:#5c5c5c'

function page(title: string, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body style="${TEXT}"><div style="max-width:36em">
${parts.join('\n')}
</div></body></html>
`
}

function escaped(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => named[character] ?? '')
}
