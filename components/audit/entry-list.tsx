import { dayInWords } from '../../domain/audit/moment-words.ts'
import { EntryItem } from './entry-item.tsx'
import type { ShownEntry } from './shown-entry.ts'

/** Entries as given, newest first, under the days on which they were sealed (UTC). */
export function EntryList({ entries }: { entries: readonly ShownEntry[] }) {
  const days = Map.groupBy(entries, ({ sealed_at }) => sealed_at.slice(0, 10))
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-labelledby={`day-${day}`} className="mb-8">
      <h2
        id={`day-${day}`}
        className="border-b border-rule-strong pb-1 text-sm font-semibold text-ink-soft"
      >
        {dayInWords(day)}
      </h2>
      <ol>
        {ofDay.map((entry) => (
          <EntryItem key={entry.seq} entry={entry} />
        ))}
      </ol>
    </section>
  ))
}
