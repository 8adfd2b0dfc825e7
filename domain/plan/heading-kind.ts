import { hasWord, keywordsOf } from './keywords.ts'
import { isStageLabel } from './stage-label.ts'

const document =
  /\b(?:release|launch|roll[ -]?out|deployment|go[ -]?live) plan\b|\bgo ?(?:\/|or|-|&)? ?no[ -]?go\b|\bchecklist\b|\btemplate\b/i

/** Whether a heading names a whole document ("… Release Plan", "… Go / No Go"). */
export const namesDocument = (text: string): boolean => document.test(text)

export type HeadingKind =
  | 'toggles'
  | 'validation'
  | 'production'
  | 'staged_question'
  | 'exceptions'
  | 'rollback'
  | 'uat'
  | 'rollout'
  | 'stage'
  | 'contacts'
  | 'go_live'
  | 'post_launch'
  | 'check_ins'
  | 'one_week'
  | 'one_month'
  | 'questions'
  | 'guidance'
  | 'overview'
  | 'contents'
  | 'criteria'
  | 'decision'
  | 'planning'
  | 'results'

/** Kinds that say what a part is for, not what it is about: they belong to the heading above. */
export const genericKinds: ReadonlySet<HeadingKind> = new Set(['planning', 'results'])

/**
 * What a heading announces, by its words: level, case, numbering, emphasis, punctuation and slips
 * of the keyboard do not matter. Null for a heading of the team's own.
 */
export function headingKind(heading: string): HeadingKind | null {
  const text = bareHeading(heading)
  const words = keywordsOf(text)
  if (words.length === 0) return null
  const has = (...targets: string[]) => hasWord(words, ...targets)
  const short = words.length <= 7

  if (isStagedQuestion(words)) return 'staged_question'
  if (/^(?:when|how) to use/i.test(text) || (has('guidance', 'instructions') && short)) {
    return 'guidance'
  }
  if (has('questions') && has('postlaunch', 'launch', 'phase', 'open')) return 'questions'
  if (has('rollback')) return words.includes('stage') && has('results') ? 'results' : 'rollback'
  if (isContacts(words)) return 'contacts'
  if (isStageLabel(text)) return 'stage'
  const checkIn = checkInKind(words)
  if (checkIn) return checkIn
  if (has('postlaunch')) return 'post_launch'
  if (has('results', 'outcome') && short) return 'results'
  if (isUat(words)) return 'uat'
  if (has('golive')) return 'go_live'
  if (has('exceptions') && words.length <= 4) return 'exceptions'
  if (has('decision', 'verdict') && words.length <= 12) return 'decision'
  if (has('criteria', 'metrics', 'kpis', 'risks', 'signals', 'goals', 'monitoring')) {
    return 'criteria'
  }
  if (isToggles(words)) return 'toggles'
  if (has('validation', 'validate') && short) return 'validation'
  if (has('production') && has('rollout') && words.includes('step')) return 'production'
  if (isRollout(words)) return 'rollout'
  if (has('planning') || (has('plan') && words.length <= 3)) return 'planning'
  if (has('overview', 'background', 'purpose', 'summary', 'introduction') && short) {
    return 'overview'
  }
  if (/^(?:table of )?contents$|^toc$/i.test(words.join(' '))) return 'contents'
  return null
}

/** Without the number, sign or picture that stands before the words. */
export function bareHeading(text: string): string {
  return text.replace(
    /^(?:[^\p{L}\p{N}~]+|\d{1,2}(?:\.\d{1,2})*[.):]\s+|\d{1,2}(?:\.\d{1,2})+\s+)+(?=\S)/u,
    '',
  )
}

/** "Do I need a staged rollout?", "Is a phased release required": the two words side by side. */
function isStagedQuestion(words: string[]): boolean {
  if (!hasWord(words, 'need', 'needed', 'require', 'required')) return false
  return words.some(
    (word, index) =>
      hasWord([word], 'staged', 'phased') &&
      hasWord(words.slice(index + 1, index + 2), 'rollout', 'release', 'launch'),
  )
}

function isContacts(words: string[]): boolean {
  if (words.length > 8) return false
  if (words.includes('poc') || words.includes('pocs')) return true
  if (hasWord(words, 'responsibilities', 'raci')) return true
  const contacts = hasWord(words, 'contacts') || words.includes('contact')
  if (!contacts || words.includes('center') || words.includes('centre')) return false
  return words.every(
    (word) => contactFiller.has(word) || hasWord([word], 'contacts', 'contact', 'points', 'point'),
  )
}

const contactFiller = new Set(
  'of key team main primary backup secondary emergency escalation launch release rollout project product our the for and list information info details who to us on call plan'.split(
    ' ',
  ),
)

/** One look, or one part for both: "1-week and 1-month results". */
function checkInKind(words: string[]): 'one_week' | 'one_month' | 'check_ins' | null {
  if (words.length > 14) return null
  const told = hasWord(
    words,
    'results',
    'checkin',
    'metrics',
    'postlaunch',
    'review',
    'report',
    'after',
    'post',
    'update',
    'outcomes',
    'monitoring',
  )
  if (!told && (words.length > 3 || words.includes('%'))) return null
  const week = words.includes('oneweek') || isOne(words, 'week')
  const month = words.includes('onemonth') || isOne(words, 'month')
  if (week && month) return 'check_ins'
  return week ? 'one_week' : month ? 'one_month' : null
}

/** "1-weke": a slip in the short word behind the number. */
function isOne(words: string[], unit: string): boolean {
  const at = words.findIndex((word) => word === '1' || word === 'one')
  const word = words[at + 1] ?? ''
  return (
    at >= 0 && word.length === unit.length && [...word].sort().join() === [...unit].sort().join()
  )
}

function isUat(words: string[]): boolean {
  if (words.includes('uat')) return !hasWord(words, 'unmoderated')
  if (words.includes('moderated') && hasWord(words, 'testing')) return true
  const numbered = words[0] === 'phase' || words[0] === 'stage'
  return numbered && hasWord(words, 'testing') && !hasWord(words, 'unmoderated', 'canary', 'staged')
}

function isToggles(words: string[]): boolean {
  if (words.length > 8) return false
  if (hasWord(words, 'toggle', 'toggles', 'flipper', 'flippers')) return true
  if (words.includes('flag') || words.includes('flags')) return true
  const rest = words.filter((word) => word !== 'step' && !/^\d+$/.test(word))
  return rest.length === 1 && hasWord(rest, 'development')
}

function isRollout(words: string[]): boolean {
  if (words.length > 16) return false
  if (hasWord(words, 'rollout', 'unmoderated')) return true
  if (words.length <= 3 && (words.includes('stages') || words.includes('phases'))) return true
  const moved = hasWord(words, 'release', 'launch', 'deployment', 'ramp')
  if (!moved) return false
  const phase = words[0] === 'phase' || words[0] === 'stage'
  return phase || hasWord(words, 'staged', 'phased', 'schedule', 'strategy', 'stages', 'phases')
}
