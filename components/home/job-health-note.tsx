import { Callout } from '../ui/callout.tsx'

type JobHealth = {
  readonly overdue: number
  readonly given_up: number
  readonly mail_failed: number
  readonly mail_off: number
}

/** What an administrator should look at, a sentence each; nothing when all is well. */
export function JobHealthNote({ health }: { health: JobHealth | null }) {
  if (health === null) return null
  const { overdue, given_up, mail_failed, mail_off } = health
  const sentences = [
    overdue > 0 &&
      `${counted(overdue, 'job')} should have begun more than five minutes ago: see that a worker runs (npm run worker).`,
    given_up > 0 &&
      `${counted(given_up, 'job')} failed too often and ${was(given_up)} given up: see the worker’s log.`,
    mail_off > 0 &&
      `Mail is off: ${counted(mail_off, 'mail')} of the last week ${was(mail_off)} kept unsent. Set SMTP_URL and MAIL_FROM for the worker.`,
    mail_failed > 0 &&
      `${counted(mail_failed, 'mail')} of the last week could not be delivered: see the worker’s log.`,
  ].filter((sentence) => sentence !== false)
  if (sentences.length === 0) return null
  return (
    <Callout tone="warning" title="Work that is done later needs you">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Callout>
  )
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
const was = (count: number): string => (count === 1 ? 'was' : 'were')
