'use client'

import { useState } from 'react'
import type { PlanEdit } from '../../../domain/plan/plan-edit.ts'
import type { Reading } from '../../../domain/plan/reading.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { STATEMENTS } from '../staged-rollout-read.tsx'
import type { Drafted } from './drafted.ts'
import { SignedAgain } from './signed-again.tsx'

const ANSWERS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const

type Answer = 'yes' | 'no' | null

const answerOf = (said: boolean | null): Answer => (said === null ? null : said ? 'yes' : 'no')

interface StagedRolloutFormProps {
  staged: Reading['staged_rollout']
  onDraft: (drafted: Drafted) => void
}

export function StagedRolloutForm({ staged, onDraft }: StagedRolloutFormProps) {
  const [required, setRequired] = useState(answerOf(staged.required))
  const [answers, setAnswers] = useState<readonly Answer[]>(staged.answers.map(answerOf))

  const draft = (needed: Answer, statements: readonly Answer[]) => {
    setRequired(needed)
    setAnswers(statements)
    const edits: PlanEdit[] = statements.flatMap((said, n) =>
      said === null || said === answerOf(staged.answers[n] ?? null)
        ? []
        : [{ edit: 'answer_statement' as const, n, answer: said === 'yes' }],
    )
    // Last, because the answers to the statements count for the question too.
    if (needed !== null && needed !== answerOf(staged.required)) {
      edits.push({ edit: 'answer_question', required: needed === 'yes' })
    }
    onDraft({ edits, missing: null })
  }

  return (
    <>
      {STATEMENTS.map((statement, n) => (
        <RadioGroup
          key={statement}
          name={`statement-${n}`}
          label={statement}
          segmented
          options={ANSWERS}
          value={answers[n] ?? null}
          onChange={(said) => draft(required, answers.with(n, said))}
        />
      ))}
      <RadioGroup
        name="required"
        label="A staged rollout is needed"
        description="Three times yes above means that none is needed."
        segmented
        options={ANSWERS}
        value={required}
        onChange={(said) => draft(said, answers)}
      />
      <SignedAgain />
    </>
  )
}
