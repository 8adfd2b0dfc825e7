'use client'

import { Button } from '../ui/button.tsx'
import { Mark } from '../ui/mark.tsx'
import type { Turn } from './shown-round.ts'
import { useTheMeeting, verdictsOf } from './the-meeting.ts'
import { VERDICT_WORDS } from './word.ts'

/** The buttons of the one whose word it is: two large ones in their turn, else small ones. */
export function SignWord({ turn, isLarge = false }: { turn: Turn; isLarge?: boolean }) {
  const { begin } = useTheMeeting()
  const { discipline, name } = turn
  const passes = verdictsOf(turn).filter((verdict) => verdict !== 'go' && verdict !== 'no_go')
  const size = isLarge ? 'min-h-16 flex-1 basis-36 text-xl' : ''
  return (
    <fieldset aria-label={`Your word for ${name}`} className={isLarge ? 'mt-4' : ''}>
      <div className={isLarge ? 'flex max-w-2xl flex-wrap gap-3' : 'flex flex-wrap gap-2'}>
        <Button
          variant={isLarge ? 'primary' : 'secondary'}
          size={isLarge ? 'regular' : 'small'}
          className={size}
          onClick={() => begin(discipline, 'go', null)}
        >
          {isLarge && <Mark name="go" />}
          Go<span className="sr-only"> for {name}</span>
        </Button>
        <Button
          variant={isLarge ? 'danger' : 'secondary'}
          size={isLarge ? 'regular' : 'small'}
          className={size}
          onClick={() => begin(discipline, 'no_go', null)}
        >
          {isLarge && <Mark name="no-go" />}
          No-go<span className="sr-only"> for {name}</span>
        </Button>
        {passes.map((verdict) => (
          <Button
            key={verdict}
            variant="quiet"
            size={isLarge ? 'regular' : 'small'}
            onClick={() => begin(discipline, verdict, null)}
          >
            {VERDICT_WORDS[verdict].label}
            <span className="sr-only"> for {name}</span>
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
