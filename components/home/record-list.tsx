import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'

interface RecordListProps {
  releases: readonly {
    readonly slug: string
    readonly title: string
    readonly decision: string
    readonly round: number
    readonly decided_at: string
  }[]
}

/** The records of the releases that were decided last; nothing where there are none. */
export function RecordList({ releases }: RecordListProps) {
  if (releases.length === 0) return null
  return (
    <section aria-labelledby="records">
      <h2 id="records" className="border-b border-rule-strong pb-1.5 text-lg font-semibold">
        Records of releases
      </h2>
      <ul>
        {releases.map(({ slug, title, decision, round, decided_at }) => (
          <li
            key={slug}
            className="flex flex-wrap justify-between gap-x-6 border-b border-rule py-2"
          >
            <TextLink plain prefetch={false} href={`/plans/${slug}/record`}>
              {title}
            </TextLink>
            <span className="text-sm text-ink-soft">
              {decision} in round {round}, <TimeStamp at={decided_at} align="end" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
