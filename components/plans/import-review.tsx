'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { asTextArea } from '../../domain/plan/text-lines.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { newIdempotencyKey } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Callout } from '../ui/callout.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { ImportBar } from './import-bar.tsx'
import { dryRun, keepPlan, type PlanPreview } from './import-calls.ts'
import { type DocumentMode, ImportedDocument } from './imported-document.tsx'
import { ImportedReading } from './imported-reading.tsx'
import { LinkedLines } from './linked-lines.tsx'
import { restoreLineEnds } from './restore-line-ends.ts'
import { useLineLinks } from './use-line-links.ts'
import { useLiveReading } from './use-live-reading.ts'

export interface Given {
  /** As it came. */
  readonly text: string
  readonly preview: PlanPreview
}

interface ImportReviewProps extends Given {
  canRegister: boolean
  /** `fix` where the text is only begun. */
  startIn?: DocumentMode
  onBack: () => void
}

/** The document beside what was understood of it; nothing is kept before "Keep the plan". */
export function ImportReview(props: ImportReviewProps) {
  const { text, preview, canRegister, startIn = 'look', onBack } = props
  const router = useRouter()
  const [edited, setEdited] = useState(() => asTextArea(text))
  const [register, setRegister] = useState<readonly string[]>([])
  const [key, setKey] = useState(newIdempotencyKey)
  const { pending, problem, act } = useAct()
  const [mode, setMode] = useState<DocumentMode>(startIn)
  const [goTo, setGoTo] = useState<{ line: number } | null>(null)
  const links = useLineLinks(mode === 'fix', setGoTo)

  const ask = useCallback(
    (newer: string, signal: AbortSignal) =>
      dryRun(new Blob([restoreLineEnds(text, newer)]), signal),
    [text],
  )
  const live = useLiveReading(edited, { text: asTextArea(text), read: preview }, ask)
  const { toggles, same_text: sameText } = live.read
  const unknown = toggles.filter(({ status }) => status === 'unknown').map((toggle) => toggle.key)
  const chosen = register.filter((one) => unknown.includes(one))

  const edit = (newer: string) => {
    setEdited(newer)
    // Another text is another act.
    setKey(newIdempotencyKey())
  }

  const keep = () =>
    act(true, async () => {
      const kept = await keepPlan(new Blob([restoreLineEnds(text, edited)]), chosen, key)
      showToast({ tone: 'success', title: `“${kept.plan.title}” is kept` })
      router.push(`/plans/${kept.plan.slug}`)
    })

  return (
    <div ref={links} className="flex flex-col gap-6">
      <ImportBar
        preview={live.read}
        registering={chosen.length}
        pending={pending !== null}
        reason={whyNotYet(live)}
        isEdited={edited !== asTextArea(text)}
        onBack={onBack}
        onKeep={keep}
      />
      {problem && <ApiProblemNote problem={problem} />}
      {live.problem && <ApiProblemNote problem={live.problem} />}
      {sameText.length > 0 && (
        <Callout tone="warning" title="This very text is kept already">
          As {sameText.map(({ title }) => `“${title}”`).join(', ')}. Keeping it again makes a copy.
        </Callout>
      )}
      <LinkedLines className="grid gap-8 lg:grid-cols-2">
        <ImportedDocument
          reading={live.read.reading}
          edited={edited}
          onEdit={edit}
          mode={mode}
          onMode={setMode}
          goTo={goTo}
        />
        <ImportedReading
          preview={live.read}
          isOld={live.reading || live.problem !== null}
          choosable={canRegister ? unknown : []}
          chosen={chosen}
          onChoose={setRegister}
        />
      </LinkedLines>
    </div>
  )
}

function whyNotYet(live: { reading: boolean; problem: unknown }): string | null {
  if (live.reading) return 'Reading what you changed.'
  return live.problem === null ? null : 'The text as it is now cannot be read.'
}
