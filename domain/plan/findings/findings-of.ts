import type { Finding } from '../reading.ts'
import { dateFindings } from './dates-clash.ts'
import { declinedStaging } from './declined-staging.ts'
import { duplicateToggles } from './duplicate-toggles.ts'
import type { Evidence } from './evidence.ts'
import { foreignToggles } from './foreign-toggles.ts'
import { goWithoutAnswers } from './go-without-answers.ts'
import { hiddenContent } from './hidden-content.ts'
import { clashingPercentages, stagesGoingBackwards } from './percentages.ts'
import { unknownRoles } from './unknown-roles.ts'

const rules = [
  clashingPercentages,
  stagesGoingBackwards,
  dateFindings,
  foreignToggles,
  goWithoutAnswers,
  declinedStaging,
  hiddenContent,
  duplicateToggles,
  unknownRoles,
]

const most = 100

/**
 * What in a plan contradicts itself or asks for a person's eye, by line. A finding says what is
 * there and what to do; it never blocks the reading. Rules would rather miss one than invent one.
 */
export function findingsOf(evidence: Evidence): Finding[] {
  const seen = new Map<string, number>()
  return rules
    .flatMap((rule) => rule(evidence).slice(0, most))
    .sort((a, b) => a.line - b.line)
    .map((finding) => {
      const count = (seen.get(finding.id) ?? 0) + 1
      seen.set(finding.id, count)
      return count === 1 ? finding : { ...finding, id: `${finding.id}-${count}` }
    })
}
