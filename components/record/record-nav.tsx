import { TabNav } from '../ui/tab-nav.tsx'

interface RecordNavProps {
  slug: string
  /** Newest first. */
  rounds: readonly { readonly number: number; readonly decision: string | null }[]
  /** Null for the whole release. */
  current: number | null
}

const SHOWN = 8

/** The whole release, or as it stood at a round's decision; nothing where there is no round. */
export function RecordNav({ slug, rounds, current }: RecordNavProps) {
  if (rounds.length === 0) return null
  const near = rounds.filter(({ number }, index) => index < SHOWN || number === current)
  const href = `/plans/${slug}/record`
  return (
    <div className="mb-6 print:hidden">
      <TabNav
        label="As of"
        links={[
          { href, label: 'The whole release', current: current === null },
          ...near.toReversed().map(({ number, decision }) => ({
            href: `${href}?round=${number}`,
            label: `As of round ${number}: ${decision ?? 'open'}`,
            current: number === current,
          })),
        ]}
      />
    </div>
  )
}
