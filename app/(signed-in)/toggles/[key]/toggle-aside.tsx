import { EntryLines } from '../../../../components/home/entry-lines.tsx'
import { OpenIncident } from '../../../../components/incidents/open-incident.tsx'
import { ArchiveToggle } from '../../../../components/toggles/archive-toggle.tsx'
import { EvaluationForm } from '../../../../components/toggles/evaluation-form.tsx'
import { LastAsked } from '../../../../components/toggles/last-asked.tsx'
import { placeWords } from '../../../../components/toggles/place-words.ts'
import { StillAsked } from '../../../../components/toggles/still-asked.tsx'
import { TogglePlan } from '../../../../components/toggles/toggle-plan.tsx'
import { Disclosure } from '../../../../components/ui/disclosure.tsx'
import { TextLink } from '../../../../components/ui/text-link.tsx'
import { disciplineName } from '../../../../domain/roll-call/disciplines.ts'
import type { findEntries } from '../../../../server/audit/find-entries.ts'
import type { findIncidents } from '../../../../server/incidents/find-incidents.ts'
import type { findGoverningPlan } from '../../../../server/toggles/find-governing-plan.ts'
import type { findToggle } from '../../../../server/toggles/find-toggle.ts'

type Toggle = Awaited<ReturnType<typeof findToggle>>
type Plan = Awaited<ReturnType<typeof findGoverningPlan>>

type ToggleAsideProps = {
  toggle: Toggle
  plan: Plan
  /** In the order of the page. */
  environments: Toggle['environments']
  incidents: Awaited<ReturnType<typeof findIncidents>>
  entries: Awaited<ReturnType<typeof findEntries>>['entries']
  mayArchive: boolean
}

/** Beside a toggle's environments: its plan, who is in, what happened, and what is done rarely. */
export function ToggleAside(props: ToggleAsideProps) {
  const { toggle, plan, environments, incidents, entries, mayArchive } = props
  const asked = toggle.asked.map((use) => {
    const place = environments.find(({ environment }) => environment === use.environment)
    return place ? { ...use, environment: placeWords(place) } : use
  })
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <TogglePlan plan={plan && { ...plan, decision: plan.decision && named(plan.decision) }} />
      <EvaluationForm
        toggle={toggle.key}
        actorType={toggle.actor_type}
        environments={environments.map(({ environment, name, version }) => ({
          environment,
          name,
          version,
        }))}
      />
      <LastAsked asked={asked} />
      {incidents.may_open && !toggle.archived && (
        <OpenIncident
          toggle={toggle.key}
          environments={environments.map(({ environment, name }) => ({ environment, name }))}
        />
      )}
      <section aria-labelledby="entries" className="flex flex-col gap-1">
        <h2 id="entries" className="border-b border-rule pb-1.5 text-lg font-semibold">
          Recent entries
        </h2>
        <EntryLines
          label="Recent entries of this toggle"
          entries={entries.map(({ seq, sealed_at, sentence, outcome, reason }) => ({
            seq,
            sealed_at,
            sentence,
            outcome,
            reason,
          }))}
        />
        <p className="pt-1 text-sm">
          <TextLink href={`/audit?toggle=${encodeURIComponent(toggle.key)}`}>All entries</TextLink>
        </p>
      </section>
      {!toggle.archived && mayArchive && (
        <Disclosure summary="Archive this toggle">
          <p className="mb-3 text-sm">
            <StillAsked asked={asked} />
          </p>
          <ArchiveToggle toggle={toggle.key} />
        </Disclosure>
      )}
    </div>
  )
}

type StandingDecision = NonNullable<NonNullable<Plan>['decision']>

function named(decision: StandingDecision) {
  return { ...decision, not_current: decision.not_current.map(disciplineName) }
}
