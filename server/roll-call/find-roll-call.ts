import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import type { SectionName } from '../../domain/plan/section-name.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Lack } from '../../domain/roll-call/decision.ts'
import { disciplinesOfRole } from '../../domain/roll-call/discipline-of-role.ts'
import { type Discipline, disciplineName } from '../../domain/roll-call/disciplines.ts'
import type { LaunchScope } from '../../domain/roll-call/launch-scope.ts'
import { speakerOf } from '../../domain/roll-call/policy.ts'
import type { RosterRow, SignOff } from '../../domain/roll-call/roster.ts'
import { speaksFor } from '../../domain/roll-call/speaks-for.ts'
import { type Db, db } from '../db.ts'
import { type PlanText, planText, revisionText } from '../plans/plan-text.ts'
import { lacksNow } from './decide.ts'
import { findRound, type Round, rosterOf } from './load-round.ts'

/** A discipline of a round as the meeting sees it. */
export interface RollCallDiscipline extends RosterRow {
  readonly name: string
  readonly reviews: readonly SectionName[]
  /** Who speaks for it, as a phrase. */
  readonly speaker: string
  /** Whether only the person themself may say it. */
  readonly in_person: boolean
  /** Whether it may abstain, or say that it is not concerned; with a reason. */
  readonly abstain: boolean
  readonly not_applicable: boolean
  /** The plan's contacts whose role is this discipline. */
  readonly contacts: readonly string[]
  /** Everything it said in this round, oldest first. */
  readonly said: readonly SignOff[]
}

/** A prompt of a round, beside what the plan's own sheet says to it. */
export interface RollCallPrompt {
  readonly n: number
  readonly text: string
  readonly owner: string | null
  readonly answer: string | null
  readonly note: string | null
  readonly in_document: { readonly answer: string | null; readonly note: string | null } | null
}

/** A go/no-go round on one screen. */
export interface RollCallDetail {
  readonly id: string
  readonly number: number
  readonly plan: { readonly slug: string; readonly title: string; readonly revision: number }
  /** The plan's revision when the round opened. */
  readonly revision: number
  readonly opened_by: string
  readonly opened_at: string
  readonly decision: string | null
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly note: string | null
  /** What the round is for: "test users", "stage B"; null where nobody said. */
  readonly purpose: string | null
  /** The policy in force when it opened; its version is null where it was the default. */
  readonly policy: { readonly hash: string; readonly version: number | null }
  /** Disciplines that the policy requires and that this plan dropped, each with its reason. */
  readonly dropped: readonly {
    readonly discipline: Discipline
    readonly name: string
    readonly reason: string
  }[]
  /** What a launch allows; null where it allows everything, and while nothing is decided. */
  readonly scope: LaunchScope | null
  readonly disciplines: readonly RollCallDiscipline[]
  readonly prompts: readonly RollCallPrompt[]
  /** What a launch lacks on the plan's present text, a sentence each. */
  readonly missing: readonly string[]
  /** The same with where each thing is mended. */
  readonly lacks: readonly Lack[]
  /** What the one who asks may do here. */
  readonly you: {
    readonly speak_for: readonly Discipline[]
    readonly record: boolean
    readonly run: boolean
    readonly answer: boolean
    readonly decide: boolean
  }
}

/**
 * One round of a plan, by its id or the newest, on the plan's present text.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findRollCall(
  actor: Actor,
  { slug, id }: { readonly slug: string; readonly id?: string | undefined },
): Promise<RollCallDetail> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  return db().$transaction(
    async (tx) => {
      const plan = await tx.plan.findUnique({
        where: { slug },
        select: { id: true, slug: true, title: true, revision: true, teamId: true },
      })
      if (!plan) throw new Refused({ code: 'not_found', what: 'release plan', key: slug })
      const round = await findRound(tx, plan.id, id)
      if (!round) throw new Refused({ code: 'not_found', what: 'roll call', key: id ?? 'newest' })
      return detail(tx, actor, plan, round)
    },
    { isolationLevel: 'RepeatableRead' },
  )
}

async function detail(
  tx: Db,
  actor: Actor,
  plan: { id: string; slug: string; title: string; revision: number; teamId: string },
  round: Round,
): Promise<RollCallDetail> {
  const current = await planText(tx, plan.id)
  const opened = await revisionText(tx, plan.id, round.revision)
  const rows = await rosterOf(tx, round)
  const lacks = await lacksNow(tx, plan, round)
  const { slug, title, revision, teamId } = plan
  return {
    id: round.id,
    number: round.number,
    plan: { slug, title, revision },
    revision: round.revision,
    opened_by: round.openedBy.name,
    opened_at: round.openedAt.toISOString(),
    decision: round.decision,
    decided_by: round.decidedBy?.name ?? null,
    decided_at: round.decidedAt?.toISOString() ?? null,
    note: round.note,
    purpose: round.purpose,
    policy: { hash: round.policyHash, version: round.policyVersion },
    dropped: round.dropped.map((one) => ({ ...one, name: disciplineName(one.discipline) })),
    scope: round.scope,
    disciplines: rows.map((row) => disciplineOf(row, round, current)),
    prompts: promptsOf(round, opened),
    missing: lacks.map(({ sentence }) => sentence),
    lacks,
    you: {
      speak_for: may(actor, 'sign_off.sign', teamId) ? speaksFor(actor, teamId, round.policy) : [],
      record: may(actor, 'sign_off.record', teamId),
      run: may(actor, 'meeting.run', teamId),
      answer: may(actor, 'prompt.answer', teamId),
      decide: may(actor, 'decision.make', teamId),
    },
  }
}

function disciplineOf(row: RosterRow, round: Round, { reading }: PlanText): RollCallDiscipline {
  const { discipline } = row
  const asked = round.disciplines.find((one) => one.discipline === discipline)
  const rule = round.policy.rules[discipline]
  return {
    ...row,
    name: disciplineName(discipline),
    reviews: asked?.reviews ?? [],
    speaker: speakerOf(round.policy, discipline),
    in_person: rule.in_person,
    abstain: rule.abstain,
    not_applicable: rule.not_applicable,
    contacts: reading.contacts
      .filter(({ role }) => disciplinesOfRole(role ?? '').includes(discipline))
      .map(({ name }) => name),
    said: round.signOffs.filter((said) => said.discipline === discipline),
  }
}

function promptsOf(round: Round, opened: PlanText | null): RollCallPrompt[] {
  const items = opened?.reading.go_no_go?.items ?? []
  return round.prompts.map(({ n, text, owner, answer, note }) => {
    const item = items.find((one) => one.n === n)
    const inDocument = item ? { answer: item.answer, note: item.note } : null
    return { n, text, owner, answer, note, in_document: inDocument }
  })
}
