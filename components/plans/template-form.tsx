'use client'

import { useState } from 'react'
import { type NewPlan, USUAL_SHARES } from '../../domain/plan/plan-template.ts'
import { Button } from '../ui/button.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextField } from '../ui/text-field.tsx'

const SHARES = {
  usual: USUAL_SHARES,
  short: [1, 25, 100],
  once: [100],
} as const

const STAGES = [
  { value: 'usual', label: 'Five stages', description: '1 %, 25 %, 50 %, 75 %, 100 %' },
  { value: 'short', label: 'Three stages', description: '1 %, 25 %, 100 %' },
  {
    value: 'once',
    label: 'Everybody at once',
    description: 'For what changes neither what people can do nor the traffic behind it',
  },
] as const

interface TemplateFormProps {
  pending: boolean
  onBegin: (asked: NewPlan) => void
}

export function TemplateForm({ pending, onBegin }: TemplateFormProps) {
  const [product, setProduct] = useState('')
  const [stages, setStages] = useState<keyof typeof SHARES>('usual')
  const named = product.trim()
  return (
    <form
      aria-labelledby="from-template"
      className="flex flex-col items-start gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (named !== '') onBegin({ product: named, shares: SHARES[stages] })
      }}
    >
      <h2 id="from-template" className="text-lg font-semibold">
        From the template
      </h2>
      <div className="w-full">
        <TextField
          label="What is released"
          description="It names the plan: “Release Plan: appointment reminders”."
          maxLength={200}
          autoComplete="off"
          value={product}
          onChange={(event) => setProduct(event.currentTarget.value)}
        />
      </div>
      <RadioGroup
        name="stages"
        label="How it widens"
        description="Stages can be added, moved and taken out later."
        options={STAGES}
        value={stages}
        onChange={setStages}
      />
      <Button
        type="submit"
        variant="primary"
        pending={pending}
        reason={named === '' ? 'Say first what is released.' : null}
      >
        Begin with the template
      </Button>
    </form>
  )
}
