import { ROSTER_LOOK } from '../plans/plan-roster.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { SaidLine } from './said-line.tsx'
import type { Turn } from './shown-round.ts'
import { VerdictForm } from './verdict-form.tsx'

interface DisciplineTurnProps {
  slug: string
  turn: Turn
  isOpen: boolean
  /** Whether the one who looks speaks for this discipline. */
  mySay: boolean
  /** Whether they may record what somebody else said for it. */
  canRecord: boolean
  speakers: readonly string[]
}

const SECTION: Record<string, string> = {
  toggles: 'toggles',
  validation: 'validation',
  staged_rollout: 'staged rollout',
  rollback: 'rollback',
  uat: 'user acceptance testing',
  stages: 'stages',
}

export function DisciplineTurn(props: DisciplineTurnProps) {
  const { slug, turn, isOpen, mySay, canRecord, speakers } = props
  const { name, required, status, stale_sections: stale, speaker, in_person: inPerson } = turn
  const look = ROSTER_LOOK[status]
  const earlier = turn.said.slice(0, -1)
  return (
    <li
      id={turn.discipline}
      className="grid gap-x-8 gap-y-3 border-b border-rule py-4 md:grid-cols-[14rem_minmax(0,1fr)]"
    >
      <div>
        <h2 className="font-semibold">
          {name}
          {!required && <span className="font-normal text-ink-soft"> (invited)</span>}
        </h2>
        <StatusMark status={look.status} className="text-lg">
          {look.word}
        </StatusMark>
      </div>
      <div className="flex min-w-0 flex-col items-start gap-2">
        {turn.sign_off ? (
          <SaidLine said={turn.sign_off} />
        ) : (
          <p className="text-sm text-ink-soft">
            Not called yet. {speaker.charAt(0).toUpperCase() + speaker.slice(1)} speaks for it
            {inPerson && ', in person and under their own sign-in'}.
          </p>
        )}
        {stale.length > 0 && (
          <p className="text-sm">
            The plan changed since, in: {stale.map((one) => SECTION[one] ?? one).join(', ')}. It
            counts again once it is said again.
          </p>
        )}
        {earlier.length > 0 && (
          <details className="text-sm">
            <summary className="cursor-pointer text-ink-soft">Said before in this round</summary>
            <ul className="mt-1 flex flex-col gap-1">
              {earlier.map((said) => (
                <li key={said.id}>
                  <SaidLine said={said} />
                </li>
              ))}
            </ul>
          </details>
        )}
        {isOpen && (mySay || canRecord) && (
          <VerdictForm
            slug={slug}
            discipline={turn.discipline}
            name={name}
            mySay={mySay}
            speakers={speakers}
            likely={turn.contacts[0] ?? null}
          />
        )}
      </div>
    </li>
  )
}
