import { bareHeading } from './heading-kind.ts'
import { plainText } from './inline-text.ts'
import { hasWord, keywordsOf } from './keywords.ts'
import { ownAnswer } from './placeholders.ts'
import type { PlanText } from './plan-text.ts'
import type { DecisionKind } from './reading.ts'

const before = /^(?:final|launch|our|the|go ?\/ ?no[ -]?go)\s+/i
const label = /^([\p{L}]{5,10})\s*(?:[:=]|[-–—](?=\s)|$)\s*/u

/** The decision of a sheet as written, `text` null where none was; null where none is asked for. */
export function readDecision(plan: PlanText): { text: string | null; line: number } | null {
  for (const [index, block] of plan.blocks.entries()) {
    if (block.kind === 'row' || block.kind === 'code' || block.kind === 'rule') continue
    const text = bareHeading(block.text).replace(before, '')
    const match = label.exec(text)
    if (!match || !hasWord(keywordsOf(match[1] ?? ''), 'decision', 'verdict', 'outcome')) continue
    const rest = text.slice(match[0].length)
    const said = pickedChoice(block.raw) ?? ownAnswer(rest)
    if (said !== '' || rest !== '') return { text: said || null, line: block.line }
    const next = plan.blocks[index + 1]
    const answers = next && next.kind !== 'heading' && !next.text.includes('?')
    const below = answers ? (pickedChoice(next.raw) ?? ownAnswer(next.text)) : ''
    return { text: below || null, line: block.line }
  }
  return null
}

/** The one choice of the template's that is set in bold: "**Launch** / Pause / Pivot". */
function pickedChoice(raw: string): string | null {
  const bold = raw.replace(/`/g, '').match(/\*\*(?:launch|pause|pivot)\*\*/gi) ?? []
  return bold.length === 1 && /\/\s*(?:\*\*)?(?:pause|pivot)/i.test(raw)
    ? plainText(bold[0] ?? '')
    : null
}

/** What a decision amounts to: "Good to go!" is a go, "Proceeding with launch" a launch. */
export function decisionKind(text: string): DecisionKind {
  if (
    /\bno[ -]?go\b|\bnot (?:go|launch|proceed|ready|approved)|\bdo(?:n'?t| not) (?:go|launch|proceed)|\breject|\bcancel/i.test(
      text,
    )
  )
    return 'no_go'
  if (/\bpivot/i.test(text)) return 'pivot'
  if (/\bpaus|\bpostpon|\bdelay|\bhold\b|\bdefer|\bwait\b/i.test(text)) return 'pause'
  if (/\blaunch|\bship|\brelease/i.test(text)) return 'launch'
  if (/\bgo(?:ing)?\b|\bproceed|\bapproved?\b|\byes\b|\bgreen\b/i.test(text)) return 'go'
  return 'other'
}
