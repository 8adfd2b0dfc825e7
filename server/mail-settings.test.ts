import { describe, expect, test } from 'vitest'
import { readMailSettings } from './mail-settings.ts'

function read(env: Record<string, string>) {
  const problems: string[] = []
  const settings = readMailSettings(
    (name) => env[name],
    (problem) => problems.push(problem),
  )
  return { settings, problems }
}

describe('the settings of mail', () => {
  test('are off when neither is there', () => {
    expect(read({})).toEqual({ settings: null, problems: [] })
  })

  test.each(['rollcall@example.gov', 'Rollcall <rollcall@example.gov>'])('take %s', (from) => {
    const smtpUrl = 'smtps://mailer:secret@mail.example.gov:465'
    expect(read({ SMTP_URL: smtpUrl, MAIL_FROM: from })).toEqual({
      settings: { smtpUrl, from },
      problems: [],
    })
  })

  test('say when one is there without the other', () => {
    expect(read({ SMTP_URL: 'smtp://mail.example.gov' }).problems).toEqual([
      'MAIL_FROM is not set: it is needed when SMTP_URL is set.',
    ])
    expect(read({ MAIL_FROM: 'rollcall@example.gov' }).problems).toEqual([
      'SMTP_URL is not set: it is needed when MAIL_FROM is set.',
    ])
  })

  test.each(['mail.example.gov', 'https://mail.example.gov', 'smtp://'])(
    'refuse %j as a mail server, without repeating it',
    (smtpUrl) => {
      const { problems } = read({ SMTP_URL: smtpUrl, MAIL_FROM: 'rollcall@example.gov' })
      expect(problems).toEqual([
        'SMTP_URL must be a mail server such as smtps://user:password@mail.example.gov:465.',
      ])
    },
  )

  test.each([
    'Rollcall',
    'a@example.gov, b@example.gov',
    'Rollcall\r\nBcc: x@example.gov <rollcall@example.gov>',
    '"Rollcall <rollcall@example.gov>',
  ])('refuse %j as a sender', (from) => {
    const { problems } = read({ SMTP_URL: 'smtp://mail.example.gov', MAIL_FROM: from })
    expect(problems).toHaveLength(1)
  })
})
