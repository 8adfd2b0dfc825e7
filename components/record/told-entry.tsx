import type { Told } from '../../domain/record/told.ts'
import { TextLink } from '../ui/text-link.tsx'
import { exactWords } from '../ui/time-words.ts'

/** The number of an entry, which leads to it. */
export function EntryNumber({ seq }: { seq: number }) {
  return (
    <TextLink
      plain
      prefetch={false}
      href={`/audit/${seq}`}
      className="font-normal! whitespace-nowrap tabular-nums"
    >
      <span className="sr-only">Entry </span>
      <span aria-hidden="true">#</span>
      {seq}
    </TextLink>
  )
}

/** Who did it, when, and the entry that tells it: "Priya Raman, 3 March 2026, 14:02:11 UTC, #41". */
export function ToldBy({ told }: { told: Told | null }) {
  if (!told) return <span className="text-ink-soft">not in the log</span>
  return (
    <>
      {told.by}, <time dateTime={told.at}>{exactWords(new Date(told.at))}</time>,{' '}
      <EntryNumber seq={told.seq} />
    </>
  )
}
