import { expect, test } from 'vitest'
import { composeMail } from './compose-mail.ts'

const origin = 'https://rollcall.example.gov'
const words = {
  subject: 'Asked of you: go or no-go on Intake',
  body: 'Priya Raman opened roll call 2 of Intake and asks you for go or no-go, for Backend. It is wanted by Monday.\n\n- The rollback was rewritten, and the new one is shorter than the old one was\n- Stage 2',
  linkLabel: 'Open the roll call',
  linkPath: '/plans/intake/roll-call',
}

test('plain text keeps its paragraphs, is set to 72 columns, and ends with its one link', () => {
  expect(
    composeMail(words, origin).text,
  ).toBe(`Priya Raman opened roll call 2 of Intake and asks you for go or no-go,
for Backend. It is wanted by Monday.

- The rollback was rewritten, and the new one is shorter than the old
  one was
- Stage 2

Open the roll call:
https://rollcall.example.gov/plans/intake/roll-call

-- 
Sent by Rollcall at rollcall.example.gov.
`)
})

test('HTML says the same and has that link alone', () => {
  const { html } = composeMail(words, origin)
  expect(html.match(/href="[^"]*"/g)).toEqual([
    'href="https://rollcall.example.gov/plans/intake/roll-call"',
  ])
  expect(html).toContain('<p>Priya Raman opened roll call 2')
  expect(html).not.toMatch(/<(img|script|link|iframe)|url\(/)
})

test('what people wrote stays text', () => {
  const forged = { ...words, body: '<img src=x onerror=alert(1)>', linkLabel: '"><script>' }
  const { html } = composeMail(forged, origin)
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(html).not.toContain('<script>')
})
