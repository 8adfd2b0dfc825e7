import { StatusMark } from '../ui/status-mark.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { auditAddress } from './audit-query.ts'
import type { ShownReview } from './shown-review.ts'

/** How far the reader has reviewed, and how much is new since. */
export function ReviewStanding({ view }: { view: ShownReview }) {
  const { new_entries: fresh, reviewed_to: to, reviewed_to_at: at } = view
  const since = at === null ? {} : { from: at }
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 tabular-nums">
      {fresh === 0 ? (
        <StatusMark status="go">Nothing is new</StatusMark>
      ) : (
        <StatusMark status="waiting">
          {fresh.toLocaleString('en-US')} {fresh === 1 ? 'entry is' : 'entries are'} new
        </StatusMark>
      )}
      {at === null ? (
        <span className="text-ink-soft">You have not reviewed the log yet</span>
      ) : (
        <span className="text-ink-soft">
          You reviewed up to entry {to.toLocaleString('en-US')}, written <TimeStamp at={at} />
        </span>
      )}
      {fresh > 0 && <TextLink href={auditAddress(since)}>Read them</TextLink>}
    </p>
  )
}
