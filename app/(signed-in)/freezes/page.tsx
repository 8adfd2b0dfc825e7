import type { Metadata } from 'next'
import { FreezeCalendar } from '../../../components/freezes/freeze-calendar.tsx'
import { FreezeList } from '../../../components/freezes/freeze-list.tsx'
import { LiftFreeze } from '../../../components/freezes/lift-freeze.tsx'
import { monthAfter, monthOf, weeksOf } from '../../../components/freezes/month.ts'
import { OpenFreezeForm } from '../../../components/freezes/open-freeze-form.tsx'
import { ReleaseLine } from '../../../components/freezes/release-line.tsx'
import { StopTheLine } from '../../../components/freezes/stop-the-line.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { PageHeader } from '../../../components/ui/page-header.tsx'
import { may, whoMay } from '../../../domain/permissions.ts'
import { findCheckTeams } from '../../../server/checks/find-check-teams.ts'
import { findEnvironments } from '../../../server/environments/find-environments.ts'
import { findFreezeWindows } from '../../../server/freezes/find-freeze-windows.ts'
import { findFreezes } from '../../../server/freezes/find-freezes.ts'
import { findLineStop } from '../../../server/freezes/find-line-stop.ts'
import { currentActor } from '../../../server/session.ts'

export const metadata: Metadata = { title: 'Freezes' }

type FreezesPageProps = { searchParams: Promise<{ month?: string | string[] }> }

export default async function FreezesPage({ searchParams }: FreezesPageProps) {
  const actor = await currentActor()
  const { month: named } = await searchParams
  const now = new Date()
  const month = monthOf(typeof named === 'string' ? named : undefined, now)
  const first = new Date(weeksOf(month)[0]?.[0]?.date ?? month)
  const last = new Date(`${monthAfter(month, 1)}-07T00:00:00Z`)
  const [{ freezes }, windows, stop, teams, { environments }] = await Promise.all([
    findFreezes(actor),
    findFreezeWindows(actor, first, last),
    findLineStop(actor),
    findCheckTeams(actor),
    findEnvironments(actor),
  ])
  const maySet = may(actor, 'freeze.set')
  const choices = {
    environments: environments.map(({ key, name }) => ({ key, name })),
    teams,
  }
  return (
    <>
      <PageHeader
        title="Freezes"
        summary="Windows in which nothing widens where checks are asked. What narrows is always open."
        actions={
          <>
            {maySet && <OpenFreezeForm choices={choices} />}
            {stop === null && may(actor, 'line.stop') && (
              <StopTheLine releasedBy={whoMay('line.release')} />
            )}
            {stop !== null && may(actor, 'line.release') && <ReleaseLine />}
          </>
        }
      />
      <div className="grid gap-x-12 gap-y-12 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <FreezeCalendar month={month} windows={windows} today={now.toISOString().slice(0, 10)} />
        <section aria-labelledby="upcoming">
          <h2 id="upcoming" className="mb-3 text-lg font-semibold">
            Standing and to come
          </h2>
          {freezes.length === 0 ? (
            <EmptyState title="No freeze stands or is to come">
              {maySet
                ? 'Set one for a holiday, an enrolment week, or every weekend.'
                : `${capital(whoMay('freeze.set'))} can set one.`}
            </EmptyState>
          ) : (
            <FreezeList
              freezes={freezes}
              actions={(freeze) =>
                maySet && (
                  <>
                    <OpenFreezeForm freeze={freeze} choices={choices} />
                    <LiftFreeze
                      id={freeze.id}
                      reason={freeze.reason}
                      comesAgain={freeze.recurrence !== null}
                    />
                  </>
                )
              }
            />
          )}
        </section>
      </div>
    </>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
