import { keyWords } from '../flag-key.ts'
import { wordsOf } from '../inline-text.ts'
import { isWithin, type Section } from '../outline.ts'
import type { Finding } from '../reading.ts'
import { togglesInTables } from '../toggle-table.ts'
import type { Evidence } from './evidence.ts'
import { makeFinding, quoted } from './make-finding.ts'

/** Words of keys that say nothing of a product. */
const generic = new Set(
  (
    'va vets api web website form forms enable enabled enables disable show new update updates updated ' +
    'feature flag toggle switch power main flow page pages version beta test pilot launch release staged ' +
    'rollout v1 v2 v3 v4 use uses using the and for with frontend backend fe be ui status online view'
  ).split(' '),
)
const enough = 60

/**
 * Listed toggles that a plan on something else must have kept from the plan it was copied from: no
 * word of the key, and no initials, occur in title and introduction, which are long enough to tell,
 * and the plan never speaks of the key again outside of its toggle table.
 */
export function foreignToggles({ plan, reading }: Evidence): Finding[] {
  if (reading.title === null || /template/i.test(reading.title)) return []
  const about = introduction(plan.sections)
  if (about.length < enough) return []
  const known = new Set(about)
  const initials = initialsOf(reading.title)
  const listed = togglesInTables(plan)
  const counts = new Map<string, number>()
  for (const match of plan.visible.matchAll(/[A-Za-z][\w-]{2,119}/g)) {
    const same = keyWords(match[0])
    counts.set(same, (counts.get(same) ?? 0) + 1)
  }
  const isForeign = (key: string) => {
    const words = keyWords(key)
      .split('_')
      .filter((word) => word.length > 2 && !generic.has(word) && !/^\d{1,2}$/.test(word))
    if (words.length === 0 || (counts.get(keyWords(key)) ?? 0) > 1) return false
    return words.every((word) => !isSpokenOf(word, known) && !initials.includes(word))
  }
  if (listed.length === 0 || !listed.every(({ key }) => isForeign(key))) return []
  return listed.map(({ key, line }) =>
    makeFinding(
      'toggle_of_another_product',
      line,
      [key],
      `The toggle ${quoted(key)} shares no word with what ${quoted(reading.title ?? '')} is about. If it came along from another plan, name this plan's toggle instead.`,
    ),
  )
}

/** The words of the title and of the team's own chapters, the parts on the rollout left out. */
function introduction(sections: Section[]): string[] {
  const words: string[] = []
  for (const section of sections) {
    if (isWithin(section, 'toggles')) break
    if (section.kind !== null && section.kind !== 'overview' && section.kind !== 'criteria')
      continue
    words.push(...wordsOf(section.title))
    for (const block of section.blocks) words.push(...wordsOf(block.text))
    if (words.length > 5000) break
  }
  return words
}

function isSpokenOf(word: string, known: ReadonlySet<string>): boolean {
  if (known.has(word)) return true
  const stem = word.slice(0, Math.max(4, word.length - 3))
  for (const other of known)
    if (other.startsWith(stem) || (other.length > 3 && word.startsWith(other))) return true
  return false
}

/** Two to four first letters in a row, as in "sc" for Supplemental Claims. */
function initialsOf(title: string): string[] {
  const letters = wordsOf(title).map((word) => word[0] ?? '')
  return letters.flatMap((_, at) =>
    [2, 3, 4].map((length) => letters.slice(at, at + length).join('')),
  )
}
