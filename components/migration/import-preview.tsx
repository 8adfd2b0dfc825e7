'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { holdingChecks } from '../../domain/rollout/holding-checks.ts'
import type { OverrideInput } from '../../domain/rollout/override-input.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { useAct } from '../api/use-act.ts'
import { LoggedField } from '../privacy/logged-field.tsx'
import { CheckList } from '../toggles/check-list.tsx'
import { OverrideForm } from '../toggles/override-form.tsx'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { type AskedImport, bringIn, type ImportStep, type ImportTarget } from './import-calls.ts'
import { StepTable } from './step-table.tsx'
import { actionWords, countsWords } from './step-words.ts'

interface ImportPreviewProps {
  asked: AskedImport
  steps: readonly ImportStep[]
  target: ImportTarget
  canOverride: boolean
}

/** What a file would do, toggle by toggle, and the button that does it. */
export function ImportPreview({ asked, steps, target, canOverride }: ImportPreviewProps) {
  const router = useRouter()
  const [reason, setReason] = useState('')
  const { pending, problem, act } = useAct()
  const action = actionWords(steps, asked.format === 'flipper_export' ? target.name : null)
  const failed = holdingChecks(problem?.checks ?? [])

  const go = (override: OverrideInput | null) =>
    act(true, async () => {
      const done = await bringIn(asked, reason.trim(), override)
      showToast({ tone: 'success', title: `Brought in: ${countsWords(done)}` })
      router.push('/toggles')
    })

  return (
    <section aria-label="What would be done" className="flex flex-col gap-6">
      <div>
        <h2 className="text-lg font-semibold">What would be done</h2>
        <p className="text-sm text-ink-soft">
          {asked.format === 'flipper_export'
            ? `Read as Flipper’s export, for ${target.name}. `
            : 'Read as a features.yml. '}
          {countsWords(steps)}. Toggles that the file does not name stay as they are.
        </p>
      </div>
      <StepTable steps={steps} />
      {action === null ? (
        <p>Everything in the file is here already as it says. There is nothing to bring in.</p>
      ) : (
        <div className="flex max-w-reading flex-col items-start gap-4">
          <div className="w-full">
            <LoggedField
              label="Reason"
              description="It stands in the log with each toggle."
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </div>
          {problem && (
            <ApiProblemNote problem={problem} actions={<span>Nothing was brought in.</span>} />
          )}
          {problem && problem.checks.length > 0 && (
            <CheckList label="Checks" checks={problem.checks} />
          )}
          <Button
            variant="primary"
            pending={pending !== null}
            reason={reason.trim() === '' ? 'Say why, in a few words.' : null}
            onClick={() => go(null)}
          >
            {action}
          </Button>
          {failed.length > 0 && canOverride && (
            <OverrideForm
              failed={failed}
              action={action}
              pending={pending !== null}
              onOverride={go}
            />
          )}
        </div>
      )}
    </section>
  )
}
