'use client'

import { useMemo, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { MergeConflicts } from './merge-conflicts.tsx'
import { type MergeChoice, mergedText, mergeEdits } from './merge-edits.ts'
import { authorWords, type NewestRevision } from './newest-revision.ts'
import { TextDifference } from './text-difference-view.tsx'

interface NewerRevisionProps {
  /** What both edits began with. */
  begun: NewestRevision
  mine: string
  newest: NewestRevision
  /** Going on saves at once: there is no editor to go on in. */
  saves?: boolean
  /** Goes on with this text, based on the newest revision. */
  onGoOn: (text: string) => void
}

/** Two edits of one text: both as they differ from it, and the two put together. */
export function NewerRevision({ begun, mine, newest, saves = false, onGoOn }: NewerRevisionProps) {
  const who = authorWords(newest)
  const pieces = useMemo(
    () => mergeEdits(begun.text, mine, newest.text),
    [begun.text, mine, newest.text],
  )
  const conflicts = pieces.filter((piece) => piece.kind === 'conflict')
  // Chosen for these conflicts: when the texts move, they are asked anew.
  const [chosen, setChosen] = useState<{ of: unknown; choices: (MergeChoice | undefined)[] }>({
    of: pieces,
    choices: [],
  })
  const choices = chosen.of === pieces ? chosen.choices : []
  const merged = mergedText(pieces, choices)
  return (
    <Callout
      tone="warning"
      live
      title={`${who} saved revision ${newest.revision} while you were editing revision ${begun.revision}`}
      actions={
        <div className="flex flex-wrap items-start gap-2">
          <Button
            variant="primary"
            reason={merged === null ? 'Choose at each place above first.' : null}
            onClick={() => merged !== null && onGoOn(merged)}
          >
            {goOnWords(conflicts.length, saves)}
          </Button>
          <Button variant="danger" onClick={() => onGoOn(newest.text)}>
            Drop my changes
          </Button>
        </div>
      }
    >
      <p>
        {conflicts.length === 0
          ? 'You two changed different lines. Put together they are shown below before anything is saved.'
          : `You two changed the same lines in ${conflicts.length === 1 ? 'one place' : `${conflicts.length} places`}. Nothing is overwritten: choose what stays.`}
      </p>
      <Disclosure summary={`What ${who} changed`} open>
        <TextDifference label={`What ${who} changed`} before={begun.text} after={newest.text} />
      </Disclosure>
      <Disclosure summary="What you changed">
        <TextDifference label="What you changed" before={begun.text} after={mine} />
      </Disclosure>
      <MergeConflicts
        conflicts={conflicts}
        author={who}
        choices={choices}
        onChoose={(index, choice) =>
          setChosen({
            of: pieces,
            choices: conflicts.map((_, place) => (place === index ? choice : choices[place])),
          })
        }
      />
      {merged !== null && (
        <Disclosure summary={`Put together, against revision ${newest.revision}`} open>
          <TextDifference label="What saving would change" before={newest.text} after={merged} />
        </Disclosure>
      )}
    </Callout>
  )
}

function goOnWords(conflicts: number, saves: boolean): string {
  if (conflicts === 0) return saves ? 'Save both together' : 'Put both together'
  return saves ? 'Save what I chose' : 'Go on with what I chose'
}
