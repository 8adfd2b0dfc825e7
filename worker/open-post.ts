import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { NotTaken, type Post } from '../server/mail/deliver-mail.ts'
import type { MailSettings } from '../server/mail-settings.ts'

const DEMO_FROM = 'Rollcall <rollcall@example.gov>'
const PATIENCE_MS = 10_000

/**
 * Where mail is handed over: as the settings say, else the mailbox of the demo, whose address
 * stands in `smtp-url` below `home` while it runs. Null when there is neither.
 */
export function findMailServer(
  mail: MailSettings | null,
  demoHome: string | null,
): MailSettings | null {
  if (mail !== null) return mail
  if (demoHome === null) return null
  const file = join(demoHome, 'smtp-url')
  if (!existsSync(file)) return null
  return { smtpUrl: readFileSync(file, 'utf8').trim(), from: DEMO_FROM }
}

/** Hands mail to the server of `settings`. Names, passwords and addresses are in no error of it. */
export function openPost({ smtpUrl, from }: MailSettings): Post {
  const url = new URL(smtpUrl)
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    // A password must not go over a line that anyone on the way can read.
    requireTLS: url.password !== '',
    ...(url.username === ''
      ? {}
      : {
          auth: {
            user: decodeURIComponent(url.username),
            pass: decodeURIComponent(url.password),
          },
        }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: 2 * PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    domain: /@([^>]+)>?$/.exec(from)?.[1] ?? 'localhost',
    send: async ({ messageId, to, subject, text, html }) => {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          html,
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        throw notTaken(error)
      } finally {
        transport.close()
      }
    },
  }
}

// Refused for this very mail; a refused sign-in or sender is the installation's, and may be mended.
const FOR_THIS_MAIL = new Set(['EENVELOPE', 'EMESSAGE'])

function notTaken(error: unknown): NotTaken {
  const told = typeof error === 'object' && error !== null ? error : {}
  const code = 'code' in told && typeof told.code === 'string' ? told.code : 'unknown'
  const status = 'responseCode' in told ? Number(told.responseCode) : 0
  const forGood = status >= 500 && FOR_THIS_MAIL.has(code)
  const answer = status > 0 ? `, it answered ${status}` : ''
  return new NotTaken(`the mail server took no mail (${code}${answer})`, forGood)
}
