import { type Status, StatusMark } from '../ui/status-mark.tsx'
import { Cell, ColumnHead, Row, RowHead, Table } from '../ui/table.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'

type MailStatus = 'pending' | 'sending' | 'sent' | 'failed' | 'off'

const MAIL_WORDS: Readonly<Record<MailStatus, { status: Status; words: string }>> = {
  pending: { status: 'waiting', words: 'Waits' },
  sending: { status: 'waiting', words: 'Being sent' },
  sent: { status: 'go', words: 'Sent' },
  failed: { status: 'no-go', words: 'Failed' },
  off: { status: 'neutral', words: 'Kept unsent' },
}

type MailTableProps = {
  mails: readonly {
    readonly id: string
    readonly to: string
    readonly address: string
    readonly subject: string
    readonly status: MailStatus
    readonly attempts: number
    readonly last_error: string | null
    readonly created_at: string
  }[]
}

/** The newest mails and what became of each. */
export function MailTable({ mails }: MailTableProps) {
  if (mails.length === 0) {
    return (
      <p className="border-y border-rule py-6 text-sm text-ink-soft">
        No mail was written yet. Roll calls, overrides and check-ins write some.
      </p>
    )
  }
  return (
    <Table
      caption="The newest mails"
      captionHidden
      head={
        <tr>
          <ColumnHead>Subject</ColumnHead>
          <ColumnHead>To</ColumnHead>
          <ColumnHead className="hidden sm:table-cell">Written</ColumnHead>
          <ColumnHead>State</ColumnHead>
        </tr>
      }
    >
      {mails.map((mail) => (
        <Row key={mail.id}>
          <RowHead className="min-w-40 wrap-anywhere">
            {mail.subject}
            <span className="block text-xs font-normal text-ink-soft sm:hidden">
              <TimeStamp at={mail.created_at} />
            </span>
          </RowHead>
          <Cell>
            {mail.to}
            <span className="hidden text-xs text-ink-soft wrap-anywhere sm:block">
              {mail.address}
            </span>
          </Cell>
          <Cell className="hidden sm:table-cell">
            <TimeStamp at={mail.created_at} />
          </Cell>
          <Cell>
            <StatusMark status={MAIL_WORDS[mail.status].status}>
              {MAIL_WORDS[mail.status].words}
            </StatusMark>
            {mail.last_error && (
              <span className="block text-xs text-ink-soft wrap-anywhere">
                {mail.last_error}
                {mail.attempts > 1 && ` (tried ${mail.attempts} times)`}
              </span>
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
