import type { Metadata } from 'next'
import { CheckInSection } from '../../../../../components/rollout/check-in-section.tsx'
import { RolloutSection } from '../../../../../components/rollout/rollout-section.tsx'
import { OverridesNote } from '../../../../../components/toggles/overrides-note.tsx'
import { PageHeader } from '../../../../../components/ui/page-header.tsx'
import { may } from '../../../../../domain/permissions.ts'
import { findCheckIns } from '../../../../../server/check-ins/find-check-ins.ts'
import { orNotFound } from '../../../../../server/or-not-found.ts'
import { findPlan } from '../../../../../server/plans/find-plan.ts'
import { findStages } from '../../../../../server/rollout/find-stages.ts'
import { MOST_TOGGLES } from '../../../../../server/rollout/rollout-lanes.ts'
import { currentActor } from '../../../../../server/session.ts'
import { findOpenOverrides } from '../../../../../server/toggles/find-overrides.ts'

interface StagesPageProps {
  params: Promise<{ slug: string }>
}

export const metadata: Metadata = { title: 'Stages' }

export default async function StagesPage({ params }: StagesPageProps) {
  const actor = await currentActor()
  const slug = decodeURIComponent((await params).slug)
  const { plan } = await orNotFound(findPlan(actor, slug))
  const { stages, rollouts } = await findStages(actor, slug)
  const { check_ins, kpis, unread_kpis } = await findCheckIns(actor, slug)
  const named = rollouts.flatMap(({ toggle }) => toggle ?? [])
  const overrides = await findOpenOverrides(actor, { toggles: named })
  const rights = {
    run: may(actor, 'stage.run', plan.team_id),
    results: may(actor, 'stage.results', plan.team_id),
    waive: may(actor, 'stage.waive', plan.team_id),
  }
  return (
    <>
      <PageHeader
        title="Stages"
        crumbs={[
          { label: 'Plans', href: '/plans' },
          { label: plan.title, href: `/plans/${slug}` },
        ]}
        summary="Where the rollout is, what is next, and how it came out."
      />
      <OverridesNote overrides={overrides} />
      <div className="flex max-w-5xl flex-col gap-12">
        {stages.length === 0 && (
          <p className="text-sm text-ink-soft">
            The plan lists no stages. A program manager adds them to the plan.
          </p>
        )}
        {stages.length > 0 &&
          rollouts.map((rollout) => (
            <RolloutSection
              key={`${rollout.environment} ${rollout.toggle}`}
              slug={slug}
              rollout={rollout}
              stages={stages}
              rights={rights}
            />
          ))}
        {new Set(named).size === MOST_TOGGLES && (
          <p className="text-sm text-ink-soft">
            The first {MOST_TOGGLES} toggles of the plan. Each toggle’s own page shows its stages
            too.
          </p>
        )}
        <CheckInSection
          slug={slug}
          checkIns={check_ins}
          kpis={kpis}
          unread={unread_kpis}
          mayRecord={may(actor, 'check_in.record', plan.team_id)}
        />
      </div>
    </>
  )
}
