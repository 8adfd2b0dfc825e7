'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { leaveAddress } from '../live/leave-address.ts'
import { Button } from '../ui/button.tsx'
import { SliderWithNumber } from '../ui/slider-with-number.tsx'
import { type Draft, draftOf, patchOf, rebase } from './draft.ts'
import { draftFromAddress, keepDraft, takeDraft } from './kept-draft.ts'
import { NamedActors } from './named-actors.tsx'
import { placeWords } from './place-words.ts'
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
  /** Whether the reader proved who they are within the time that widening asks for. */
  isFreshlySignedIn: boolean
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
  isFreshlySignedIn,
}: FlipControlsProps) {
  const propose = useSearchParams().get('propose')
  const [opened, setOpened] = useState<string | null>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  // What stood when the draft was begun; somebody else may flip meanwhile.
  const [base, setBase] = useState(now)
  const [reason, setReason] = useState('')
  const { environment } = now
  const called = placeWords(now)
  const router = useRouter()
  const flip = useFlip({ toggle, environment, called, onDone: done })

  // An address can bring a proposal along, also when the page is there already.
  if (propose !== opened) {
    setOpened(propose)
    const asked = draftFromAddress(propose, environment, now.actors)
    if (asked) change(asked)
  }

  useEffect(() => {
    const kept = takeDraft(toggle, environment)
    if (!kept) return
    setDraft(kept.draft)
    setBase(kept.base)
    setReason(kept.reason)
    document.getElementById(environment)?.focus()
  }, [toggle, environment])

  function change(next: Draft) {
    if (!draft) setBase(now)
    setDraft(next)
  }

  const standing = draftOf(now)
  const shown = shownOf(draft, standing)
  const patch = draft && patchOf(now, draft)
  // Not while one's own flip is on its way: that is the change that arrives.
  const isStale = draft !== null && base.version !== now.version && !flip.isSending
  const isForAll = now.boolean && shown.percentage === 100

  function keep() {
    if (draft) keepDraft(toggle, environment, { draft, base, reason })
  }

  function proposeAgain() {
    if (draft) setDraft(rebase(draft, base, now))
    setBase(now)
  }

  function discard() {
    setDraft(null)
    setReason('')
    if (propose) history.replaceState(null, '', `${location.pathname}#${environment}`)
  }

  function done() {
    setDraft(null)
    setReason('')
    leaveAddress(router, propose ? `#${environment}` : null)
  }

  return (
    <div className="flex flex-col gap-5">
      <SliderWithNumber
        label={`Percentage of actors in ${called}`}
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
          environment={called}
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
          signIn={{ isFresh: isFreshlySignedIn, onLeave: keep }}
          onDiscard={discard}
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
