/** What a discipline can say when it is called. */
export const VERDICTS = ['go', 'no_go', 'abstain', 'not_applicable'] as const

export type Verdict = (typeof VERDICTS)[number]

/** What stands in a round: a verdict, or that the last one was taken back. */
export const SAID = [...VERDICTS, 'withdrawn'] as const

export type Said = (typeof SAID)[number]

const WORDS: Record<Said, string> = {
  go: 'go',
  no_go: 'no-go',
  abstain: 'abstains',
  not_applicable: 'not applicable',
  withdrawn: 'withdrawn',
}

/** What was said, as people say it: "go", "no-go", "not applicable". */
export function saidWords(said: Said): string {
  return WORDS[said]
}

/** A word from the database as one of those known. */
export function saidOf(word: string): Said {
  const said = SAID.find((known) => known === word)
  if (!said) throw new RangeError(`"${word}" is nothing that a discipline can say`)
  return said
}
