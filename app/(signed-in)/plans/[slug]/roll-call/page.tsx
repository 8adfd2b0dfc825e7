import type { Metadata } from 'next'
import { DecisionForm } from '../../../../../components/roll-call/decision-form.tsx'
import { DisciplineTurn } from '../../../../../components/roll-call/discipline-turn.tsx'
import { PromptList } from '../../../../../components/roll-call/prompt-list.tsx'
import { Quorum } from '../../../../../components/roll-call/quorum.tsx'
import { RoundNav } from '../../../../../components/roll-call/round-nav.tsx'
import { PageHeader } from '../../../../../components/ui/page-header.tsx'
import { TimeStamp } from '../../../../../components/ui/time-stamp.tsx'
import { orNotFound } from '../../../../../server/or-not-found.ts'
import { findRollCall } from '../../../../../server/roll-call/find-roll-call.ts'
import { findRollCalls } from '../../../../../server/roll-call/find-roll-calls.ts'
import { findSpeakers } from '../../../../../server/roll-call/find-speakers.ts'
import { currentActor } from '../../../../../server/session.ts'

interface RollCallPageProps {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ round?: string }>
}

export async function generateMetadata({ params }: RollCallPageProps): Promise<Metadata> {
  return { title: `Roll call of ${decodeURIComponent((await params).slug)}` }
}

export default async function RollCallPage({ params, searchParams }: RollCallPageProps) {
  const actor = await currentActor()
  const slug = decodeURIComponent((await params).slug)
  const { round: id } = await searchParams
  const round = await orNotFound(findRollCall(actor, { slug, id }))
  const rounds = await findRollCalls(actor, slug)
  const isOpen = round.decision === null
  const speakers = isOpen && round.you.record ? await findSpeakers(actor, slug) : []
  return (
    <>
      <PageHeader
        title={`Roll call ${round.number}`}
        crumbs={[
          { label: 'Plans', href: '/plans' },
          { label: round.plan.title, href: `/plans/${slug}` },
        ]}
        summary={
          <>
            Opened by {round.opened_by} <TimeStamp at={round.opened_at} />, on revision{' '}
            {round.revision} of the plan.
          </>
        }
      />
      <RoundNav slug={slug} rounds={rounds} current={round.id} />
      <Quorum round={round} />
      <ol className="border-t border-rule-strong" aria-label="Disciplines">
        {round.disciplines.map((discipline) => (
          <DisciplineTurn
            key={discipline.discipline}
            slug={slug}
            turn={discipline}
            isOpen={isOpen}
            mySay={round.you.speak_for.includes(discipline.discipline)}
            canRecord={round.you.record && !discipline.in_person}
            speakers={speakers}
          />
        ))}
      </ol>
      {round.prompts.length > 0 && (
        <PromptList slug={slug} round={round} canAnswer={isOpen && round.you.answer} />
      )}
      <DecisionForm slug={slug} round={round} />
    </>
  )
}
