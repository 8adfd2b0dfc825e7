import type { Metadata } from 'next'
import { PlanActions } from '../../../../components/plans/plan-actions.tsx'
import { PlanDocument } from '../../../../components/plans/plan-document.tsx'
import { PlanRoster } from '../../../../components/plans/plan-roster.tsx'
import { PlanStages } from '../../../../components/plans/plan-stages.tsx'
import { PlanView } from '../../../../components/plans/plan-view.ts'
import { RollBackPlan } from '../../../../components/plans/roll-back-plan.tsx'
import { OverridesNote } from '../../../../components/toggles/overrides-note.tsx'
import { type Asked, askedOnce } from '../../../../components/ui/asked-once.ts'
import { LinkButton } from '../../../../components/ui/link-button.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { TabNav } from '../../../../components/ui/tab-nav.tsx'
import { TimeStamp } from '../../../../components/ui/time-stamp.tsx'
import { may } from '../../../../domain/permissions.ts'
import { orNotFound } from '../../../../server/or-not-found.ts'
import { findPlan } from '../../../../server/plans/find-plan.ts'
import { readDocument } from '../../../../server/plans/read-document.ts'
import { findStages } from '../../../../server/rollout/find-stages.ts'
import { currentActor } from '../../../../server/session.ts'
import { findOpenOverrides } from '../../../../server/toggles/find-overrides.ts'
import { findComparison } from './find-comparison.ts'
import { numberIn, type PlanAddress } from './read-address.ts'
import { textOf } from './text-of.ts'

interface PlanPageProps {
  params: Promise<{ slug: string }>
  searchParams: Asked
}

export async function generateMetadata({ params }: PlanPageProps): Promise<Metadata> {
  return { title: decodeURIComponent((await params).slug) }
}

export default async function PlanPage({ params, searchParams }: PlanPageProps) {
  const actor = await currentActor()
  const slug = decodeURIComponent((await params).slug)
  const address: PlanAddress = await askedOnce(searchParams)
  const found = await orNotFound(findPlan(actor, slug))
  const { plan } = found
  const allowed = {
    edit: may(actor, 'plan.edit', plan.team_id),
    open: may(actor, 'roll_call.open', plan.team_id),
    register: may(actor, 'toggle.register', plan.team_id),
    acknowledge: may(actor, 'finding.acknowledge', plan.team_id),
    copy: may(actor, 'plan.import'),
  }
  const named = found.reading.toggles.map(({ key }) => key)
  const overrides = await findOpenOverrides(actor, { toggles: named })
  const view = PlanView.of(address.view, allowed.edit)
  const compared =
    view === 'revisions' ? await findComparison(actor, slug, plan.revision, address) : null
  // The revision that was found, not the newest by now: text and reading belong together.
  const { bytes } = await readDocument(actor, slug, plan.revision)
  const { rollouts } = await findStages(actor, slug)
  const href = `/plans/${slug}`
  const document = (
    <section className="min-w-0" aria-label="The plan">
      <TabNav
        label="Views of the plan"
        links={PlanView.all(allowed.edit).map(({ name, label }) => ({
          href: name === 'read' ? href : `${href}?view=${name}`,
          label,
          current: name === view,
        }))}
      />
      <PlanDocument
        view={view}
        found={found}
        text={textOf(bytes)}
        line={numberIn(address.line)}
        compared={compared}
        may={allowed}
      />
    </section>
  )
  // Nothing was flipped for a plan whose roll was never called.
  const mayRollBack =
    found.roll_calls.length > 0 && may(actor, 'flip.narrow_protected', plan.team_id)
  return (
    <>
      <PageHeader
        title={plan.title}
        crumbs={[{ label: 'Plans', href: '/plans' }]}
        summary={
          <>
            {plan.team_name} · revision {plan.revision}, saved{' '}
            <TimeStamp at={found.revisions[0]?.created_at ?? plan.created_at} />
          </>
        }
        actions={
          <>
            <LinkButton href={`${href}/record`} prefetch={false}>
              Record
            </LinkButton>
            {mayRollBack && <RollBackPlan slug={slug} />}
            <PlanActions slug={slug} rollCalls={found.roll_calls} canOpen={allowed.open} />
          </>
        }
      />
      <OverridesNote overrides={overrides} />
      {view === 'edit' || view === 'revisions' ? (
        document
      ) : (
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_19rem] xl:grid-cols-[13rem_minmax(0,1fr)_19rem]">
          <PlanStages slug={slug} reading={found.reading} rollouts={rollouts} />
          {document}
          <PlanRoster found={found} />
        </div>
      )}
    </>
  )
}
