'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { asTextArea } from '../../domain/plan/text-lines.ts'
import { ApiError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { EditPanes } from './edit-panes.tsx'
import { NewerRevision } from './newer-revision.tsx'
import { authorWords, type NewestRevision } from './newest-revision.ts'
import { previewRevision, type RevisionPreview, saveRevision } from './plan-calls.ts'
import { restoreLineEnds } from './restore-line-ends.ts'
import { useLiveReading } from './use-live-reading.ts'

interface EditDocumentProps {
  slug: string
  /** Follows the page: a newer one arrives while somebody writes. */
  newest: NewestRevision
  /** What is read of the text that the page came with. */
  preview: RevisionPreview
  /** The line to begin at. */
  line: number | null
}

/** The plan as Markdown. Saving names the revision that was edited, so nobody's words are lost. */
export function EditDocument({ slug, newest, preview, line }: EditDocumentProps) {
  const router = useRouter()
  const [begun, setBegun] = useState(newest)
  const [edited, setEdited] = useState(() => asTextArea(newest.text))
  const [taken, setTaken] = useState<NewestRevision | null>(null)
  const [refusedOn, setRefusedOn] = useState<number | null>(null)
  const { pending, problem, act } = useAct()
  const [first] = useState({ text: edited, read: preview })
  const ask = useCallback(
    (text: string, signal: AbortSignal) => previewRevision(slug, text, signal),
    [slug],
  )
  const live = useLiveReading(edited, first, ask)

  const isNewer = newest.revision > begun.revision
  const isEdited = edited !== asTextArea(begun.text)
  const goOnWith = (text: string) => {
    setBegun(newest)
    setEdited(asTextArea(text))
  }
  // Nothing was written yet, so there is nothing to lose.
  if (isNewer && !isEdited) {
    goOnWith(newest.text)
    setTaken(newest)
  }

  const save = () =>
    act(true, async () => {
      const text = restoreLineEnds(begun.text, edited)
      try {
        const revision = await saveRevision(slug, new Blob([text]), begun.revision)
        setBegun({ ...begun, revision, text })
        showToast({ tone: 'success', title: `Revision ${revision} is saved` })
        router.push(`/plans/${slug}`)
      } catch (error) {
        if (!(error instanceof ApiError) || error.problem.status !== 412) throw error
        // Somebody saved first: the page fetches what, and it is shown beside this.
        setRefusedOn(begun.revision)
        router.refresh()
      }
    })

  return (
    <div className="flex flex-col gap-4">
      {isNewer && isEdited && (
        <NewerRevision
          begun={begun}
          mine={restoreLineEnds(begun.text, edited)}
          newest={newest}
          onGoOn={goOnWith}
        />
      )}
      {taken?.revision === begun.revision && (
        <Callout live title={`${authorWords(taken)} saved revision ${taken.revision}`}>
          You had changed nothing, so that is the text below now.
        </Callout>
      )}
      {refusedOn === begun.revision && !isNewer && (
        <Callout tone="warning" live title="Somebody saved a newer revision">
          Nothing was overwritten. Fetching what they wrote.
        </Callout>
      )}
      {problem && <ApiProblemNote problem={problem} />}
      {live.problem && <ApiProblemNote problem={live.problem} />}
      <EditPanes
        before={begun.text}
        edited={edited}
        onEdit={setEdited}
        preview={live.read}
        isOld={live.reading || live.problem !== null}
        line={line}
      >
        <Button
          variant="primary"
          pending={pending !== null}
          reason={whyNotYet(isEdited, isNewer ? newest : null)}
          onClick={save}
        >
          Save a new revision
        </Button>
      </EditPanes>
    </div>
  )
}

function whyNotYet(isEdited: boolean, newer: NewestRevision | null): string | null {
  if (!isEdited) return 'Nothing is changed yet.'
  if (newer === null) return null
  return `${authorWords(newer)} saved revision ${newer.revision} meanwhile: settle that first.`
}
