'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedArea } from '../privacy/logged-area.tsx'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast-queue.ts'
import type { ProposalView } from './proposal-view.ts'

type Verdict = 'accepted' | 'declined' | 'withdrawn'

type DecideProposalProps = {
  /** Below /api/v1, where verdicts on it are sent. */
  path: string
  proposal: Pick<ProposalView, 'may_decide' | 'may_withdraw'>
  /** Who decides, as a phrase. */
  decidedBy: string
}

/** A second person's accept or decline; who made the proposal can only take it back. */
export function DecideProposal({ path, proposal, decidedBy }: DecideProposalProps) {
  const router = useRouter()
  const [note, setNote] = useState('')
  const { pending, problem, act } = useAct<Verdict>()
  const said = note.trim()

  function give(verdict: Verdict) {
    void act(verdict, async () => {
      await callApi('POST', path, { body: { verdict, ...(said === '' ? {} : { note: said }) } })
      showToast({ tone: 'success', title: `The proposal is ${verdict}` })
      router.refresh()
    })
  }

  if (!proposal.may_decide && !proposal.may_withdraw) {
    return (
      <p className="text-sm text-ink-soft">It waits for {decidedBy}, another than who made it.</p>
    )
  }
  return (
    <div className="flex max-w-reading flex-col gap-3">
      {proposal.may_decide && (
        <LoggedArea
          label="Note"
          description="Say why when you decline."
          rows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={fieldError(problem, 'note')}
        />
      )}
      {problem && <ApiProblemNote problem={problem} shown={['note']} />}
      <div className="flex flex-wrap gap-2">
        {proposal.may_decide && (
          <>
            <Button
              variant="primary"
              pending={pending === 'accepted'}
              onClick={() => give('accepted')}
            >
              Accept
            </Button>
            <Button pending={pending === 'declined'} onClick={() => give('declined')}>
              Decline
            </Button>
          </>
        )}
        {proposal.may_withdraw && (
          <Button pending={pending === 'withdrawn'} onClick={() => give('withdrawn')}>
            Take it back
          </Button>
        )}
      </div>
    </div>
  )
}
