'use client'

import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { SliderWithNumber } from '../ui/slider-with-number.tsx'
import { type Draft, draftOf, patchOf, rebase } from './draft.ts'
import { NamedActors } from './named-actors.tsx'
import { ProposalPanel } from './proposal-panel.tsx'
import { StaleDraft } from './stale-draft.tsx'
import type { EnvironmentView, HistoryView, Rights, StageTick } from './toggle-view.ts'
import { useFlip } from './use-flip.ts'

type FlipControlsProps = {
  toggle: string
  now: EnvironmentView
  rights: Rights
  ticks: readonly StageTick[]
  offIsDangerous: boolean
  /** The newest step, to say whose change a draft came too late for. */
  newest: HistoryView | null
  /** When the page was drawn: ISO 8601. */
  seen: string
}

/**
 * The gates of one environment. Whatever is moved here is a draft that is proposed below and
 * changes nothing; it is kept when the page is refreshed around it.
 */
export function FlipControls({
  toggle,
  now,
  rights,
  ticks,
  offIsDangerous,
  newest,
  seen,
}: FlipControlsProps) {
  const [draft, setDraft] = useState<Draft | null>(null)
  // What stood when the draft was begun; somebody else may flip meanwhile.
  const [base, setBase] = useState(now)
  const [reason, setReason] = useState('')
  const flip = useFlip({ toggle, environment: now.environment, onDone: done })

  function change(next: Draft) {
    if (!draft) setBase(now)
    setDraft(next)
  }

  const standing = draftOf(now)
  const shown = shownOf(draft, standing)
  const patch = draft && patchOf(now, draft)
  // Not while one's own flip is on its way: that is the change that arrives.
  const isStale = draft !== null && base.version !== now.version && !flip.isSending
  const { environment } = now
  const isForAll = now.boolean && shown.percentage === 100

  function proposeAgain() {
    if (draft) setDraft(rebase(draft, base, now))
    setBase(now)
  }

  function done() {
    setDraft(null)
    setReason('')
  }

  return (
    <div className="flex flex-col gap-5">
      <SliderWithNumber
        label={`Percentage of actors in ${environment}`}
        value={shown.percentage}
        origin={standing.percentage}
        onChange={(percentage) => change({ kind: 'gates', percentage, actors: shown.actors })}
        ticks={ticks}
        description={
          rights.widen
            ? 'Moving it changes nothing yet: it proposes.'
            : `Moving it only proposes. You may narrow here; widening is for ${rights.widened_by}.`
        }
      />
      {!isForAll && (
        <NamedActors
          environment={environment}
          standing={now.actors}
          named={shown.actors}
          onChange={(actors) => change({ kind: 'gates', percentage: shown.percentage, actors })}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {(rights.widen || offIsDangerous) && patchOf(now, { kind: 'on' }) && (
          <Button aria-pressed={draft?.kind === 'on'} onClick={() => change({ kind: 'on' })}>
            Fully enable…
          </Button>
        )}
        {patchOf(now, { kind: 'off' }) && (
          <Button aria-pressed={draft?.kind === 'off'} onClick={() => change({ kind: 'off' })}>
            Turn off…
          </Button>
        )}
      </div>
      {draft && isStale && (
        <StaleDraft was={base} now={now} newest={newest} onAgain={proposeAgain} />
      )}
      {draft && !isStale && patch && (
        <ProposalPanel
          toggle={toggle}
          now={now}
          draft={draft}
          patch={patch}
          offIsDangerous={offIsDangerous}
          seen={seen}
          reason={reason}
          onReason={setReason}
          flip={flip}
          onDiscard={done}
        />
      )}
    </div>
  )
}

function shownOf(draft: Draft | null, standing: Extract<Draft, { kind: 'gates' }>) {
  if (draft === null) return standing
  if (draft.kind === 'gates') return draft
  return { kind: 'gates', percentage: draft.kind === 'on' ? 100 : 0, actors: [] } as const
}
