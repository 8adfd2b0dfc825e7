import { wordsOf } from './inline-text.ts'

/** Prompts of the templates: a line that begins like one is that prompt, what follows its answer. */
const prompts = `
desired date range or test duration
desired date range
desired launch date
desired test date
desired date
planned date
actual date
desired number of users
how youll recruit the right production test users
how youll recruit test users
how youll conduct the testing
how youll give the test users access to the product in production w o making it live on va gov
how youll give test users access to the product
the groups from which youll recruit test users
what success criteria will you look at before launch
how youll measure your success criteria
number of unique users
number of users
results per your success criteria
number of bugs identified fixed
was the data submitted if any easy for va to process
was any downstream service affected by the change
types of errors logged
any changes necessary based on the logs or feedback on user challenges or va challenges
any changes necessary based on the logs feedback on user challenges or va challenges
any ux changes necessary based on the logs or feedback on user challenges or va challenges
any ux changes necessary based on the logs feedback on user challenges or va challenges
any ux changes necessary based on the logs user feedback or va challenges
what changes if any are necessary based on the logs or feedback on user challenges or va challenges
what changes if any are necessary based on the logs feedback on user challenges or va challenges
what changes if any are necessarily based on the logs feedback on user challenges or va challenges
what ux changes if any are necessary based on the logs or feedback on user challenges or va challenges
if yes what
how will you make the product available in production while limiting the number of users who can find access it
what metrics based criteria will you look at before advancing rollout to the next stage success criteria
what metrics based criteria will you look at before advancing rollout to the next stage
links to dashboards showing success criteria metrics
links to the dashboards showing success criteria metrics
link to the dashboards showing success criteria metrics
who is monitoring the dashboards
length of time
percentage of users and roughly how many users do you expect this to be
percentage of users
metrics at this stage per your success criteria
post launch kpi 1 actual
post launch kpi 2 actual
post launch kpi 3 actual
post launch kpi 1
post launch kpi 2
post launch kpi 3
go no go
any issues with va handling processing
any issues with platform handling processing
how do the kpis you gathered compare to your pre launch definitions of success
what qualitative feedback have you gathered from users or other stakeholders if any
what qualitative feedback have you gathered from users or other stakeholders
which assumptions you listed in your product outline were were not validated
which of the assumptions you listed in your product outline were were not validated
how might your product evolve now or in the future based on these results
what technical tasks are needed to clean up i e removal of feature toggles
`
  .trim()
  .split('\n')
  .map((prompt) => prompt.split(' '))
  .sort((a, b) => b.length - a.length)

const byFirst = new Map<string, string[][]>()
for (const prompt of prompts) {
  const first = prompt[0] ?? ''
  byFirst.set(first, [...(byFirst.get(first) ?? []), prompt])
}

/**
 * Where a template prompt at the start of a text ends, as an offset into it, or -1 when the text
 * does not begin with one. Punctuation and case do not matter; `(s)` counts as `s`.
 */
export function promptEnd(text: string): number {
  const opening = /^[^\p{L}\p{N}]{0,12}([\p{L}\p{N}]+)/u.exec(text)?.[1]?.toLowerCase() ?? ''
  const candidates = byFirst.get(opening)
  if (!candidates) return -1
  const spoken = spokenWords(text.slice(0, 400))
  for (const prompt of candidates) {
    if (prompt.every((word, i) => spoken[i]?.word === word))
      return spoken[prompt.length - 1]?.end ?? -1
  }
  return -1
}

function spokenWords(text: string): { word: string; end: number }[] {
  const found: { word: string; end: number }[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+|\(s\))?/gu)) {
    const word = wordsOf(match[0].replace('(s)', 's')).join('')
    found.push({ word, end: match.index + match[0].length })
  }
  return found
}
