'use client'

import { useRouter } from 'next/navigation'
import { ApiProblemNote } from '../../api/api-problem-note.tsx'
import { newIdempotencyKey } from '../../api/call-api.ts'
import { useAct } from '../../api/use-act.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { saveEdits } from './edit-calls.ts'
import type { EditedPlan } from './edited-part.ts'

interface UseNearKeyProps {
  plan: EditedPlan
  /** As the plan has it. */
  from: string
  near: readonly string[]
}

/** Registered keys that the plan may have meant: one press writes one into it, wherever it says the other. */
export function UseNearKey({ plan, from, near }: UseNearKeyProps) {
  const router = useRouter()
  const { pending, problem, act } = useAct<string>()

  const use = (to: string) =>
    act(to, async () => {
      const edit = { edit: 'change_toggle' as const, key: from, to }
      const revision = await saveEdits(plan, [edit], newIdempotencyKey())
      showToast({ tone: 'success', title: `Revision ${revision} says ${to}` })
      router.refresh()
    })

  return (
    <>
      {problem && <ApiProblemNote problem={problem} />}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-soft">
        Did the plan mean
        {near.map((key) => (
          <Button
            key={key}
            size="small"
            className="font-mono"
            aria-label={`Write ${key} instead of ${from}`}
            pending={pending === key}
            onClick={() => use(key)}
          >
            {key}
          </Button>
        ))}
      </div>
    </>
  )
}
