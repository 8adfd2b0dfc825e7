import { listed } from '../../audit/phrases.ts'
import { type CheckSeen, seen } from '../check.ts'
import { metricStandings } from '../results-standing.ts'
import { nothingBefore, type StageFacts } from './stage-facts.ts'

/** The stage before has its results, they say to proceed, and its criteria are met or waived. */
export function resultsCheck(facts: StageFacts): CheckSeen {
  const result = (passed: boolean, detail: string, clearedBy = RECORDED) =>
    seen('results', passed, detail, clearedBy)
  const nothing = nothingBefore(facts)
  if (nothing !== null) return result(true, nothing)
  const run = facts.before?.runs[0]
  const label = facts.before?.stage.label ?? ''
  if (!run || run.state === 'rolled_back') {
    return result(
      false,
      `The stage before, “${label}”, ${run ? 'was rolled back and has not run again' : 'has not been started'}, so it has no results.`,
      'a tech lead or program manager, by running that stage first',
    )
  }
  if (!run.results) return result(false, `“${label}” has no results yet.`)
  if (run.results.decision !== 'proceed') {
    const said = run.results.decision === 'hold' ? 'to hold' : 'to roll back'
    return result(false, `The results of “${label}” say ${said}.`)
  }
  const open = metricStandings(run).filter(({ verdict, waived }) => verdict !== 'met' && !waived)
  if (open.length === 0) {
    return result(true, `The results of “${label}” say to proceed, each criterion met or waived.`)
  }
  const words = open.map(
    ({ name, verdict }) => `${name} is ${verdict === 'not_met' ? 'not met' : 'inconclusive'}`,
  )
  return result(
    false,
    `At “${label}” ${listed(words)}.`,
    'new results, or a program manager or government lead, by waiving the criterion',
  )
}

const RECORDED = 'a discipline lead, tech lead or program manager, by recording its results'
