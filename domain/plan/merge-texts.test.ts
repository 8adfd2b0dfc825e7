import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LineChange, type MergePiece, mergeChanges } from './merge-texts.ts'

const lines = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n'), { maxLength: 12 })

/** Changes in order that do not touch each other, for a text of so many lines. */
function changesOf(length: number) {
  return fc
    .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 }), lines), {
      maxLength: 4,
    })
    .map((steps) => {
      const changes: LineChange[] = []
      let at = 0
      for (const [skipped, replaced, said] of steps) {
        const start = at + skipped
        const end = start + replaced
        if (end <= length && (replaced > 0 || said.length > 0)) {
          changes.push({ start, end, lines: said })
        }
        at = end + 1
      }
      return changes
    })
}

const twoEdits = lines.chain((base) =>
  fc.tuple(fc.constant(base), changesOf(base.length), changesOf(base.length)),
)

function applied(base: readonly string[], changes: readonly LineChange[]): string[] {
  return changes.reduceRight<string[]>(
    (text, { start, end, lines: said }) => [...text.slice(0, start), ...said, ...text.slice(end)],
    [...base],
  )
}

const settledWith = (pieces: readonly MergePiece[], side: 'base' | 'mine' | 'theirs') =>
  pieces.flatMap((piece) => (piece.kind === 'settled' ? piece.lines : piece[side]))

const conflictsOf = (pieces: readonly MergePiece[]) =>
  pieces.filter(({ kind }) => kind === 'conflict').length

test('what only one person changed is what that person wrote', () => {
  fc.assert(
    fc.property(twoEdits, ([base, mine]) => {
      expect(settledWith(mergeChanges(base, mine, []), 'base')).toEqual(applied(base, mine))
      expect(settledWith(mergeChanges(base, [], mine), 'base')).toEqual(applied(base, mine))
    }),
  )
})

test('the same change by both is taken once and is no conflict', () => {
  fc.assert(
    fc.property(twoEdits, ([base, mine]) => {
      const merged = mergeChanges(base, mine, mine)
      expect(conflictsOf(merged)).toBe(0)
      expect(settledWith(merged, 'base')).toEqual(applied(base, mine))
    }),
  )
})

test('whose side is whose does not change what meets', () => {
  fc.assert(
    fc.property(twoEdits, ([base, mine, theirs]) => {
      const one = mergeChanges(base, mine, theirs)
      const other = mergeChanges(base, theirs, mine)
      expect(conflictsOf(one)).toBe(conflictsOf(other))
      expect(settledWith(one, 'mine')).toEqual(settledWith(other, 'theirs'))
    }),
  )
})

test('changes of different lines are all taken, in the order of the text', () => {
  fc.assert(
    fc.property(
      lines.chain((base) => fc.tuple(fc.constant(base), changesOf(base.length))),
      fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      ([base, changes], owner) => {
        const merged = mergeChanges(
          base,
          changes.filter((_, index) => owner[index]),
          changes.filter((_, index) => !owner[index]),
        )
        expect(conflictsOf(merged)).toBe(0)
        expect(settledWith(merged, 'base')).toEqual(applied(base, changes))
      },
    ),
  )
})

test('choosing one side at each conflict loses nothing of that side', () => {
  fc.assert(
    fc.property(twoEdits, ([base, mine, theirs]) => {
      const kept = settledWith(mergeChanges(base, mine, theirs), 'mine')
      for (const line of mine.flatMap((change) => change.lines)) expect(kept).toContain(line)
    }),
  )
})

test('a line that both changed differently is a conflict with all three texts', () => {
  expect(
    mergeChanges(
      ['1\n', '2\n', '3\n'],
      [{ start: 1, end: 2, lines: ['two\n'] }],
      [{ start: 1, end: 3, lines: ['zwei\n', 'drei\n'] }],
    ),
  ).toEqual([
    { kind: 'settled', lines: ['1\n'] },
    {
      kind: 'conflict',
      start: 1,
      base: ['2\n', '3\n'],
      mine: ['two\n', '3\n'],
      theirs: ['zwei\n', 'drei\n'],
    },
  ])
})

test('two additions at one place are a conflict: nobody said which comes first', () => {
  const merged = mergeChanges(
    ['1\n'],
    [{ start: 1, end: 1, lines: ['mine\n'] }],
    [{ start: 1, end: 1, lines: ['theirs\n'] }],
  )
  expect(merged.map(({ kind }) => kind)).toEqual(['settled', 'conflict'])
})
