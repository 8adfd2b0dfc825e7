import { ownAnswer } from './placeholders.ts'
import type { PlanText } from './plan-text.ts'
import type { DecisionKind } from './reading.ts'

const label =
  /^(?:final |launch |go ?\/ ?no[ -]?go |our |the )?(?:decision|verdict|outcome)\s*(?:[:=]|[-–—](?=\s)|$)\s*/iu

/** The decision of a sheet as written, `text` null where none was; null where none is asked for. */
export function readDecision(plan: PlanText): { text: string | null; line: number } | null {
  for (const [index, block] of plan.blocks.entries()) {
    if (block.kind === 'row' || block.kind === 'code' || block.kind === 'rule') continue
    const match = label.exec(block.text)
    if (!match) continue
    const rest = block.text.slice(match[0].length)
    const said = ownAnswer(rest)
    if (said !== '' || rest !== '') return { text: said || null, line: block.line }
    const next = plan.blocks[index + 1]
    const below =
      next && next.kind !== 'heading' && !next.text.includes('?') ? ownAnswer(next.text) : ''
    return { text: below || null, line: block.line }
  }
  return null
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
