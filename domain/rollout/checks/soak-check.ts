import { momentInWords } from '../../audit/moment-words.ts'
import { type CheckSeen, seen } from '../check.ts'
import { nothingBefore, type StageFacts } from './stage-facts.ts'

/** The stage before has stood for the soak time that the plan gives it, or that was waived. */
export function soakCheck(facts: StageFacts): CheckSeen {
  const result = (passed: boolean, detail: string) =>
    seen('soak', passed, detail, 'time, or a program manager or government lead, by waiving it')
  const nothing = nothingBefore(facts)
  if (nothing !== null) return result(true, nothing)
  const { before } = facts
  const run = before?.runs[0]
  const label = before?.stage.label ?? ''
  if (!before?.soak || !run || run.state === 'rolled_back') {
    return seen(
      'soak',
      false,
      `The stage before, “${label}”, ${run ? 'was rolled back and has not run again' : 'has not been started'}.`,
      'a tech lead or program manager, by running that stage first',
    )
  }
  const { soak } = before
  if (soak.waived) return result(true, `The soak of “${label}” was waived.`)
  if (soak.note !== null) return result(true, soak.note)
  if (soak.over) return result(true, `“${label}” has soaked its ${soak.words}.`)
  return result(
    false,
    `“${label}” soaks for ${soak.words}, until ${soak.endsAt ? momentInWords(soak.endsAt.toISOString()) : 'it is resumed'}.`,
  )
}
