'use client'

import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { placeWords } from './place-words.ts'
import type { EnvironmentView, HistoryView } from './toggle-view.ts'

type StaleDraftProps = {
  was: EnvironmentView
  now: EnvironmentView
  newest: HistoryView | null
  onAgain: () => void
}

/** Somebody flipped while a proposal was open: what it was, what it is, and whose change that is. */
export function StaleDraft({ was, now, newest, onAgain }: StaleDraftProps) {
  const who = newest?.version === now.version ? newest : null
  return (
    <Callout
      tone="warning"
      live
      title={`${who ? who.actor : 'Somebody'} changed ${placeWords(now)} while you were proposing`}
      actions={
        <Button size="small" onClick={onAgain}>
          Propose again from here
        </Button>
      }
    >
      <dl className="my-1 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4">
        <dt className="text-ink-soft">It was</dt>
        <dd>
          {was.words} <span className="text-ink-soft">(version {was.version})</span>
        </dd>
        <dt className="text-ink-soft">It is now</dt>
        <dd>
          <strong className="font-semibold">{now.words}</strong>{' '}
          <span className="text-ink-soft">(version {now.version})</span>
        </dd>
        {who?.reason && (
          <>
            <dt className="text-ink-soft">Because</dt>
            <dd>{who.reason}</dd>
          </>
        )}
      </dl>
      <p>Nothing of yours was sent.</p>
    </Callout>
  )
}
