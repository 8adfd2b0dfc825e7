import type { MergeConflict } from '../../domain/plan/merge-texts.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import type { MergeChoice } from './merge-edits.ts'
import { TextDifference } from './text-difference-view.tsx'

interface MergeConflictsProps {
  conflicts: readonly MergeConflict[]
  author: string
  choices: readonly (MergeChoice | undefined)[]
  onChoose: (index: number, choice: MergeChoice) => void
}

/** Each place that two people changed differently: what one wrote against the other, and a choice. */
export function MergeConflicts({ conflicts, author, choices, onChoose }: MergeConflictsProps) {
  const options = [
    { value: 'theirs', label: `What ${author} wrote` },
    { value: 'mine', label: 'What I wrote' },
    { value: 'both', label: 'Both, theirs first' },
  ] as const
  return conflicts.map(({ start, base, mine, theirs }, index) => (
    <section
      key={`${start}:${mine.join('')}:${theirs.join('')}`}
      aria-label={placeWords(start, base.length)}
      className="mt-3 flex flex-col gap-2 border-t border-rule-strong pt-3"
    >
      <p className="font-semibold">{placeWords(start, base.length)}</p>
      <TextDifference
        label={`What ${author} wrote against what you wrote`}
        before={theirs.join('')}
        after={mine.join('')}
      />
      <p className="text-xs text-ink-soft">− as {author} wrote it, + as you wrote it</p>
      <RadioGroup
        name={`merge-${index}`}
        label="What stays here"
        options={options}
        value={choices[index] ?? null}
        onChange={(choice) => onChoose(index, choice)}
      />
    </section>
  ))
}

function placeWords(start: number, length: number): string {
  if (length === 0) return `After line ${start}`
  return length === 1 ? `Line ${start + 1}` : `Lines ${start + 1} to ${start + length}`
}
