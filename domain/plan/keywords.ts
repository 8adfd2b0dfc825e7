import { foldText } from './inline-text.ts'

/** Words that people write as one, two, or with a dash; compared as one. */
const compounds: [RegExp, string][] = [
  [
    /\broll(?:ed|ing)?[ -]?backs?\b|\bback[ -]?out(?= (?:plan|process|steps|procedure|strategy|criteria))/g,
    'rollback',
  ],
  [/\broll(?:ed|ing)?[ -]?outs?\b/g, 'rollout'],
  [/\bgo ?(?:\/|-|or|&)? ?no[ -]?go\b/g, 'gonogo'],
  [/\bgo[ -]live\b/g, 'golive'],
  [/\bcheck(?:ing)?[ -]?ins?\b/g, 'checkin'],
  [/\bpost[ -]?(?:launch|release)\b/g, 'postlaunch'],
  [/\bback[ -]?ups?\b/g, 'backup'],
  [/\bfront[ -]?end\b/g, 'frontend'],
  [/\bback[ -]?end\b/g, 'backend'],
  [/\b(?:1|one|first)[ -]?(?:wk|week)\b|\bweek (?:1|one)\b|\b(?:7|seven)[ -]?days?\b/g, 'oneweek'],
  [
    /\b(?:1|one|first)[ -]?(?:mo|month)\b|\bmonth (?:1|one)\b|\b(?:30|thirty)[ -]?days?\b/g,
    'onemonth',
  ],
  [/\bp\.?o\.?c\.?(?:'?s)?(?=$|[\s:,/)(-])/g, 'poc'],
  [/\bpoints?[ -]of[ -]contacts?\b/g, 'poc'],
  [/\buser acceptance test(?:s|ing)?\b/g, 'uat'],
]

/** The words of a short text (a heading, a label) with compounds joined: `Roll-out` is `rollout`. */
export function keywordsOf(text: string): string[] {
  let folded = foldText(text.slice(0, 400)).replace(/[*_`#]/g, '')
  for (const [spelling, word] of compounds) folded = folded.replace(spelling, word)
  return folded.replace(/'/g, '').match(/[\p{L}\p{N}]+|%/gu) ?? []
}

/** Whether a word is the target or a slip of the keyboard away from it. */
export function isNear(word: string, target: string): boolean {
  if (word === target) return true
  const allowed = target.length >= 9 ? 2 : target.length >= 5 ? 1 : 0
  if (allowed === 0 || Math.abs(word.length - target.length) > allowed) return false
  if (word[0] !== target[0] && word[1] !== target[1]) return false
  return allowed === 1 ? isOneSlip(word, target) : distance(word, target) <= allowed
}

/** Whether any of the words is (nearly) any of the targets. */
export function hasWord(words: string[], ...targets: string[]): boolean {
  return words.some((word) => targets.some((target) => isNear(word, target)))
}

/** One letter more, less or other, or two swapped: what differs lies in one place. */
function isOneSlip(a: string, b: string): boolean {
  let head = 0
  while (head < a.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) {
    tail++
  }
  const [left, right] = [a.length - head - tail, b.length - head - tail]
  if (left <= 1 && right <= 1) return true
  return left === 2 && right === 2 && a[head] === b[head + 1] && a[head + 1] === b[head]
}

/** Edits between two words, a swap of neighbours counting one. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      }
      row.push(cost)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
