import type { Metadata } from 'next'
import { EnvironmentSection } from '../../../../components/toggles/environment-section.tsx'
import { GuardsOf } from '../../../../components/toggles/guards-of.tsx'
import { placeWords } from '../../../../components/toggles/place-words.ts'
import { ScheduledFlips } from '../../../../components/toggles/scheduled-flips.tsx'
import { stageTicks } from '../../../../components/toggles/stage-ticks.ts'
import { ToggleKey } from '../../../../components/toggles/toggle-key.tsx'
import { ToggleSummary } from '../../../../components/toggles/toggle-summary.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { may, whoMay } from '../../../../domain/permissions.ts'
import { freshlySignedIn } from '../../../../domain/roll-call/fresh-sign-in.ts'
import { findEntries } from '../../../../server/audit/find-entries.ts'
import { lackingCheckIns } from '../../../../server/check-ins/lacking-check-ins.ts'
import { findChartFreezes } from '../../../../server/freezes/find-chart-freezes.ts'
import { findGuards } from '../../../../server/guards/find-guards.ts'
import { findIncidents } from '../../../../server/incidents/find-incidents.ts'
import { orNotFound } from '../../../../server/or-not-found.ts'
import { findToggleRollout } from '../../../../server/rollout/find-toggle-rollout.ts'
import { findSchedules } from '../../../../server/schedules/find-schedules.ts'
import { currentActor } from '../../../../server/session.ts'
import { findFlipRights } from '../../../../server/toggles/find-flip-rights.ts'
import { findGoverningPlan } from '../../../../server/toggles/find-governing-plan.ts'
import { findHistory } from '../../../../server/toggles/find-history.ts'
import { findNextStep } from '../../../../server/toggles/find-next-step.ts'
import { findOpenOverrides } from '../../../../server/toggles/find-overrides.ts'
import { findRollback } from '../../../../server/toggles/find-rollback.ts'
import { findToggle } from '../../../../server/toggles/find-toggle.ts'
import { ConnectedState } from './connected-state.tsx'
import { standingOf } from './standing-of.ts'
import { ToggleAside } from './toggle-aside.tsx'
import { ToggleBanners } from './toggle-banners.tsx'

type TogglePageProps = { params: Promise<{ key: string }> }

export async function generateMetadata({ params }: TogglePageProps): Promise<Metadata> {
  return { title: decodeURIComponent((await params).key) }
}

export default async function TogglePage({ params }: TogglePageProps) {
  const actor = await currentActor()
  const key = decodeURIComponent((await params).key)
  const toggle = await orNotFound(findToggle(actor, key))
  const [rights, plan, history, overrides, incidents, { entries }] = await Promise.all([
    findFlipRights(actor, key),
    findGoverningPlan(actor, key),
    findHistory(actor, key),
    findOpenOverrides(actor, { toggle: key }),
    findIncidents(actor, key),
    findEntries(actor, { toggle: key, limit: 8 }),
  ])
  const ticks = stageTicks(plan?.stages ?? [])
  // The environment where a mistake reaches real people comes first.
  const environments = toggle.environments
    .toReversed()
    .sort((one, other) => Number(other.protected) - Number(one.protected))
  const until = new Date()
  const staged = plan && (await findToggleRollout(actor, plan.slug, key))
  const sections = await Promise.all(
    environments.map(async (now) => ({
      now,
      rights: rights.get(now.environment),
      rollback: await findRollback(actor, key, now.environment),
      schedules: await findSchedules(actor, { toggle: key, environment: now.environment }),
      guards: await findGuards(actor, key, now.environment),
      freezes: now.protected
        ? await findChartFreezes(actor, {
            environment: now.environment,
            team: toggle.team,
            from: new Date(history.get(now.environment)?.[0]?.at ?? until),
            until,
          })
        : [],
      standing: standingOf(plan?.slug, staged, now.environment),
      next: now.protected ? await findNextStep(actor, key, now, ticks) : null,
    })),
  )
  // Whether they may in this toggle's team is said when they try.
  const mayArchive = actor.kind === 'person' && may(actor, 'toggle.archive')
  const { archived, off_is_dangerous: offIsDangerous } = toggle
  return (
    <>
      <PageHeader
        title={<ToggleKey>{key}</ToggleKey>}
        crumbs={[{ label: 'Toggles', href: '/toggles' }]}
        summary={toggle.description || 'No description was given.'}
      />
      <ToggleSummary
        team={toggle.team_name}
        plans={toggle.plans}
        archived={archived}
        offIsDangerous={offIsDangerous}
        actorType={toggle.actor_type}
        environments={environments}
      />
      <ToggleBanners
        toggle={toggle}
        plan={plan}
        overrides={overrides}
        incidents={incidents}
        toLookBack={toggle.stale ? await lackingCheckIns(actor, toggle.plans) : []}
        archivedBy={mayArchive ? null : whoMay('toggle.archive')}
      />
      <div className="mt-8 grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-12">
          {sections.map(
            ({ now, rights: mine, rollback, next, standing, schedules, guards, freezes }) =>
              mine && (
                <EnvironmentSection
                  key={now.environment}
                  toggle={{ key, archived, offIsDangerous }}
                  now={now}
                  rights={mine}
                  history={history.get(now.environment) ?? []}
                  rollback={rollback}
                  next={next}
                  standing={standing}
                  ticks={ticks}
                  until={until.toISOString()}
                  freezes={freezes}
                  isFreshlySignedIn={freshlySignedIn(actor, new Date())}
                  connected={
                    <ConnectedState toggle={key} now={now} history={history} rollback={rollback} />
                  }
                >
                  {!archived && (
                    <ScheduledFlips
                      toggle={key}
                      environment={now.environment}
                      called={placeWords(now)}
                      schedules={schedules}
                      maySchedule={actor.kind === 'person' && (mine.widen || mine.narrow)}
                    />
                  )}
                  {!archived && (
                    <GuardsOf
                      toggle={key}
                      environment={now.environment}
                      called={placeWords(now)}
                      isProtected={now.protected}
                      view={guards}
                    />
                  )}
                </EnvironmentSection>
              ),
          )}
        </div>
        <ToggleAside
          toggle={toggle}
          plan={plan}
          environments={environments}
          incidents={incidents}
          entries={entries}
          mayArchive={mayArchive}
        />
      </div>
    </>
  )
}
