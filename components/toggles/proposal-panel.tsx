'use client'

import { useState } from 'react'
import { holdingChecks } from '../../domain/rollout/holding-checks.ts'
import type { OverrideInput } from '../../domain/rollout/override-input.ts'
import type { StatePatch } from '../../domain/toggle/state.ts'
import { problemOf } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { LoggedArea } from '../privacy/logged-area.tsx'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { actWords } from './act-words.ts'
import { CheckList } from './check-list.tsx'
import { type Draft, stateAfter } from './draft.ts'
import { OverrideForm } from './override-form.tsx'
import { placeWords } from './place-words.ts'
import { ProposalSummary } from './proposal-summary.tsx'
import { movementOf, reachWords } from './reach-words.ts'
import { SignInAgain } from './sign-in-again.tsx'
import type { EnvironmentView, ProposalView } from './toggle-view.ts'
import type { useFlip } from './use-flip.ts'
import { useProposal } from './use-proposal.ts'

type ProposalPanelProps = {
  toggle: string
  now: EnvironmentView
  draft: Draft
  patch: StatePatch
  offIsDangerous: boolean
  /** When the page was drawn. */
  seen: string
  /** Kept by the form, so that it outlives a proposal that went stale. */
  reason: string
  onReason: (reason: string) => void
  flip: ReturnType<typeof useFlip>
  /** Whether the sign-in is fresh enough to widen, and what to do before leaving to renew it. */
  signIn: { isFresh: boolean; onLeave: () => void }
  onDiscard: () => void
}

/** The version's change is told above the proposal, the sign-in in its place. */
const toldElsewhere = new Set(['version-conflict', 'fresh-sign-in-needed'])

/** What the draft would do, asked of the API as it is moved; then one button that does it. */
export function ProposalPanel(props: ProposalPanelProps) {
  const { toggle, now, draft, patch, offIsDangerous, seen } = props
  const { reason, onReason, flip, signIn, onDiscard } = props
  const [isAsked, setAsked] = useState(false)
  const { proposal, error, askAgain, isCurrent } = useProposal(toggle, now, patch, seen)

  if (error) {
    return (
      <ApiProblemNote
        problem={problemOf(error)}
        actions={
          <Button size="small" onClick={askAgain}>
            Ask again
          </Button>
        }
      />
    )
  }
  if (!proposal) return <Skeleton label="Asking what this would do" lines={4} />

  const failed = holdingChecks(proposal.checks)
  const movement = movementOf(proposal.direction, offIsDangerous)
  const isHeld = proposal.checks.length > 0
  const asksWho =
    proposal.allowed &&
    ((isHeld && !signIn.isFresh) || flip.problem?.code === 'fresh-sign-in-needed')
  const called = placeWords(now)
  const action = actWords(proposal.direction, called, proposal.to)
  const ahead = { direction: proposal.direction, to: proposal.to }

  function act(override?: OverrideInput) {
    setAsked(true)
    if (reason.trim() === '') document.getElementById(reasonId)?.focus()
    else void flip.send({ patch, reason, expected: now.version, override, ...ahead })
  }

  const reasonId = `reason-${now.environment}`
  return (
    <section
      aria-label={`Proposal for ${called}`}
      aria-busy={!isCurrent}
      className="flex flex-col gap-4 border-t-2 border-ink pt-4"
    >
      <ProposalSummary
        onDiscard={onDiscard}
        proposal={proposal}
        offIsDangerous={offIsDangerous}
        sentences={reachWords(now, stateAfter(now, draft), movement)}
        cleared={draft.kind === 'gates' ? null : now}
      />
      {proposal.checks.length > 0 && <CheckList label="Checks" checks={proposal.checks} />}
      {proposal.allowed && (
        <LoggedArea
          id={reasonId}
          label="Reason"
          description="Kept in the log with your name."
          rows={2}
          required
          value={reason}
          onChange={(event) => onReason(event.currentTarget.value)}
          error={isAsked && reason.trim() === '' ? 'Say why this is done.' : undefined}
        />
      )}
      {flip.problem && !toldElsewhere.has(flip.problem.code) && (
        <ApiProblemNote problem={flip.problem} />
      )}
      {asksWho && <SignInAgain environment={called} onLeave={signIn.onLeave} />}
      <div>
        <Button
          variant={movement === 'narrows' ? 'danger' : 'primary'}
          pending={flip.isSending}
          reason={blocked(proposal, failed.length, isCurrent, asksWho)}
          onClick={() => act()}
        >
          {action}
        </Button>
      </div>
      {failed.length > 0 && proposal.allowed && proposal.may_override && !asksWho && (
        <OverrideForm
          failed={failed}
          action={action}
          pending={flip.isSending}
          onOverride={(why) => act(why)}
        />
      )}
    </section>
  )
}

function blocked(
  proposal: ProposalView,
  failed: number,
  isCurrent: boolean,
  asksWho: boolean,
): string | undefined {
  if (!proposal.allowed) return `You may not do this. Ask ${proposal.allowed_to}.`
  if (failed > 0) {
    return `Blocked by ${failed} ${failed === 1 ? 'check' : 'checks'}; each says above who can clear it.`
  }
  if (asksWho) return 'Sign in again first.'
  return isCurrent ? undefined : 'Asking what this would do…'
}
