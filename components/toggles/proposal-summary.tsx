import { Button } from '../ui/button.tsx'
import { shortWords } from './act-words.ts'
import { capitalised } from './capitalised.ts'
import { clearedGates } from './draft.ts'
import { movementOf } from './reach-words.ts'
import type { EnvironmentView, ProposalView } from './toggle-view.ts'

type ProposalSummaryProps = {
  proposal: ProposalView
  offIsDangerous: boolean
  /** Who stays, comes in and goes out. */
  sentences: readonly string[]
  /** The state whose other gates the flip clears; null when it clears none. */
  cleared: EnvironmentView | null
  onDiscard: () => void
}

const words = {
  widens: 'Widens',
  narrows: 'Narrows',
  both: 'Widens and narrows',
  none: 'Reaches the same people',
  same: 'Changes nothing',
}

/** Old → new, which way it goes, and whom it moves. Read out when it changes. */
export function ProposalSummary(props: ProposalSummaryProps) {
  const { proposal, offIsDangerous, sentences, cleared, onDiscard } = props
  const gates = cleared ? clearedGates(cleared) : []
  const swapped = movementOf(proposal.direction, offIsDangerous) !== proposal.direction
  return (
    <div className="flex items-start justify-between gap-4">
      <div role="status" className="flex min-w-0 flex-col gap-1.5">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="text-lg font-semibold">
            <span className="sr-only">From </span>
            {capitalised(shortWords(proposal.from))}
            <span aria-hidden="true"> → </span>
            <span className="sr-only"> to </span>
            {capitalised(shortWords(proposal.to))}
          </span>
          <span className="border border-ink px-1.5 text-xs font-semibold">
            {words[proposal.direction]}
          </span>
        </p>
        <p className="max-w-reading text-sm">{sentences.join(' ')}</p>
        {swapped && (
          <p className="max-w-reading text-sm text-ink-soft">
            Off is the dangerous side of this toggle: taking people out counts as widening.
          </p>
        )}
        {gates.length > 0 && (
          <p className="max-w-reading text-sm text-ink-soft">
            This also clears {gates.join(', ')}; a rollback restores them.
          </p>
        )}
      </div>
      <Button size="small" variant="quiet" onClick={onDiscard}>
        Discard
      </Button>
    </div>
  )
}
