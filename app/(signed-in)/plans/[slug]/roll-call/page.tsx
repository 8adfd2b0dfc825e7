import type { Metadata } from 'next'
import { DueLine } from '../../../../../components/roll-call/due-line.tsx'
import { Meeting } from '../../../../../components/roll-call/meeting.tsx'
import { OpenRound } from '../../../../../components/roll-call/open-round.tsx'
import { RoundList } from '../../../../../components/roll-call/round-list.tsx'
import { type Asked, askedOnce } from '../../../../../components/ui/asked-once.ts'
import { EmptyState } from '../../../../../components/ui/empty-state.tsx'
import { PageHeader } from '../../../../../components/ui/page-header.tsx'
import { TimeStamp } from '../../../../../components/ui/time-stamp.tsx'
import { orNotFound } from '../../../../../server/or-not-found.ts'
import { findDue } from '../../../../../server/roll-call/asking/find-due.ts'
import { findLaunchBounds } from '../../../../../server/roll-call/find-launch-bounds.ts'
import { findMeeting } from '../../../../../server/roll-call/find-meeting.ts'
import { findNextRound, type NextRound } from '../../../../../server/roll-call/find-next-round.ts'
import {
  findRollCall,
  type RollCallDetail,
} from '../../../../../server/roll-call/find-roll-call.ts'
import { findRollCalls } from '../../../../../server/roll-call/find-roll-calls.ts'
import { findSpeakers } from '../../../../../server/roll-call/find-speakers.ts'
import { currentActor } from '../../../../../server/session.ts'

interface RollCallPageProps {
  params: Promise<{ slug: string }>
  searchParams: Asked
}

export async function generateMetadata({ params }: RollCallPageProps): Promise<Metadata> {
  return { title: `Roll call of ${decodeURIComponent((await params).slug)}` }
}

export default async function RollCallPage({ params, searchParams }: RollCallPageProps) {
  const actor = await currentActor()
  const slug = decodeURIComponent((await params).slug)
  const { round: wanted, view } = await askedOnce(searchParams)
  const rounds = await orNotFound(findRollCalls(actor, slug))
  const next = await findNextRound(actor, slug)
  const [newest] = rounds
  if (!newest) return <NoRound slug={slug} next={next} />
  const { you, ...round } = await orNotFound(findRollCall(actor, { slug, id: wanted ?? newest.id }))
  const meeting = await findMeeting(actor, { slug, id: round.id })
  const bounds = you.decide && !round.decision ? await findLaunchBounds(actor, slug) : null
  const due = await findDue(actor, round.id)
  const known = you.record ? await findSpeakers(actor, slug) : []
  return (
    <Meeting
      key={round.id}
      slug={slug}
      first={meeting}
      you={you}
      me={{ id: actor.id, name: actor.name }}
      known={known}
      isRoom={view === 'room'}
      isNewest={round.id === newest.id}
      bounds={bounds}
      head={
        <>
          <RoundHead round={round} />
          {due && <DueLine slug={slug} roundId={round.id} due={due} />}
        </>
      }
      foot={
        <section className="mt-12" aria-labelledby="rounds">
          <h2 id="rounds" className="mb-2 text-lg font-semibold">
            Rounds of this plan
          </h2>
          <RoundList slug={slug} rounds={rounds} current={round.id} />
          {next.open && newest.decision !== null && (
            <div className="mt-6">
              <h3 className="mb-3 font-semibold">Another round</h3>
              <OpenRound slug={slug} {...next} />
            </div>
          )}
        </section>
      }
    />
  )
}

function RoundHead({ round }: { round: Omit<RollCallDetail, 'you'> }) {
  const { plan, number, purpose, opened_by: by, opened_at: at, revision, dropped } = round
  return (
    <PageHeader
      title={`Roll call ${number}`}
      crumbs={[
        { label: 'Plans', href: '/plans' },
        { label: plan.title, href: `/plans/${plan.slug}` },
      ]}
      summary={
        <>
          {purpose && <strong className="text-ink">{purpose}. </strong>}
          Opened by {by} <TimeStamp at={at} />, on revision {revision} of the plan.
          {dropped.map(({ name, reason }) => ` Without ${name}: ${reason}`)}
        </>
      }
    />
  )
}

function NoRound({ slug, next }: { slug: string; next: NextRound }) {
  return (
    <>
      <PageHeader
        title="Roll call"
        crumbs={[
          { label: 'Plans', href: '/plans' },
          { label: next.title, href: `/plans/${slug}` },
        ]}
      />
      <EmptyState title="No roll has been called for this plan">
        <p>
          A round asks each discipline for its go or no-go on the plan as it is then, in a meeting
          or one by one, and ends in a decision: launch, pause or pivot.
          {!next.open && ' A program manager opens it.'}
        </p>
      </EmptyState>
      {next.open && (
        <div className="mt-6">
          <OpenRound slug={slug} {...next} />
        </div>
      )}
    </>
  )
}
