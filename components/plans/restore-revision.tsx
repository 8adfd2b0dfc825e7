'use client'

import { useRouter } from 'next/navigation'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { fetchRevision, saveRevision } from './plan-calls.ts'

interface RestoreRevisionProps {
  slug: string
  /** The revision whose bytes are saved again. */
  restores: number
  newest: number
}

/** Saves an older text as the newest revision; what is between stays among the revisions. */
export function RestoreRevision({ slug, restores, newest }: RestoreRevisionProps) {
  const router = useRouter()
  const { pending, problem, act } = useAct()

  const restore = () =>
    act(true, async () => {
      const revision = await saveRevision(slug, await fetchRevision(slug, restores), newest)
      showToast({
        tone: 'success',
        title:
          revision === newest
            ? `Revision ${newest} has that text already`
            : `Revision ${revision} has the text of revision ${restores}`,
      })
      router.push(`/plans/${slug}?view=revisions`)
    })

  return (
    <div className="flex flex-col items-start gap-2">
      {problem && <ApiProblemNote problem={problem} />}
      <p className="max-w-reading text-sm text-ink-soft">
        Restoring saves the text of revision {restores} once more, as the newest. No revision is
        lost; what a discipline signed and now differs must be signed again.
      </p>
      <Button pending={pending !== null} onClick={restore}>
        Restore revision {restores}
      </Button>
    </div>
  )
}
