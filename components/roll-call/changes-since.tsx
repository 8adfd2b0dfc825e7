'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { sectionWords } from './section-words.ts'
import type { Turn } from './shown-round.ts'
import { useTheMeeting } from './the-meeting.ts'

// The comparison is fetched when somebody asks for it: a phone in a meeting need not wait for it.
const ChangedSections = dynamic(() =>
  import('./changed-sections.tsx').then((m) => m.ChangedSections),
)

/** Why a word is stale, and what changed since it was given, beside it. */
export function ChangesSince({ turn }: { turn: Turn }) {
  const { slug, meeting } = useTheMeeting()
  const [isShown, setShown] = useState(false)
  const { discipline, name, sign_off: said, stale_sections: stale } = turn
  const { id, plan } = meeting.round
  return (
    <div>
      <p className="text-stale">
        The plan changed since, in {sectionWords(stale)}. It counts again once it is said again.
      </p>
      <button
        type="button"
        className="link min-h-6 cursor-pointer text-sm"
        aria-expanded={isShown}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? 'Hide what changed' : `What changed since ${said?.given_by.name ?? name} spoke`}
      </button>
      {isShown && (
        <ChangedSections
          key={plan.revision}
          path={`/release-plans/${encodeURIComponent(slug)}/roll-calls/${id}/changes/${discipline}`}
          revision={plan.revision}
        />
      )}
    </div>
  )
}
