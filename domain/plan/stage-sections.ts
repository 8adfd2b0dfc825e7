import type { Block } from './blocks.ts'
import { datesIn } from './dates.ts'
import { fieldOf } from './field.ts'
import { hasWord, keywordsOf } from './keywords.ts'
import { blocksWithin, isWithin, labelLevel, type Section } from './outline.ts'
import { ownAnswer } from './placeholders.ts'
import type { PlanText } from './plan-text.ts'
import { shareIn, shareInAnswer, shareOfUsersIn } from './share.ts'
import type { StageCandidate } from './stage-candidate.ts'
import { isTemplateSentence } from './template-text.ts'

/** What the fields below a stage's label say. */
export type StageBody = {
  share: number | null
  shareLine: number
  soak: string | null
  dates: string | null
  fields: number
  authored: boolean
}

/** Stages that are headings, or bold labels, with their plan below them. */
export function stageSections(plan: PlanText): StageCandidate[] {
  const seen = new Set<string>()
  return plan.sections.flatMap((section) => {
    if (section.kind !== 'stage' || !section.heading) return []
    if (
      section.parent &&
      section.level === labelLevel &&
      isWithin(section.parent, 'rollback', 'uat', 'results', 'contacts')
    ) {
      return []
    }
    const label = section.title.replace(/\s*[:：]$/u, '')
    const body = stageBody(plannedBlocks(section))
    const labelShare = shareIn(label)
    const named =
      labelShare !== null || /canary|^stage\b|pilot|facilit|users|full|limited/i.test(label)
    if (!named && body.share === null && body.fields === 0) return []
    if (seen.has(label.toLowerCase())) return []
    seen.add(label.toLowerCase())
    return [
      {
        label,
        form: 'section' as const,
        line: section.line,
        labelShare,
        bodyShare: body.share,
        bodyLine: body.shareLine,
        soak: body.soak,
        dates: body.dates ?? datesIn(label),
        authored: body.authored,
      },
    ]
  })
}

/** The planning part of a stage: what was recorded afterwards is left out. */
export function plannedBlocks(section: Section): Block[] {
  const children = section.children.filter((child) => child.kind !== 'results')
  return blocksWithin({ ...section, children })
}

/** Reads share, soak and dates from lines of the form "prompt: answer", else the share from prose. */
export function stageBody(blocks: Block[]): StageBody {
  const body: StageBody = {
    share: null,
    shareLine: 0,
    soak: null,
    dates: null,
    fields: 0,
    authored: false,
  }
  for (const block of blocks) {
    if (block.kind !== 'item' && block.kind !== 'paragraph') continue
    const field = fieldOf(block.text)
    if (!field) continue
    takeField(body, block, field.prompt, field.answer)
  }
  if (body.share === null) {
    for (const block of blocks) {
      if (block.kind !== 'paragraph' && block.kind !== 'item') continue
      if (fieldOf(block.text)?.known || isTemplateSentence(block.text)) continue
      const share = shareOfUsersIn(block.text)
      if (share === null) continue
      body.share = share
      body.shareLine = block.line
      break
    }
  }
  return body
}

function takeField(body: StageBody, block: Block, prompt: string, answer: string) {
  const words = keywordsOf(prompt)
  if (words.length > 16) return
  const asksShare = hasWord(words, 'percentage', 'percent') || words.includes('%')
  const asksAudience =
    words.length <= 4 &&
    hasWord(
      words,
      'audience',
      'users',
      'target',
      'traffic',
      'exposure',
      'population',
      'rollout',
      'scope',
    )
  const asksSoak =
    hasWord(words, 'length', 'duration', 'soak', 'timeframe') ||
    (words.includes('time') && words.length <= 4)
  const asksDates = hasWord(
    words,
    'dates',
    'date',
    'start',
    'when',
    'timing',
    'schedule',
    'timeline',
  )
  if (!asksShare && !asksAudience && !asksSoak && !asksDates) return
  body.fields++
  if (answer === '') return
  if (asksShare || asksAudience) {
    const share = shareInAnswer(answer, asksShare)
    if (body.share === null && share !== null) {
      body.share = share
      body.shareLine = block.line
    }
  } else if (asksSoak) {
    body.soak ??= answer
    body.dates ??= datesIn(answer)
    body.authored = true
  } else if (asksDates && ownAnswer(answer) !== '' && !/actual/i.test(prompt)) {
    body.dates ??= answer
    body.authored = true
  }
}
