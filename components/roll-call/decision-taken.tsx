import { Callout } from '../ui/callout.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { scopeWords } from './scope-words.ts'
import type { ShownRound } from './shown-round.ts'

const WORDS: Record<string, string> = { launch: 'Launch', pause: 'Pause', pivot: 'Pivot' }

/** The end of a round, once it has one. */
export function DecisionTaken({ round }: { round: ShownRound }) {
  const { decision, decided_by: by, decided_at: at, note, lacks, scope } = round
  const isLaunch = decision === 'launch'
  return (
    <section className="my-2" aria-label="Decision">
      <Callout
        tone={isLaunch && lacks.length === 0 ? 'success' : 'warning'}
        title={`Decision: ${WORDS[decision ?? ''] ?? decision}`}
        actions={
          <LinkButton
            href={`/plans/${round.plan.slug}/record?round=${round.number}`}
            prefetch={false}
            size="small"
          >
            The record of this decision
          </LinkButton>
        }
      >
        <p>
          By {by ?? 'nobody named'}
          {at && (
            <>
              , <TimeStamp at={at} />
            </>
          )}
          {note && `: ${note}`}
        </p>
        {isLaunch && scope && <p>It allows widening {scopeWords(scope)}.</p>}
        {isLaunch && lacks.length > 0 && (
          <p className="mt-2">
            Since then: {lacks.map(({ sentence }) => sentence).join(' ')} Nothing widens on this
            decision until it stands again.
          </p>
        )}
      </Callout>
    </section>
  )
}
