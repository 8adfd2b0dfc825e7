import type { SignOff } from '../../domain/roll-call/roster.ts'
import { saidWords } from '../../domain/roll-call/verdict.ts'
import { TimeStamp } from '../ui/time-stamp.tsx'

/** What a discipline said, who said it, who wrote it down, and on which revision. */
export function SaidLine({ said }: { said: SignOff }) {
  const words = saidWords(said.verdict)
  const word = words.charAt(0).toUpperCase() + words.slice(1)
  return (
    <div className="max-w-reading text-sm">
      <p>
        <strong>{word}</strong> from {said.given_by.name},{' '}
        {said.manner === 'signed' ? signedWords(said) : `recorded by ${said.recorded_by.name}`}, on
        revision {said.revision}, <TimeStamp at={said.at} />
        {said.late && <strong className="text-no-go">, after the decision</strong>}
      </p>
      {said.note && <p className="mt-1 border-l-2 border-rule-strong pl-3">{said.note}</p>}
      {said.would_change && (
        <p className="mt-1 border-l-2 border-rule-strong pl-3">
          <span className="text-ink-soft">What would change it: </span>
          {said.would_change}
        </p>
      )}
    </div>
  )
}

function signedWords({ in_place_of: of }: SignOff): string {
  if (of === undefined) return 'under their own sign-in'
  return `for ${of.name}, by delegation until ${of.until.slice(0, 10)}, under their own sign-in`
}
