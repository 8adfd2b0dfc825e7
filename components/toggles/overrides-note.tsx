import { listed } from '../../domain/audit/phrases.ts'
import { Callout } from '../ui/callout.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { checkName } from './check-list.tsx'

type OverridesNoteProps = {
  overrides: readonly {
    readonly id: string
    readonly toggle: string
    readonly environment: string
    readonly made_by: string
    readonly checks: readonly string[]
  }[]
}

/** On a plan's page: which of its toggles were widened although checks failed, until that is reviewed. */
export function OverridesNote({ overrides }: OverridesNoteProps) {
  if (overrides.length === 0) return null
  return (
    <div className="mb-8">
      <span className="hazard block h-2" aria-hidden="true" />
      <Callout tone="danger" title="Checks were overridden, and the review is open">
        <ul>
          {overrides.map(({ id, toggle, environment, made_by, checks }) => (
            <li key={id}>
              <TextLink href={`/toggles/${encodeURIComponent(toggle)}#override-${id}`}>
                {toggle} in {environment}
              </TextLink>
              : {made_by} passed over{' '}
              {listed(checks.map((check) => checkName(check).toLowerCase()))}.
            </li>
          ))}
        </ul>
      </Callout>
    </div>
  )
}
