'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { understoodLines } from '../../domain/plan/understood-lines.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { newIdempotencyKey } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { DocumentView } from './document-view.tsx'
import { FindingList } from './finding-list.tsx'
import { keepPlan, type PlanPreview } from './import-calls.ts'
import { ReadingView } from './reading-view.tsx'
import { ToggleChoice } from './toggle-choice.tsx'
import { UnansweredList } from './unanswered-list.tsx'

interface ImportReviewProps {
  document: Blob
  text: string
  preview: PlanPreview
  canRegister: boolean
  onBack: () => void
}

/** The document beside what was understood of it; nothing is kept before "Keep the plan". */
export function ImportReview({ document, text, preview, canRegister, onBack }: ImportReviewProps) {
  const router = useRouter()
  const { reading, toggles, plan, same_text: sameText } = preview
  const unknown = toggles.filter(({ status }) => status === 'unknown').map(({ key }) => key)
  const [register, setRegister] = useState<readonly string[]>([])
  const { pending, problem, act } = useAct()
  const [key] = useState(newIdempotencyKey)

  const keep = () =>
    act(true, async () => {
      const kept = await keepPlan(document, register, key)
      showToast({ tone: 'success', title: `“${kept.plan.title}” is kept` })
      router.push(`/plans/${kept.plan.slug}`)
    })

  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4 border-y border-rule py-3">
        <p>
          Read as <strong>{plan.title}</strong>,{' '}
          {reading.kind === 'go_no_go' ? 'a go/no-go sheet' : 'a release plan'}. Nothing is kept
          yet.
        </p>
        <div className="flex flex-wrap gap-2">
          <Button onClick={onBack}>Another document</Button>
          <Button variant="primary" pending={pending !== null} onClick={keep}>
            {register.length === 0
              ? 'Keep the plan'
              : `Keep the plan and register ${register.length} ${register.length === 1 ? 'toggle' : 'toggles'}`}
          </Button>
        </div>
      </div>
      {problem && <ApiProblemNote problem={problem} />}
      {sameText.length > 0 && (
        <Callout tone="warning" title="This very text is kept already">
          As {sameText.map(({ title }) => `“${title}”`).join(', ')}. Keeping it again makes a copy.
        </Callout>
      )}
      <div className="grid gap-8 lg:grid-cols-2">
        <section aria-label="What was read" className="flex flex-col gap-4 lg:order-last">
          <h2 className="text-lg font-semibold">What was read</h2>
          <FindingList findings={reading.findings} />
          <UnansweredList reading={reading} />
          <ReadingView
            reading={reading}
            toggles={
              <ToggleChoice
                toggles={toggles}
                choosable={canRegister ? unknown : []}
                chosen={register}
                onChange={setRegister}
              />
            }
          />
        </section>
        <section aria-label="The document" className="min-w-0">
          <h2 className="mb-3 text-lg font-semibold">The document</h2>
          <DocumentView text={text} understood={understoodLines(reading)} />
        </section>
      </div>
    </div>
  )
}
