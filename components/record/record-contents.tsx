const PARTS = [
  { id: 'rounds', title: 'Roll calls' },
  { id: 'findings', title: 'Findings' },
  { id: 'stages', title: 'Stages and results' },
  { id: 'flips', title: 'Flips' },
  { id: 'overrides', title: 'Overrides' },
  { id: 'freezes', title: 'Freezes' },
  { id: 'check-ins', title: 'Check-ins' },
  { id: 'verify', title: 'How to verify' },
  { id: 'entries', title: 'Entries of the log' },
  { id: 'text', title: 'The plan’s text' },
] as const

/** The parts of the record, for who reads it on a screen. */
export function RecordContents() {
  return (
    <nav aria-label="Parts of the record" className="text-sm print:hidden">
      <ul className="flex flex-wrap gap-x-5 xl:sticky xl:top-20 xl:flex-col">
        {PARTS.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="inline-block min-h-7 leading-7 text-ink-soft hover:text-accent hover:underline"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
