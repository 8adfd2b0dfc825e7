import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import type { ListedRound } from './shown-round.ts'

interface RoundListProps {
  slug: string
  rounds: readonly ListedRound[]
  /** The round that is looked at. */
  current: string | null
}

const ENDED: Record<string, string> = { launch: 'Launch', pause: 'Pause', pivot: 'Pivot' }

/** Every round of the plan, newest first, with what it was for and how it ended. */
export function RoundList({ slug, rounds, current }: RoundListProps) {
  return (
    <nav aria-label="Rounds">
      <ol className="border-t border-rule text-sm">
        {rounds.map((round) => (
          <li
            key={round.id}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 border-b border-rule py-2"
          >
            <span className="min-w-0">
              <TextLink
                plain
                href={`/plans/${slug}/roll-call?round=${round.id}`}
                aria-current={round.id === current ? 'page' : undefined}
                className="aria-[current]:font-bold"
              >
                Round {round.number}
                {round.purpose && `: ${round.purpose}`}
              </TextLink>
              <span className="text-ink-soft">
                , opened by {round.opened_by} <TimeStamp at={round.opened_at} />
              </span>
            </span>
            <span>
              {round.decision === null ? (
                <strong>Open</strong>
              ) : (
                <>
                  <strong>{ENDED[round.decision] ?? round.decision}</strong>
                  <span className="text-ink-soft">
                    , by {round.decided_by}{' '}
                    {round.decided_at && <TimeStamp at={round.decided_at} align="end" />}
                  </span>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
