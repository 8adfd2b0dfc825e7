import { Disclosure } from '../ui/disclosure.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { dateWords } from '../ui/time-words.ts'

export type TogglePlanView = {
  readonly slug: string
  readonly title: string
  readonly rollback: string | null
  readonly contacts: readonly {
    readonly name: string
    readonly role: string | null
    readonly tier: 'primary' | 'backup' | null
  }[]
  readonly decision: {
    readonly number: number
    readonly decision: 'launch' | 'pause' | 'pivot'
    readonly decided_at: string
    /** Names of required disciplines whose go no longer stands. */
    readonly not_current: readonly string[]
    /** What the launch allows, as a phrase; null where it allows everything. */
    readonly allows: string | null
  } | null
}

/** The plan that governs the toggle: its decision, whom to call, and how to roll back. */
export function TogglePlan({ plan }: { plan: TogglePlanView | null }) {
  return (
    <section aria-labelledby="plan" className="flex flex-col gap-3">
      <h2 id="plan" className="text-lg font-semibold">
        Release plan
      </h2>
      {plan ? (
        <>
          <p>
            <TextLink href={`/plans/${plan.slug}`}>{plan.title}</TextLink>
          </p>
          <Decision decision={plan.decision} />
          {plan.contacts.length > 0 && <Contacts contacts={plan.contacts} />}
          {plan.rollback && (
            <Disclosure summary="How the plan rolls back">
              <p className="text-sm whitespace-pre-line">{plan.rollback}</p>
            </Disclosure>
          )}
        </>
      ) : (
        <p className="text-sm text-ink-soft">
          No release plan names this toggle, so nothing can widen in production. A program manager
          imports one on the page <TextLink href="/plans">Plans</TextLink>.
        </p>
      )}
    </section>
  )
}

function Decision({ decision }: Pick<TogglePlanView, 'decision'>) {
  if (!decision) return <StatusMark status="waiting">No roll call has decided</StatusMark>
  const day = dateWords(new Date(decision.decided_at))
  const launched = decision.decision === 'launch'
  return (
    <div className="flex flex-col gap-1 text-sm">
      <StatusMark status={launched ? 'go' : 'no-go'}>
        {launched ? 'Launch' : decision.decision === 'pause' ? 'Pause' : 'Pivot'} decided {day}
      </StatusMark>
      {decision.allows !== null && <p>Allows {decision.allows}</p>}
      {decision.not_current.length > 0 && (
        <p>
          <StatusMark status="stale" className="whitespace-normal!">
            No longer current: {decision.not_current.join(', ')}
          </StatusMark>
        </p>
      )}
    </div>
  )
}

const tiers = { primary: 'Primary', backup: 'Backup' }

function Contacts({ contacts }: Pick<TogglePlanView, 'contacts'>) {
  return (
    <div>
      <h3 className="text-sm font-semibold">Whom to call</h3>
      <ul className="text-sm">
        {contacts.map(({ name, role, tier }) => (
          <li key={`${name} ${role} ${tier}`} className="border-b border-rule py-1">
            {name}
            <span className="text-ink-soft">
              {role && ` · ${role}`}
              {tier && ` · ${tiers[tier]}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
