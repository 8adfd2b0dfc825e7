'use client'

import { useState } from 'react'
import { planTemplate } from '../../domain/plan/plan-template.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { useAct } from '../api/use-act.ts'
import { CopyPlanForm } from './copy-plan-form.tsx'
import { dryRun, textOf } from './import-calls.ts'
import { type Given, ImportReview } from './import-review.tsx'
import { fetchRevision } from './plan-calls.ts'
import { TemplateForm } from './template-form.tsx'

interface NewPlanProps {
  plans: readonly { readonly slug: string; readonly title: string }[]
  /** The plan to copy that the address names. */
  from: string | null
  canRegister: boolean
}

/** A new text from the template or from another plan; what comes of it goes through the review. */
export function NewPlan({ plans, from, canRegister }: NewPlanProps) {
  const [given, setGiven] = useState<Given | null>(null)
  const { pending, problem, act } = useAct<'template' | 'copy'>()

  const review = async (document: Blob) => {
    setGiven({ text: await textOf(document), preview: await dryRun(document) })
  }

  if (given) {
    return (
      <ImportReview
        {...given}
        startIn="fix"
        canRegister={canRegister}
        onBack={() => setGiven(null)}
      />
    )
  }
  const copy = (
    <CopyPlanForm
      plans={plans}
      from={from}
      pending={pending === 'copy'}
      onCopy={(slug) => act('copy', async () => review(await fetchRevision(slug)))}
    />
  )
  return (
    <div className="grid max-w-2xl gap-10">
      {problem && <ApiProblemNote problem={problem} />}
      {from !== null && copy}
      <TemplateForm
        pending={pending === 'template'}
        onBegin={(asked) => act('template', () => review(new Blob([planTemplate(asked)])))}
      />
      {from === null && plans.length > 0 && copy}
    </div>
  )
}
