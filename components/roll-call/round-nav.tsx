import { TabNav } from '../ui/tab-nav.tsx'

interface RoundNavProps {
  slug: string
  rounds: readonly {
    readonly id: string
    readonly number: number
    readonly decision: string | null
  }[]
  current: string
}

/** The rounds of a plan; nothing where there is one only. */
export function RoundNav({ slug, rounds, current }: RoundNavProps) {
  if (rounds.length < 2) return null
  return (
    <div className="mb-6">
      <TabNav
        label="Rounds"
        links={rounds.map(({ id, number, decision }) => ({
          href: `/plans/${slug}/roll-call?round=${id}`,
          label: `Round ${number}: ${decision ?? 'open'}`,
          current: id === current,
        }))}
      />
    </div>
  )
}
