import { LinkButton } from '../ui/link-button.tsx'
import type { ShownRollCall } from './shown-plan.ts'

interface PlanActionsProps {
  slug: string
  rollCalls: readonly ShownRollCall[]
  canOpen: boolean
}

/** To the open roll call, or to where one is opened. */
export function PlanActions({ slug, rollCalls, canOpen }: PlanActionsProps) {
  const newest = rollCalls[0]
  const href = `/plans/${slug}/roll-call`
  if (newest && newest.decision === null) {
    return (
      <LinkButton href={href} variant="primary">
        Go to the roll call
      </LinkButton>
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      {newest && <LinkButton href={href}>Roll call {newest.number}</LinkButton>}
      {canOpen && (
        <LinkButton
          href={newest ? `${href}#rounds` : href}
          variant={newest ? 'secondary' : 'primary'}
        >
          {newest ? 'Call the roll again' : 'Call the roll'}
        </LinkButton>
      )}
    </div>
  )
}
