'use client'

import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'

interface CopyPlanFormProps {
  plans: readonly { readonly slug: string; readonly title: string }[]
  from: string | null
  pending: boolean
  onCopy: (slug: string) => void
}

export function CopyPlanForm({ plans, from, pending, onCopy }: CopyPlanFormProps) {
  const listed = from === null || plans.some(({ slug }) => slug === from)
  const options = [
    ...(listed ? [] : [{ value: from, label: from }]),
    ...plans.map(({ slug, title }) => ({ value: slug, label: title })),
  ]
  return (
    <form
      aria-labelledby="from-plan"
      className="flex flex-col items-start gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        const slug = new FormData(event.currentTarget).get('plan')
        if (typeof slug === 'string') onCopy(slug)
      }}
    >
      <h2 id="from-plan" className="text-lg font-semibold">
        From another plan
      </h2>
      <div className="w-full">
        <Select
          label="The plan to copy"
          description="Its whole text, results and ticks too: take out of it what is not of the new one."
          name="plan"
          options={options}
          defaultValue={from ?? undefined}
        />
      </div>
      <Button type="submit" pending={pending} variant={from === null ? 'secondary' : 'primary'}>
        Begin with a copy
      </Button>
    </form>
  )
}
