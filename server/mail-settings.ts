/** Where mail is handed over, and from whom it comes. */
export interface MailSettings {
  /** `smtp:` or `smtps:`, with name and password where the server asks for them: a secret. */
  readonly smtpUrl: string
  /** An address, or a name with an address in angle brackets. */
  readonly from: string
}

const ADDRESS = '[A-Za-z0-9._%+-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?'
const FROM = new RegExp(String.raw`^(?:[^<>"\\,;:@\p{Cc}]+ <${ADDRESS}>|${ADDRESS})$`, 'u')

/**
 * The settings of mail, `SMTP_URL` and `MAIL_FROM`, one of them not without the other; null when
 * neither is set: then no mail is sent. What is wrong is told to `tell`, a sentence each.
 */
export function readMailSettings(
  given: (name: string) => string | undefined,
  tell: (problem: string) => void,
): MailSettings | null {
  const smtpUrl = given('SMTP_URL')
  const from = given('MAIL_FROM')
  if (smtpUrl === undefined && from === undefined) return null
  if (smtpUrl === undefined) tell('SMTP_URL is not set: it is needed when MAIL_FROM is set.')
  else if (!isSmtp(smtpUrl)) {
    tell('SMTP_URL must be a mail server such as smtps://user:password@mail.example.gov:465.')
  }
  if (from === undefined) tell('MAIL_FROM is not set: it is needed when SMTP_URL is set.')
  else if (from.length > 200 || !FROM.test(from)) {
    tell('MAIL_FROM must be an address, such as Rollcall <rollcall@example.gov>.')
  }
  return smtpUrl === undefined || from === undefined ? null : { smtpUrl, from }
}

function isSmtp(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== ''
}
