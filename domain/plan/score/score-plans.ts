import { foldText } from '../inline-text.ts'
import type { Reading } from '../reading.ts'
import type { ExpectedPlan } from './expected-plans.ts'

export type ReadPlan = { name: string; want: ExpectedPlan; reading: Reading }
export type Miss = { name: string; want: string; got: string }
export type FieldScore = { field: string; right: number; of: number; misses: Miss[] }
export type Score = { documents: number; fields: FieldScore[]; remarks: string[] }

type Rule = (want: ExpectedPlan, got: Reading) => { want: unknown; got: unknown }

const rules: Record<string, Rule> = {
  kind: (want, got) => ({ want: want.kind, got: got.kind }),
  title: (want, got) => ({ want: folded(want.title), got: folded(got.title) }),
  toggles: (want, got) => ({ want: want.toggles, got: withoutDebatable(want, got) }),
  stages: (want, got) => ({
    want: want.stages.map((stage) => [foldText(stage.label), stage.percentage]),
    got: got.stages.map((stage) => [foldText(stage.label), stage.percentage]),
  }),
  staged_rollout: (want, got) => ({
    want: [want.staged_rollout_required, want.staged_questions ?? [null, null, null]],
    got: [got.staged_rollout.required, got.staged_rollout.answers],
  }),
  rollback: (want, got) => ({ want: want.rollback_answered, got: got.rollback !== null }),
  contacts: (want, got) => ({
    want: want.contacts.map((one) => [one.name, one.role, one.tier]),
    got: got.contacts.map((one) => [one.name, one.role ?? '', one.tier]),
  }),
  check_ins: (want, got) => ({
    want: [want.check_ins.one_week, want.check_ins.one_month],
    got: [got.check_ins.one_week, got.check_ins.one_month],
  }),
  decision: (want, got) => ({
    want: want.go_no_go && [
      want.go_no_go.decision,
      want.go_no_go.decision_kind,
      want.go_no_go.prompts,
      want.go_no_go.answered,
    ],
    got: got.go_no_go && [
      got.go_no_go.decision,
      got.go_no_go.decision_kind,
      got.go_no_go.prompts,
      got.go_no_go.answered,
    ],
  }),
}

/**
 * How many documents were read right, field by field, and each miss. A debatable toggle may be
 * there or not. Findings are listed, not scored, where a careful reader saw no contradiction.
 */
export function scorePlans(plans: ReadPlan[]): Score {
  const fields = Object.entries(rules).map(([field, rule]) => {
    const misses = plans.flatMap((plan) => {
      const { want, got } = rule(plan.want, plan.reading)
      const [a, b] = [JSON.stringify(want), JSON.stringify(got)]
      return a === b ? [] : [{ name: plan.name, want: a, got: b }]
    })
    return { field, right: plans.length - misses.length, of: plans.length, misses }
  })
  return { documents: plans.length, fields, remarks: plans.flatMap(remarksOn) }
}

function remarksOn({ name, want, reading }: ReadPlan): string[] {
  const clean = want.contradictions.length === 0 && !want.html_comment_hides_content
  return reading.findings.map(
    (finding) =>
      `${name}:${finding.line} ${finding.code}${clean ? ' (no contradiction expected)' : ''}: ${finding.message}`,
  )
}

function withoutDebatable(want: ExpectedPlan, got: Reading): string[] {
  const keys = got.toggles.map((toggle) => toggle.key)
  return keys.filter((key) => want.toggles.includes(key) || !want.toggles_debatable.includes(key))
}

const folded = (text: string | null) => (text === null ? null : foldText(text))
