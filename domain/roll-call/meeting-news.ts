import { asWords, verdictWords } from '../audit/phrases.ts'
import type { Attendee } from './attendance.ts'
import type { Discipline } from './disciplines.ts'
import type { QuorumRow } from './quorum.ts'
import type { RosterStatus, SignOff } from './roster.ts'

/** What the news of a meeting are read from. */
export interface MeetingSeen {
  readonly turn: Discipline | null
  readonly attendance: readonly Attendee[]
  readonly quorum: readonly QuorumRow[]
  readonly round: {
    readonly decision: string | null
    readonly decided_by: string | null
    readonly disciplines: readonly {
      readonly discipline: Discipline
      readonly name: string
      readonly status: RosterStatus
      readonly sign_off: SignOff | null
    }[]
    readonly prompts: readonly { readonly n: number; readonly answer: string | null }[]
  }
}

/** What happened between two looks at a meeting, a sentence each, the weightiest last. */
export function meetingNews(before: MeetingSeen, after: MeetingSeen): string[] {
  return [
    ...presence(before, after),
    ...prompts(before, after),
    ...words(before, after),
    ...turnOf(before, after),
    ...decision(before, after),
  ]
}

function words({ round: before }: MeetingSeen, { round: after }: MeetingSeen): string[] {
  return after.disciplines.flatMap(({ discipline, name, status, sign_off }) => {
    const earlier = before.disciplines.find((one) => one.discipline === discipline)
    if (sign_off && sign_off.id !== earlier?.sign_off?.id) return [saidSentence(name, sign_off)]
    if (status === 'stale' && earlier?.status !== 'stale') {
      return [`${name} is stale: the plan changed after it was said.`]
    }
    return []
  })
}

function saidSentence(name: string, said: SignOff): string {
  const { verdict, given_by, recorded_by, manner, late } = said
  const what = `${given_by.name} ${saidAs(verdict, name)}${late ? ' after the decision' : ''}`
  return manner === 'signed' ? `${what}.` : `${what}, recorded by ${recorded_by.name}.`
}

function saidAs(verdict: string, name: string): string {
  if (verdict === 'abstain') return `abstained for ${name}`
  if (verdict === 'withdrawn') return `took back what was said for ${name}`
  return `said ${verdictWords(verdict)} for ${name}`
}

function turnOf(before: MeetingSeen, after: MeetingSeen): string[] {
  if (after.turn === before.turn || after.turn === null) return []
  const called = after.round.disciplines.find((one) => one.discipline === after.turn)
  return called ? [`Now: ${[called.name, voiceOf(after)].filter(Boolean).join(' — ')}.`] : []
}

/** Who is to speak for the discipline that is called: whoever of them is here, else the first. */
export function voiceOf({ turn, quorum }: Pick<MeetingSeen, 'turn' | 'quorum'>): string | null {
  return quorum.find(({ discipline }) => discipline === turn)?.voices[0]?.name ?? null
}

function presence(before: MeetingSeen, after: MeetingSeen): string[] {
  return after.attendance.flatMap(({ id, name, present }) => {
    const was = before.attendance.find((one) => one.id === id)?.present ?? false
    if (was === present) return []
    return [present ? `${name} is here.` : `${name} left.`]
  })
}

function prompts({ round: before }: MeetingSeen, { round: after }: MeetingSeen): string[] {
  return after.prompts.flatMap(({ n, answer }) => {
    const earlier = before.prompts.find((one) => one.n === n)
    if (answer === null || earlier?.answer === answer) return []
    return [`Prompt ${n} is answered: ${asWords(answer)}.`]
  })
}

function decision({ round: before }: MeetingSeen, { round: after }: MeetingSeen): string[] {
  if (after.decision === null || before.decision === after.decision) return []
  return [`Decision: ${after.decision}, by ${after.decided_by ?? 'nobody named'}.`]
}
