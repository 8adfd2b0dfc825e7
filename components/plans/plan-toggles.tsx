import { classNames } from '../ui/class-names.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { TextLink } from '../ui/text-link.tsx'
import type { EditedPlan } from './edits/edited-part.ts'
import { UseNearKey } from './edits/use-near-key.tsx'
import type { NamedToggle } from './import-calls.ts'
import { LineNote } from './line-note.tsx'
import { LINE_PART } from './line-part.ts'
import { RegisterToggle } from './register-toggle.tsx'

interface PlanTogglesProps {
  toggles: readonly NamedToggle[]
  canRegister: boolean
  /** The plan, for who may edit it: a near key can be written into it. */
  plan?: EditedPlan | undefined
  lineHref?: string | undefined
}

/** The toggles that a plan names, linked to the registry; an unknown one is never registered by itself. */
export function PlanToggles({ toggles, canRegister, plan, lineHref }: PlanTogglesProps) {
  if (toggles.length === 0) return <p className="text-ink-soft">The plan names no toggle.</p>
  return (
    <ul className="flex flex-col gap-3">
      {toggles.map(({ key, description, line, status, near }) => (
        <li
          key={`${line}:${key}`}
          data-line={line}
          className={classNames(LINE_PART, 'flex items-start justify-between gap-4')}
        >
          <div className="flex min-w-0 flex-col items-start gap-1">
            {status === 'registered' ? (
              <TextLink href={`/toggles/${encodeURIComponent(key)}`} className="font-mono">
                {key}
              </TextLink>
            ) : (
              <span className="font-mono font-semibold wrap-anywhere">{key}</span>
            )}
            {description && <p className="max-w-reading">{description}</p>}
            {status === 'archived' && (
              <StatusMark status="stale">Retired; a key is never used twice</StatusMark>
            )}
            {status === 'unknown' && (
              <>
                <StatusMark status="waiting">Not in the registry</StatusMark>
                {near.length > 0 && plan && <UseNearKey plan={plan} from={key} near={near} />}
                {near.length > 0 && !plan && (
                  <p className="text-xs text-ink-soft">Near it: {near.join(', ')}</p>
                )}
                {canRegister && <RegisterToggle toggleKey={key} description={description ?? ''} />}
              </>
            )}
          </div>
          <LineNote line={line} lineHref={lineHref} />
        </li>
      ))}
    </ul>
  )
}
