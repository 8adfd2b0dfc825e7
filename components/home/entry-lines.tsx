import { Mark } from '../ui/mark.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'

export type EntryLine = {
  readonly seq: number
  readonly sealed_at: string
  readonly sentence: string
  readonly outcome: 'allowed' | 'denied'
  readonly reason: string | null
}

/**
 * Entries of the log, a sentence each, every one a link to its own page. Links of lists are not
 * fetched beforehand: every entry that is written would have every open page fetch them all anew.
 */
export function EntryLines({ label, entries }: { label: string; entries: readonly EntryLine[] }) {
  return (
    <ol aria-label={label} className="text-sm">
      {entries.map((entry) => (
        <li key={entry.seq} className="border-b border-rule py-2">
          <p className="text-xs text-ink-soft">
            <TimeStamp at={entry.sealed_at} />
            {entry.outcome === 'denied' && (
              <span className="ml-2 inline-flex items-center gap-1 font-medium text-no-go">
                <Mark name="no-go" className="size-3.5" />
                Denied
              </span>
            )}
          </p>
          <TextLink
            plain
            prefetch={false}
            href={`/audit/${entry.seq}`}
            className="font-normal! wrap-anywhere"
          >
            {entry.sentence}
          </TextLink>
          {entry.reason && <p className="text-ink-soft wrap-anywhere">“{entry.reason}”</p>}
        </li>
      ))}
    </ol>
  )
}
