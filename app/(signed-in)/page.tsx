import type { Metadata } from 'next'
import { lateItems, outsideItems } from '../../components/home/connected-items.ts'
import { EntryLines } from '../../components/home/entry-lines.tsx'
import { FirstStep } from '../../components/home/first-step.tsx'
import { JobHealthNote } from '../../components/home/job-health-note.tsx'
import { holdItems, scheduleItems, signalItems } from '../../components/home/move-items.ts'
import { RecordList } from '../../components/home/record-list.tsx'
import { reviewItems } from '../../components/home/review-items.ts'
import {
  checkInItems,
  overrideItems,
  planItems,
  rolloutItems,
  roundItems,
} from '../../components/home/waiting-items.ts'
import { WaitingList } from '../../components/home/waiting-list.tsx'
import { ObjectionBanner } from '../../components/roll-call/objection-banner.tsx'
import { PageHeader } from '../../components/ui/page-header.tsx'
import { TextLink } from '../../components/ui/text-link.tsx'
import { may } from '../../domain/permissions.ts'
import { findDueCheckIns } from '../../server/check-ins/find-due-check-ins.ts'
import { findConnected } from '../../server/home/find-connected.ts'
import { findHolds } from '../../server/home/find-holds.ts'
import { findJobHealth } from '../../server/home/find-job-health.ts'
import { findObjections } from '../../server/home/find-objections.ts'
import { findPlanGaps } from '../../server/home/find-plan-gaps.ts'
import { findRecentChanges } from '../../server/home/find-recent-changes.ts'
import { findRecords } from '../../server/home/find-records.ts'
import { findReviewDue } from '../../server/home/find-review-due.ts'
import { findRollouts, MOST_ROLLOUTS } from '../../server/home/find-rollouts.ts'
import { findUnclearSignals } from '../../server/home/find-unclear-signals.ts'
import { findWaitingRounds } from '../../server/home/find-waiting-rounds.ts'
import { isFreshHouse } from '../../server/home/is-fresh-house.ts'
import { findSchedules } from '../../server/schedules/find-schedules.ts'
import { currentActor } from '../../server/session.ts'
import { findOpenOverrides } from '../../server/toggles/find-overrides.ts'

export const metadata: Metadata = { title: 'Waiting for me' }

export default async function HomePage() {
  const actor = await currentActor()
  const [rounds, rollouts, overrides, gaps, changes] = await Promise.all([
    findWaitingRounds(actor),
    findRollouts(actor),
    findOpenOverrides(actor),
    findPlanGaps(actor),
    findRecentChanges(actor),
  ])
  const connected = await findConnected(actor)
  const lists = [
    { id: 'roll-calls', title: 'Roll calls', items: roundItems(rounds) },
    {
      id: 'rollouts',
      title: 'Rollouts',
      items: rolloutItems(rollouts),
      note: rollouts.length === MOST_ROLLOUTS && (
        <>
          The {MOST_ROLLOUTS} that stand longest. All are among the{' '}
          <TextLink href="/toggles">toggles</TextLink>.
        </>
      ),
    },
    {
      id: 'overrides',
      title: 'Overrides to review',
      items: overrideItems(overrides.filter(({ may_review }) => may_review)),
    },
    { id: 'outside', title: 'Changed outside Rollcall', items: outsideItems(connected.outside) },
    { id: 'late', title: 'Not arrived', items: lateItems(connected.late) },
    { id: 'review', title: 'The log', items: reviewItems(await findReviewDue(actor)) },
    {
      id: 'holds',
      title: 'What guards say',
      items: [
        ...holdItems(await findHolds(actor)),
        ...signalItems(await findUnclearSignals(actor)),
      ],
    },
    { id: 'check-ins', title: 'Check-ins', items: checkInItems(await findDueCheckIns(actor)) },
    { id: 'plans', title: 'Plans', items: planItems(gaps) },
  ]
  const waiting = lists.reduce((sum, { items }) => sum + items.length, 0)
  return (
    <>
      <PageHeader
        title="Waiting for me"
        summary={
          waiting === 0
            ? 'Nothing does right now.'
            : `${waiting} ${waiting === 1 ? 'thing waits' : 'things wait'} for you.`
        }
      />
      <ObjectionBanner objections={await findObjections(actor)} />
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-10">
          <JobHealthNote health={await findJobHealth(actor)} />
          {waiting === 0 && (
            <FirstStep isFresh={await isFreshHouse(actor)} mayImport={may(actor, 'plan.import')} />
          )}
          {lists.map((list) => (
            <WaitingList key={list.id} {...list} />
          ))}
          <WaitingList
            id="others-overrides"
            title="Overrides that wait for another person"
            items={overrideItems(overrides.filter(({ may_review }) => !may_review))}
          />
          <WaitingList
            id="scheduled"
            title="Scheduled"
            items={scheduleItems(await findSchedules(actor, { waiting: true }))}
          />
          <RecordList releases={await findRecords(actor)} />
        </div>
        <section aria-labelledby="changes" className="flex min-w-0 flex-col gap-2">
          <h2 id="changes" className="border-b border-rule-strong pb-1.5 text-lg font-semibold">
            The last hour
          </h2>
          {changes.entries.length === 0 ? (
            <p className="text-sm text-ink-soft">Nothing changed in the last hour.</p>
          ) : (
            <EntryLines label="What changed in the last hour" entries={changes.entries} />
          )}
          <p className="pt-1 text-sm">
            <TextLink href={changes.has_more ? '/audit?last=hour' : '/audit'}>
              {changes.has_more ? 'More in the log' : 'All entries of the log'}
            </TextLink>
          </p>
        </section>
      </div>
    </>
  )
}
