import { FindingList } from './finding-list.tsx'
import { FindingSeen } from './finding-seen.tsx'
import { PlanToggles } from './plan-toggles.tsx'
import { ReadingPart } from './reading-part.tsx'
import { ReadingView } from './reading-view.tsx'
import type { ShownPlan } from './shown-plan.ts'
import { UnansweredList } from './unanswered-list.tsx'

interface PlanReadProps {
  found: ShownPlan
  may: { edit: boolean; register: boolean; acknowledge: boolean }
}

/** What a plan says; each line leads to the document, or for who may edit to where to answer. */
export function PlanRead({ found, may }: PlanReadProps) {
  const { plan, reading, toggles, acknowledged, revisions } = found
  const line = `/plans/${plan.slug}?view=document#line-`
  const edited = may.edit
    ? { slug: plan.slug, revision: plan.revision, author: revisions[0]?.author ?? null }
    : undefined
  const answer = may.edit ? `/plans/${plan.slug}?view=edit&line=` : line
  return (
    <div className="flex flex-col gap-4">
      <FindingList
        lineHref={answer}
        findings={reading.findings}
        under={({ id }) => (
          <FindingSeen
            slug={plan.slug}
            finding={id}
            seen={acknowledged.find((one) => one.finding === id) ?? null}
            canSee={may.acknowledge}
          />
        )}
      />
      {edited && reading.unanswered > 0 ? (
        <ReadingPart
          title="To answer"
          plan={edited}
          edits={{ name: 'prompts', items: reading.unanswered_items }}
          verb="Answer one by one"
        >
          <UnansweredList reading={reading} lineHref={answer} />
        </ReadingPart>
      ) : (
        <UnansweredList reading={reading} lineHref={answer} />
      )}
      <ReadingView
        reading={reading}
        plan={edited}
        lineHref={line}
        toggles={
          <PlanToggles toggles={toggles} canRegister={may.register} plan={edited} lineHref={line} />
        }
      />
    </div>
  )
}
