import { listed } from '../../domain/audit/phrases.ts'
import { checkName } from '../toggles/check-list.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { DecideProposal } from './decide-proposal.tsx'
import type { ProposalView } from './proposal-view.ts'

type CheckProposalsProps = {
  team: string
  proposals: readonly ProposalView[]
  /** Who decides, as a phrase. */
  decidedBy: string
}

/** What waits for a second person, then what was decided and by whom. */
export function CheckProposals({ team, proposals, decidedBy }: CheckProposalsProps) {
  return (
    <ul className="border-t border-rule">
      {proposals.map((proposal) => (
        <li key={proposal.id} className="flex flex-col gap-2 border-b border-rule py-4">
          <p>
            <span className="font-semibold">{wishWords(proposal)}</span> in {proposal.environment}
          </p>
          <p className="text-sm text-ink-soft wrap-anywhere">
            {proposal.proposed_by}, <TimeStamp at={proposal.proposed_at} />: “{proposal.reason}”
          </p>
          {proposal.verdict === null ? (
            <DecideProposal
              path={`/teams/${team}/checks/proposals/${proposal.id}/verdict`}
              proposal={proposal}
              decidedBy={decidedBy}
            />
          ) : (
            <p className="text-sm wrap-anywhere">
              {capital(proposal.verdict)} by {proposal.decided_by}
              {proposal.decided_at && (
                <>
                  , <TimeStamp at={proposal.decided_at} />
                </>
              )}
              {proposal.note && <>: “{proposal.note}”</>}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function wishWords({ bind, unbind }: ProposalView): string {
  const names = (checks: readonly string[]) => listed(checks.map(checkName))
  const parts = [
    ...(bind.length === 0 ? [] : [`bind ${names(bind)}`]),
    ...(unbind.length === 0 ? [] : [`no longer bind ${names(unbind)}`]),
  ]
  return capital(listed(parts))
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
