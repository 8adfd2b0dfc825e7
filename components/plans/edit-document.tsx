'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { keepLineEnds } from '../../domain/plan/keep-line-ends.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { showToast } from '../ui/toast-queue.ts'

interface EditDocumentProps {
  slug: string
  /** The revision that `text` is. */
  revision: number
  text: string
}

/** The plan as Markdown. Saving names the revision that was edited, so nobody's words are lost. */
export function EditDocument({ slug, revision, text }: EditDocumentProps) {
  const router = useRouter()
  // What the edit began with: a newer revision that arrives meanwhile must not replace it.
  const [begun] = useState({ revision, text })
  const [edited, setEdited] = useState(text)
  const { pending, problem, act } = useAct()

  const save = () =>
    act(true, async () => {
      const markdown = new Blob([keepLineEnds(begun.text, edited)])
      await callApi('PUT', `/release-plans/${slug}/document`, {
        markdown,
        ifMatch: `"${begun.revision}"`,
      })
      showToast({ tone: 'success', title: 'A new revision is saved' })
      router.push(`/plans/${slug}`)
    })

  return (
    <div className="flex flex-col items-start gap-4">
      {revision !== begun.revision && (
        <Callout tone="warning" title={`Revision ${revision} was saved while you were editing`}>
          Your text stands on revision {begun.revision} and cannot be saved over it. Copy what you
          wrote, open the newest revision and add it there.
        </Callout>
      )}
      {problem && <ApiProblemNote problem={problem} />}
      <div className="w-full">
        <TextArea
          label="The plan’s Markdown"
          description="What a discipline reviews and you change here must be signed again."
          monospace
          rows={28}
          spellCheck={false}
          value={edited}
          onChange={(event) => setEdited(event.currentTarget.value)}
        />
      </div>
      <Button
        variant="primary"
        pending={pending !== null}
        onClick={save}
        reason={edited === begun.text ? 'Nothing is changed yet.' : null}
      >
        Save a new revision
      </Button>
    </div>
  )
}
