import { escapeHtml, page } from '../idp/page.ts'
import type { KeptMail } from './kept-mail.ts'

const PLACE = 'demo mailbox'

const WHAT_THIS_IS =
  'Mail that Rollcall sends in the demo ends here and goes no further. The people are invented; anyone at this machine may read it. The newest 500 are kept.'

function moment(at: string): string {
  return `<time datetime="${escapeHtml(at)}">${escapeHtml(at.slice(0, 16).replace('T', ' '))} UTC</time>`
}

/** All mail there is, newest first; of one recipient when `to` says so. */
export function mailboxPage(mails: readonly KeptMail[], to: string | null): string {
  const shown = to === null ? mails : mails.filter((mail) => mail.to === to)
  const people = [...new Set(mails.map((mail) => mail.to))].sort()
  const choice = (label: string, href: string, isHere: boolean) =>
    `<a href="${escapeHtml(href)}"${isHere ? ' aria-current="page"' : ''}>${escapeHtml(label)}</a>`
  const nav = [
    choice('Everyone', '/mailbox', to === null),
    ...people.map((each) =>
      choice(nameOf(each), `/mailbox?to=${encodeURIComponent(each)}`, each === to),
    ),
  ]
  const rows = shown.map(
    (mail) => `<tr><td><a href="/mailbox/${mail.id}">${escapeHtml(mail.subject)}</a></td>
<td>${escapeHtml(nameOf(mail.to))}</td><td class="when">${moment(mail.at)}</td></tr>`,
  )
  const table = `<table><thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Taken</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`
  return page(
    'Mail',
    `<p>${WHAT_THIS_IS}</p>
${mails.length > 0 ? `<nav aria-label="Whose mail">${nav.join('\n')}</nav>` : ''}
${shown.length > 0 ? table : '<p class="empty">No mail yet. Open a roll call in Rollcall, and those who are asked get theirs here.</p>'}`,
    PLACE,
  )
}

/** "Ben Castellano" of `"Ben Castellano" <ben.castellano@example.gov>`. */
function nameOf(to: string): string {
  return /^"?([^"<]+)"? </.exec(to)?.[1]?.trim() ?? to
}

/** One mail: its text, whose links lead to the app alone, and its HTML in a frame that can do nothing. */
export function mailPage(mail: KeptMail, app: string): string {
  const html =
    mail.html === ''
      ? ''
      : `<details><summary>As HTML, inert</summary>
<iframe sandbox="" src="/mailbox/${mail.id}/html" title="The mail as HTML"></iframe></details>`
  return page(
    mail.subject,
    `<dl><dt>To</dt><dd>${escapeHtml(mail.to)}</dd>
<dt>From</dt><dd>${escapeHtml(mail.from)}</dd>
<dt>Taken</dt><dd>${moment(mail.at)}</dd></dl>
<pre>${linked(mail.text, app)}</pre>
${html}
<p class="choices"><a href="/mailbox">All mail</a></p>`,
    PLACE,
  )
}

function linked(text: string, app: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part) =>
      part === app || part.startsWith(`${app}/`)
        ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>`
        : escapeHtml(part),
    )
    .join('')
}

/** That a mail is not, or no longer, there. */
export function noMailPage(): string {
  return page(
    'This mail is not here',
    '<p>Only the newest 500 are kept.</p><p><a href="/mailbox">All mail</a></p>',
    PLACE,
  )
}
