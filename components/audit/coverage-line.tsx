import { StatusMark } from '../ui/status-mark.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import type { ShownHeads } from './shown-heads.ts'

/** Since when, and up to which entry, the log is covered by heads that have left the database. */
export function CoverageLine({ heads: shown }: { heads: ShownHeads }) {
  const { heads, signed, covered_since, places } = shown
  const out = heads.find(({ deliveries }) =>
    deliveries.some(({ status }) => status === 'delivered'),
  )
  if (covered_since === null || !out) {
    return (
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusMark status="waiting">Not covered from outside</StatusMark>
        <span className="text-ink-soft">No signed head has left yet</span>
      </span>
    )
  }
  const entries = (heads[0]?.size ?? out.size) - out.size
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 tabular-nums">
      <StatusMark status="go">Covered from outside</StatusMark>
      <span>
        since <TimeStamp at={covered_since} />, up to entry {out.size.toLocaleString('en-US')}
      </span>
      <span className="text-ink-soft">
        {signed.toLocaleString('en-US')} {signed === 1 ? 'head' : 'heads'} signed, the newest that
        left <TimeStamp at={out.at} />
        {entries > 0 &&
          `; ${entries.toLocaleString('en-US')} ${entries === 1 ? 'entry' : 'entries'} since`}
      </span>
      {places.length < 2 && (
        <StatusMark status="waiting">
          One place only: name a second in HEAD_PLACES, out of reach of whoever runs this one
        </StatusMark>
      )}
    </span>
  )
}
