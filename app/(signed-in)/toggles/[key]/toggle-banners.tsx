import { IncidentList } from '../../../../components/incidents/incident-list.tsx'
import { ObjectionBanner } from '../../../../components/roll-call/objection-banner.tsx'
import { CleanUp } from '../../../../components/toggles/clean-up.tsx'
import { OverrideBanner } from '../../../../components/toggles/override-banner.tsx'
import { placeWords } from '../../../../components/toggles/place-words.ts'
import type { findIncidents } from '../../../../server/incidents/find-incidents.ts'
import type { findGoverningPlan } from '../../../../server/toggles/find-governing-plan.ts'
import type { OpenOverride } from '../../../../server/toggles/find-overrides.ts'
import type { findToggle } from '../../../../server/toggles/find-toggle.ts'

type ToggleBannersProps = {
  toggle: Awaited<ReturnType<typeof findToggle>>
  plan: Awaited<ReturnType<typeof findGoverningPlan>>
  overrides: readonly OpenOverride[]
  incidents: Awaited<ReturnType<typeof findIncidents>>
  /** The plans whose looks back are not all recorded. */
  toLookBack: readonly { readonly slug: string; readonly title: string }[]
  /** Null where the reader may archive it; else who does, as a phrase. */
  archivedBy: string | null
}

/** What stands over a toggle: open incidents, objections and overrides, and that it is done for. */
export function ToggleBanners(props: ToggleBannersProps) {
  const { toggle, plan, overrides, incidents, toLookBack, archivedBy } = props
  const calledOf = (key: string) => {
    const place = toggle.environments.find(({ environment }) => environment === key)
    return place ? placeWords(place) : key
  }
  return (
    <>
      <IncidentList
        incidents={incidents.incidents
          .filter(({ resolved_at }) => resolved_at === null)
          .map((one) => ({ ...one, environment: one.environment && calledOf(one.environment) }))}
        mayResolve={incidents.may_resolve}
      />
      <ObjectionBanner
        objections={(plan?.decision?.objections ?? []).map((detail) => ({
          plan: { slug: plan?.slug ?? '', title: plan?.title ?? '' },
          detail,
        }))}
      />
      {overrides.map((override) => (
        <OverrideBanner
          key={override.id}
          override={{ ...override, environment: calledOf(override.environment) }}
        />
      ))}
      {toggle.stale && (
        <div className="mt-6">
          <CleanUp
            stale={toggle.stale}
            asked={toggle.asked.map((use) => ({ ...use, environment: calledOf(use.environment) }))}
            toLookBack={toLookBack}
            archivedBy={archivedBy}
          />
        </div>
      )}
    </>
  )
}
