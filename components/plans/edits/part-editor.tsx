'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api/api-problem.ts'
import { ApiProblemNote } from '../../api/api-problem-note.tsx'
import { newIdempotencyKey } from '../../api/call-api.ts'
import { useAct } from '../../api/use-act.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { authorWords } from '../newest-revision.ts'
import { type Drafted, NOTHING } from './drafted.ts'
import { saveEdits } from './edit-calls.ts'
import type { EditedPart, EditedPlan } from './edited-part.ts'
import { EditsPreview } from './edits-preview.tsx'
import { MergePart } from './merge-part.tsx'
import { PartForm } from './part-form.tsx'
import { useEditsPreview } from './use-edits-preview.ts'

interface PartEditorProps {
  title: string
  /** Follows the page: a newer revision arrives while somebody writes. */
  plan: EditedPlan
  part: EditedPart
  onClose: () => void
}

/** The form of a part: what it would change in the Markdown is shown before it is saved. */
export function PartEditor({ title, plan, part, onClose }: PartEditorProps) {
  const router = useRouter()
  const root = useRef<HTMLFormElement>(null)
  const [begun, setBegun] = useState({ plan, part })
  const [drafted, setDrafted] = useState<Drafted>(NOTHING)
  const [key, setKey] = useState(newIdempotencyKey)
  const [taken, setTaken] = useState<EditedPlan | null>(null)
  const { pending, problem, act } = useAct()
  const preview = useEditsPreview(begun.plan, drafted)
  const isNewer = plan.revision > begun.plan.revision
  const isChanged = drafted.edits.length > 0 || drafted.missing !== null

  useEffect(() => {
    root.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
  }, [])

  // Nothing was written yet, so there is nothing to lose.
  if (isNewer && !isChanged) {
    setBegun({ plan, part })
    setTaken(plan)
  }

  const draft = (newer: Drafted) => {
    setDrafted(newer)
    // Other edits are another act.
    setKey(newIdempotencyKey())
  }

  const save = () =>
    act(true, async () => {
      try {
        const revision = await saveEdits(begun.plan, drafted.edits, key)
        showToast({ tone: 'success', title: `Revision ${revision} is saved` })
        onClose()
      } catch (error) {
        // Somebody saved first: the page fetches what, and it is put beside this.
        if (!(error instanceof ApiError) || error.problem.status !== 412) throw error
      }
      router.refresh()
    })

  if (isNewer && isChanged) {
    return <MergePart begun={begun.plan} newest={plan} edits={drafted.edits} onClose={onClose} />
  }
  return (
    <form
      ref={root}
      aria-label={`Edit: ${title}`}
      className="flex flex-col gap-4 border-l-4 border-accent py-1 pl-4"
      onSubmit={(event) => {
        event.preventDefault()
        return save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isChanged) onClose()
      }}
    >
      {taken?.revision === begun.plan.revision && (
        <Callout live title={`${authorWords(taken)} saved revision ${taken.revision}`}>
          You had changed nothing, so the form shows what it says now.
        </Callout>
      )}
      <PartForm key={begun.plan.revision} part={begun.part} onDraft={draft} />
      {problem && <ApiProblemNote problem={problem} />}
      <EditsPreview preview={preview} edits={drafted.edits} slug={plan.slug} />
      <div className="flex flex-wrap items-start gap-2">
        <Button
          type="submit"
          variant="primary"
          pending={pending !== null}
          reason={whyNotYet(drafted, preview)}
        >
          Save a new revision
        </Button>
        <Button onClick={onClose}>{isChanged ? 'Drop my changes' : 'Close'}</Button>
      </div>
    </form>
  )
}

function whyNotYet(
  { edits, missing }: Drafted,
  preview: { pending: boolean; problem: unknown },
): string | null {
  if (missing !== null) return missing
  if (edits.length === 0) return 'Nothing is changed yet.'
  if (preview.pending) return 'Looking at what it would change.'
  return preview.problem === null ? null : 'Correct what is said above first.'
}
