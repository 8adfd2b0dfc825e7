'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import useSWR from 'swr'
import type { StatePatch } from '../../domain/toggle/state.ts'
import { problemOf } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { actWords } from './act-words.ts'
import { CheckList } from './check-list.tsx'
import { type Draft, stateAfter } from './draft.ts'
import { OverrideForm } from './override-form.tsx'
import { ProposalSummary } from './proposal-summary.tsx'
import { movementOf, reachWords } from './reach-words.ts'
import { type EnvironmentView, type ProposalView, statePath } from './toggle-view.ts'
import { useFlip } from './use-flip.ts'
import { useSettled } from './use-settled.ts'

type ProposalPanelProps = {
  toggle: string
  now: EnvironmentView
  draft: Draft
  patch: StatePatch
  offIsDangerous: boolean
  /** Kept by the form, so that it outlives a proposal that went stale. */
  reason: string
  onReason: (reason: string) => void
  onDone: () => void
}

/** What the draft would do, asked of the API as it is moved; then one button that does it. */
export function ProposalPanel(props: ProposalPanelProps) {
  const { toggle, now, draft, patch, offIsDangerous, reason, onReason, onDone } = props
  const router = useRouter()
  const [isAsked, setAsked] = useState(false)
  const path = statePath(toggle, now.environment)
  const wanted = JSON.stringify(patch)
  const settled = useSettled(wanted, 200)
  const { data, error, mutate } = useSWR<ProposalView, unknown>(
    // The version is part of the question: an answer about another state is no answer.
    [`${path}/proposal`, settled, now.version],
    ([address, body]: [string, string]) =>
      callApi<ProposalView>('POST', address, { body: JSON.parse(body) }),
    { keepPreviousData: true, revalidateOnFocus: false },
  )
  const { send, isSending, problem } = useFlip({ toggle, environment: now.environment, onDone })

  if (error && !data) {
    return (
      <ApiProblemNote
        problem={problemOf(error)}
        actions={
          <Button size="small" onClick={() => mutate()}>
            Ask again
          </Button>
        }
      />
    )
  }
  if (!data) return <Skeleton label="Asking what this would do" lines={4} />

  const isCurrent = settled === wanted && data.version === now.version
  const failed = data.checks.filter(({ passed }) => !passed)
  const movement = movementOf(data.direction, offIsDangerous)
  const action = actWords(data.direction, now.environment, data.to)

  async function act(override?: string) {
    if (reason.trim() === '') {
      setAsked(true)
      document.getElementById(reasonId)?.focus()
      return
    }
    const refused = await send({ patch, reason, expected: now.version, override, words: data })
    // What it is now arrives with the refreshed page, and with it the difference.
    if (refused?.code === 'version-conflict') router.refresh()
    if (refused?.code === 'checks-not-passed') void mutate()
  }

  const reasonId = `reason-${now.environment}`
  return (
    <section
      aria-label={`Proposal for ${now.environment}`}
      aria-busy={!isCurrent}
      className="flex flex-col gap-4 border-t-2 border-ink pt-4"
    >
      <ProposalSummary
        proposal={data}
        offIsDangerous={offIsDangerous}
        sentences={reachWords(now, stateAfter(now, draft), movement)}
        cleared={draft.kind === 'gates' ? null : now}
      />
      {data.checks.length > 0 && <CheckList label="Checks" checks={data.checks} />}
      {data.allowed && (
        <TextArea
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
      {problem && problem.code !== 'version-conflict' && (
        <ApiProblemNote problem={problem} shown={[]} />
      )}
      <div className="flex flex-wrap items-start gap-2">
        <Button
          variant={movement === 'narrows' ? 'danger' : 'primary'}
          pending={isSending}
          reason={blocked(data, failed.length, isCurrent)}
          onClick={() => act()}
        >
          {action}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          Discard
        </Button>
      </div>
      {failed.length > 0 && data.allowed && data.may_override && (
        <OverrideForm
          failed={failed}
          action={action}
          pending={isSending}
          onOverride={(why) => act(why)}
        />
      )}
    </section>
  )
}

function blocked(proposal: ProposalView, failed: number, isCurrent: boolean): string | undefined {
  if (!proposal.allowed) return `You may not do this. Ask ${proposal.allowed_to}.`
  if (failed > 0) {
    return `Blocked by ${failed} ${failed === 1 ? 'check' : 'checks'}; each says above who can clear it.`
  }
  return isCurrent ? undefined : 'Asking what this would do…'
}
