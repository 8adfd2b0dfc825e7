import { wordsOf } from './inline-text.ts'
import { isNear } from './keywords.ts'

/**
 * Wording that the release plan templates bring along and no team wrote, one sentence a line, every
 * version met. A sentence is recognised by its words, so small copy edits of it still count.
 */
const sentences = `
so you're thinking about how you want to launch your product
even though your feature has been tested and ready production is still a different environment than staging
you'll need to create a rollback plan if things go wrong
usually this is as simple as a feature toggle flip
be as specific as possible
our pm and po will monitor analytics and if they see a spike in errors or unexpected behavior they will contact the engineering team to get the fe engineer to disable the toggle
our pm and po will monitor analytics
if they see a spike in errors or unexpected behavior they will contact the engineering team to get the fe engineer to disable the toggle
create your rollback plan
yes a staged rollout is required unless you can confidently answer yes to all of the following
this change does not add substantial new functionality to va.gov
this change does not impact user flows through tasks
this change does not affect traffic to backend services
a change to a page's text content could skip staged rollout
a minor visual redesign to a page that doesn't affect user flows could skip staged rollout
adding a new field to an existing form could skip staged rollout
a new feature on an existing application that creates new backend traffic needs staged rollout
a significant change to how users navigate an existing form needs staged rollout
a feature that will route significantly more users and therefore more backend traffic to an existing application needs staged rollout
right now feature toggles are the primary tool vsp provides for facilitating staged rollout
currently feature toggles are the primary tool vsp provides for facilitating staged rollout
if feature toggles don't work for your use case you can request an exception from staged rollout in staging review
other exceptions to this requirement can be approved by depo vsp octo leads
depo vsp octo leads can approve other exceptions to this requirement
we recommend that the rollout plan has five stages each increasing the number of veterans
we recommend that the roll out plan has 5 stages each with a increasing amount of users
this plan is a strongly recommended guideline but should only be deviated for precise reasons
this is a only a strongly recommend guideline but should only be deviated for very specific reasons
the stages and number of users below are provided as example values recommended by vsp but can be customized to your team's needs
the kpis and numbers are example values recommended by vsp but can be customized to your team's needs
the recommended progression is 1% 25% 100%
however vfs teams have flexibility to add more increments to mitigate risk
test a small population of users to make sure any obvious bugs edge cases are caught
test a small veteran population to ensure any obvious bugs edge cases are found
test a larger population of users to make sure there are no issues exposed by larger usage patterns
test a larger user population to ensure larger usage patterns expose no issues
more stages sure if it makes sense for your product plan them out with the same structure as above
monitoring features is always important but double so for newer features
continue to check in on the kpis of your feature at periodic intervals to make sure everything is working as expected
we recommend 1 week and 1 month check ins but this is only the minimal
we recommend one week and one month check ins but this is only minimal
continue to check in on the kpis of your feature at periodic intervals to ensure everything is working as expected
to be completed once you have gathered your initial set of data as outlined above
for any moderately or significantly changing feature you'll need to create a feature toggle or two
you'll need to create a feature toggle or two for any moderately or significantly changing feature
follow the best practices for creating feature toggles
list the features toggles here
since we use a continuous delivery model once code is in the main branch it will be deployed that day
this means that validation is a cornerstone of the release process
before enabling your feature toggle in production you'll need to
follow best practices for qa
have your team perform as much validation in staging as possible
validation may be challenging for some teams and systems due to downstream requirements but the staging system should mimic the production system as much as possible
this may be a challenge for some teams and systems due to downstream requirements but the staging system should mimic the production system as much as possible
work any downstream or dependant systems proactively to ensure that the feature is ready for use once it hits production
have a go no go meeting with the team to ensure that the feature is ready for use and signed off by each discipline and your depo octo contact
during this meeting you'll need to
review the plan with your depo octo representative
review the release plan with your team
how do the kpis you gathered compare to your pre launch definition s of success
what qualitative feedback have you gathered from users or other stakeholders if any
which assumptions you listed in your product outline were were not validated
which of the assumptions you listed in your product outline were were not validated
how might your product evolve now or in the future based on these results
what technical tasks are needed to clean up i e removal of feature toggles
new feature in existing application yes
new application yes
static content changes doable but tricky
url redirects no
`
  .trim()
  .split('\n')
  .map((sentence) => wordsOf(sentence))

const byWord = new Map<string, number[]>()
sentences.forEach((words, index) => {
  for (const word of new Set(words)) byWord.set(word, [...(byWord.get(word) ?? []), index])
})

/** Words that carry little: they alone do not point to a template sentence. */
const light = new Set(
  'a an and any are as be by for if in is it of on or that the this to with you your'.split(' '),
)

/**
 * How much a sentence is one of the template's, 0 to 1: twice the words in common over all words.
 * Takes words as `wordsOf` gives them.
 */
function templateLikeness(words: string[]): number {
  if (words.length === 0 || words.length > 60) return 0
  const shared = new Map<number, number>()
  for (const word of new Set(words)) {
    if (light.has(word)) continue
    for (const index of byWord.get(word) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1)
  }
  let best = 0
  for (const [index, common] of shared) {
    const sentence = sentences[index]
    if (sentence && common * 3 >= sentence.length / 2) best = Math.max(best, dice(words, sentence))
  }
  return best
}

/** Whether a sentence is the template's own, small edits allowed. */
export function isTemplateSentence(sentence: string): boolean {
  const words = wordsOf(sentence)
  if (words[0] === 'example') words.shift()
  return words.length === 0 || (templateLikeness(words) >= 0.87 && isKnownWording(words))
}

/** A word that no template uses, such as a name put in, makes a sentence the author's. */
function isKnownWording(words: string[]): boolean {
  return words.every((word) => byWord.has(word) || light.has(word) || isSlip(word))
}

function isSlip(word: string): boolean {
  if (word.length < 5) return false
  for (const known of byWord.keys()) if (isNear(word, known)) return true
  return false
}

/** The sentences of a text. A full stop inside a name or number ends nothing. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?:])["'”’)*]{0,3}\s+(?=[\p{Lu}\p{N}"'“(*[])|\n/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

/** The text without the sentences that the template brought. */
export function ownSentences(text: string): string {
  return sentencesOf(text)
    .filter((sentence) => !isTemplateSentence(sentence))
    .join(' ')
}

function dice(a: string[], b: string[]): number {
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const count = left.get(word) ?? 0
    if (count > 0) {
      common++
      left.set(word, count - 1)
    }
  }
  return (2 * common) / (a.length + b.length)
}
