'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { PlanEdit } from '../../../domain/plan/plan-edit.ts'
import { ApiError, type ApiProblem, problemOf } from '../../api/api-problem.ts'
import { ApiProblemNote } from '../../api/api-problem-note.tsx'
import { useAct } from '../../api/use-act.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { NewerRevision } from '../newer-revision.tsx'
import { authorWords } from '../newest-revision.ts'
import { saveRevision } from '../plan-calls.ts'
import { revisionText, textWith } from './edit-calls.ts'
import type { EditedPlan } from './edited-part.ts'

interface MergePartProps {
  begun: EditedPlan
  newest: EditedPlan
  edits: readonly PlanEdit[]
  onClose: () => void
}

interface Texts {
  readonly of: EditedPlan
  readonly begun: string
  readonly mine: string
  readonly newest: string
}

/** Somebody saved while a form was open: both changes beside each other, nothing overwritten. */
export function MergePart({ begun, newest, edits, onClose }: MergePartProps) {
  const router = useRouter()
  const [texts, setTexts] = useState<Texts | null>(null)
  const [failed, setFailed] = useState<ApiProblem | null>(null)
  const { problem, act } = useAct()

  useEffect(() => {
    let isCurrent = true
    const load = async () => {
      const [old, now] = await Promise.all([revisionText(begun), revisionText(newest)])
      const mine = await textWith(begun, old, edits)
      if (isCurrent) setTexts({ of: newest, begun: old, mine, newest: now })
    }
    load().catch((error: unknown) => isCurrent && setFailed(problemOf(error)))
    return () => {
      isCurrent = false
    }
  }, [begun, newest, edits])

  const goOn = (text: string) =>
    act(true, async () => {
      if (text !== texts?.newest) {
        try {
          const revision = await saveRevision(newest.slug, new Blob([text]), newest.revision)
          showToast({ tone: 'success', title: `Revision ${revision} is saved` })
        } catch (error) {
          if (!(error instanceof ApiError) || error.problem.status !== 412) throw error
          router.refresh()
          return
        }
      }
      onClose()
      router.refresh()
    })

  if (failed) {
    return <ApiProblemNote problem={failed} actions={<Button onClick={onClose}>Close</Button>} />
  }
  if (!texts) {
    return (
      <Callout tone="warning" live title={`${authorWords(newest)} saved a newer revision`}>
        Nothing was overwritten. Fetching what they wrote.
      </Callout>
    )
  }
  const shown = (plan: EditedPlan, text: string) => ({ ...plan, text, savedAt: '' })
  return (
    <div className="flex flex-col gap-3">
      {problem && <ApiProblemNote problem={problem} />}
      <NewerRevision
        begun={shown(begun, texts.begun)}
        mine={texts.mine}
        newest={shown(texts.of, texts.newest)}
        saves
        onGoOn={goOn}
      />
    </div>
  )
}
