'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Policy } from '../../domain/roll-call/policy.ts'
import { policyChanges } from '../../domain/roll-call/policy-changes.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { GoodFor } from './good-for.tsx'
import { ReviewTable } from './review-table.tsx'
import { SpeakingTable } from './speaking-table.tsx'

interface PolicyFormProps {
  team: { readonly slug: string; readonly name: string }
  policy: Policy
  version: number
  mayChange: boolean
}

/** A team's rules for its roll calls, with what a save would change said before it is saved. */
export function PolicyForm({ team, policy, version, mayChange }: PolicyFormProps) {
  const router = useRouter()
  const [draft, setDraft] = useState(policy)
  const { pending, problem, act } = useAct()
  const changes = policyChanges(policy, draft)
  const onChange = mayChange ? setDraft : undefined

  const save = () =>
    act(true, async () => {
      const path = `/teams/${team.slug}/roll-call-policy`
      await callApi('PUT', path, { body: draft, ifMatch: `"${version}"` })
      showToast({ title: `The policy of ${team.name} is saved`, tone: 'success' })
      router.refresh()
    })

  return (
    <form className="flex flex-col gap-10" onSubmit={(event) => event.preventDefault()}>
      <ReviewTable policy={draft} onChange={onChange} />
      <SpeakingTable policy={draft} onChange={onChange} />
      <GoodFor
        days={draft.good_for_days}
        onChange={onChange && ((good_for_days) => onChange({ ...draft, good_for_days }))}
      />
      {mayChange && (
        <section
          className="flex flex-col gap-3 border-t border-rule-strong pt-4"
          aria-live="polite"
        >
          <h2 className="text-lg font-semibold">What you change</h2>
          {problem && <ApiProblemNote problem={problem} />}
          {changes.length === 0 ? (
            <p className="text-sm text-ink-soft">Nothing yet.</p>
          ) : (
            <ul className="flex max-w-reading list-disc flex-col gap-1 pl-5 text-sm">
              {changes.map((change) => (
                <li key={change}>{change.charAt(0).toUpperCase() + change.slice(1)}.</li>
              ))}
            </ul>
          )}
          <div className="flex flex-wrap gap-2">
            <Button
              variant="primary"
              pending={pending === true}
              reason={changes.length === 0 ? 'Nothing is changed yet.' : null}
              onClick={save}
            >
              Save the policy of {team.name}
            </Button>
            {changes.length > 0 && (
              <Button variant="quiet" onClick={() => setDraft(policy)}>
                Discard
              </Button>
            )}
          </div>
        </section>
      )}
    </form>
  )
}
