import { DISCIPLINES, type Discipline, disciplineName } from '../../domain/roll-call/disciplines.ts'
import { SPEAKERS, type SpeakerRole } from '../../domain/roll-call/policy.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Cell } from '../ui/table.tsx'
import { ticked } from './policy-draft.ts'

interface OtherLeadsProps {
  discipline: Discipline
  speakers: readonly SpeakerRole[]
  onChange?: ((speakers: readonly SpeakerRole[]) => void) | undefined
}

/** The leads of other disciplines who may speak for this one, folded away: few teams need it. */
export function OtherLeads({ discipline, speakers, onChange }: OtherLeadsProps) {
  const others = DISCIPLINES.filter((one) => one !== discipline && one !== 'government_lead')
  const named = others.filter((one) => speakers.includes(one)).map(disciplineName)
  const words = named.length === 0 ? 'No other' : named.join(', ')
  return (
    <Cell className="px-2! align-middle! whitespace-nowrap">
      {onChange ? (
        <details>
          <summary className="min-h-6 cursor-pointer text-ink-soft">
            <span className="sr-only">{disciplineName(discipline)}, leads of: </span>
            {words}
          </summary>
          <fieldset className="flex flex-col gap-0.5 py-2">
            <legend className="sr-only">
              Leads of other disciplines who speak for {disciplineName(discipline)}
            </legend>
            {others.map((one) => (
              <Checkbox
                key={one}
                label={disciplineName(one)}
                checked={speakers.includes(one)}
                onChange={(event) =>
                  onChange(ticked(speakers, one, event.currentTarget.checked, SPEAKERS))
                }
              />
            ))}
          </fieldset>
        </details>
      ) : (
        <span className="text-ink-soft">{words}</span>
      )}
    </Cell>
  )
}
