import { describe, expect, test } from 'vitest'
import { composeMessage, type SentEntry } from './compose-message.ts'

const origin = 'https://rollcall.example.gov'
const entry: SentEntry = {
  seq: 41,
  sealed_at: '2027-02-03T10:00:00.123456Z',
  type: 'toggle.widened',
  outcome: 'allowed',
  sentence: 'Tomás Ibarra widened new_intake_form in production from 10 % to 25 %.',
  reason: 'Stage two',
  actor: { kind: 'person', id: '0f0e2a52-0000-4000-8000-000000000001', name: 'Tomás Ibarra' },
  target: { toggle: 'new_intake_form', environment: 'production' },
  via: 'page',
  request_id: '0f0e2a52-0000-4000-8000-000000000009',
  hash: 'ab'.repeat(32),
}
const slack = (what: Partial<SentEntry>) =>
  JSON.parse(composeMessage('slack', { ...entry, ...what }, origin)).text

describe('a message for programs', () => {
  test('is the envelope of Standard Webhooks, on one line', () => {
    const body = composeMessage('standard', entry, origin)
    expect(body).not.toContain('\n')
    expect(JSON.parse(body)).toMatchObject({
      type: 'toggle.widened',
      timestamp: '2027-02-03T10:00:00.123456Z',
      data: { seq: 41, sentence: entry.sentence, url: 'https://rollcall.example.gov/audit/41' },
    })
  })

  test('is a ping where there is no entry', () => {
    const ping = { webhook: 'SIEM', at: '2027-02-03T10:00:00.000Z' }
    expect(JSON.parse(composeMessage('standard', ping, origin)).type).toBe('webhook.ping')
    expect(JSON.parse(composeMessage('slack', ping, origin)).text).toContain('“SIEM”')
  })
})

describe('a message for Slack', () => {
  test('says the sentence, the reason and where it stands', () => {
    expect(slack({})).toBe(
      `${entry.sentence}\n>Stage two\n<https://rollcall.example.gov/audit/41|Entry 41>`,
    )
  })

  test('mentions nobody and links nowhere, whatever a reason says', () => {
    const text = slack({ reason: '<!channel> <https://evil.example|click> & more\n\nsecond' })
    expect(text).toContain(
      '\n>&lt;!channel&gt; &lt;https://evil.example|click&gt; &amp; more\n>second',
    )
  })

  test('says loudly what was refused or passed over checks', () => {
    expect(slack({ outcome: 'denied' })).toMatch(/^\*Refused\.\* /)
    expect(slack({ type: 'flip.overrode_checks' })).toMatch(/^\*Override\.\* /)
    expect(slack({ reason: 'a'.repeat(3000) }).length).toBeLessThan(1300)
  })
})
