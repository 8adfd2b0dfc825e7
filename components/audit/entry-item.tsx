import { classNames } from '../ui/class-names.ts'
import { Mark } from '../ui/mark.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { EntryDetails } from './entry-details.tsx'
import { EntrySentence } from './entry-sentence.tsx'
import type { ShownEntry } from './shown-entry.ts'

/** One entry: when, its number, its sentence, and everything else one step away. */
export function EntryItem({ entry }: { entry: ShownEntry }) {
  const isDenied = entry.outcome === 'denied'
  return (
    <li
      id={`entry-${entry.seq}`}
      className={classNames(
        'grid gap-x-6 border-b border-rule py-2 sm:grid-cols-[12rem_minmax(0,1fr)]',
        // The bar stands in the margin, so that times and sentences keep their edges.
        isDenied && '-ml-4 border-l-4 border-l-no-go pl-3',
      )}
    >
      <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-ink-soft tabular-nums sm:justify-between sm:pt-1">
        <TimeStamp at={entry.sealed_at} />
        <TextLink
          plain
          prefetch={false}
          href={`/audit/${entry.seq}`}
          className="min-w-6 text-right font-normal! text-ink-soft!"
        >
          <span className="sr-only">Entry </span>
          <span aria-hidden="true">#</span>
          {entry.seq}
        </TextLink>
      </p>
      <details className="group/entry min-w-0">
        <summary className="flex min-h-7 cursor-pointer list-none gap-2 hover:text-accent">
          <Mark
            name="right"
            className="mt-1 group-open/entry:rotate-90 motion-safe:transition-transform"
          />
          <span className="min-w-0 max-w-[75ch] wrap-anywhere">
            <EntryStanding entry={entry} />
            <EntrySentence toggle={entry.target.toggle}>{entry.sentence}</EntrySentence>
            {entry.reason && <span className="block text-sm text-ink-soft">“{entry.reason}”</span>}
          </span>
        </summary>
        <div className="max-w-4xl pt-3 pb-4 pl-6">
          <EntryDetails entry={entry} />
        </div>
      </details>
    </li>
  )
}

/** A refused attempt or an override, by a word and a shape before its sentence. */
export function EntryStanding({ entry }: { entry: Pick<ShownEntry, 'outcome' | 'type'> }) {
  if (entry.outcome === 'denied') {
    return (
      <StatusMark status="no-go" className="mr-2 align-bottom">
        Refused
      </StatusMark>
    )
  }
  if (entry.type !== 'flip.overrode_checks') return null
  return (
    <span className="mr-2 inline-flex items-center gap-1.5 align-bottom font-medium text-wait">
      <Mark name="warning" />
      Override
    </span>
  )
}
