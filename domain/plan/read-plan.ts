import { findingsOf } from './findings/findings-of.ts'
import { planText } from './plan-text.ts'
import { readCheckIn } from './read-check-ins.ts'
import { readContacts } from './read-contacts.ts'
import { isGoNoGo, readGoNoGo } from './read-go-no-go.ts'
import { readRollback } from './read-rollback.ts'
import { readStagedRollout } from './read-staged-rollout.ts'
import { readStages, stageCandidates } from './read-stages.ts'
import { readTitle } from './read-title.ts'
import { readToggles, toggleMentions } from './read-toggles.ts'
import { readUnanswered } from './read-unanswered.ts'
import { readValidation } from './read-validation.ts'
import type { Reading } from './reading.ts'

/**
 * What is understood of a plan's Markdown: the contract's `reading`. Pure and total: any text
 * gives a reading, in time proportional to its length; what cannot be placed is left out, never
 * guessed. Lines are 1-based lines of the text.
 */
export function readPlan(text: string): Reading {
  const plan = planText(text)
  const title = readTitle(plan)
  const sheet = isGoNoGo(plan, title?.title ?? null) ? readGoNoGo(plan) : null
  const candidates = sheet ? { stages: [], others: [] } : stageCandidates(plan)
  const mentions = sheet ? [] : toggleMentions(plan)
  const week = readCheckIn(plan, 'one_week')
  const month = readCheckIn(plan, 'one_month')
  const unanswered = readUnanswered(plan, sheet)
  const reading: Reading = {
    kind: sheet ? 'go_no_go' : 'release_plan',
    title: title?.title ?? null,
    title_line: title?.line ?? null,
    toggles: readToggles(plan, mentions),
    stages: readStages(plan, candidates),
    staged_rollout: sheet
      ? { required: null, answers: [null, null, null], line: null }
      : readStagedRollout(plan, candidates.stages),
    rollback: readRollback(plan),
    contacts: readContacts(plan),
    validation: readValidation(plan),
    check_ins: { one_week: week.state, one_month: month.state },
    check_in_lines: { one_week: week.line, one_month: month.line },
    go_no_go: sheet,
    unanswered: unanswered.length,
    unanswered_items: unanswered,
    findings: [],
  }
  return {
    ...reading,
    findings: findingsOf({
      plan,
      reading,
      stages: candidates.stages,
      otherStages: candidates.others,
    }),
  }
}
