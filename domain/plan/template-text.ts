import { wordsOf } from './inline-text.ts'
import { isNear } from './keywords.ts'

/**
 * Wording that the release plan templates bring along and no team wrote: for each sentence of every
 * version met the bag of its words, in the order of the alphabet. A sentence is recognised by the
 * words it shares with one, so small copy edits of it still count.
 */
const sentences = `
1 1 and but check ins is minimal month only recommend the this we week
1% 100% 25% is progression recommended the
5 a amount each has increasing of out plan recommend roll stages that the users we with
a a affect could doesn't flows minor page redesign rollout skip staged that to user visual
a a be but deviated for guideline is only only reasons recommend should specific strongly this very
a a change content could page's rollout skip staged text to
a adding an could existing field form new rollout skip staged to
a all answer can confidently following is of required rollout staged the to unless yes yes you
a an and application backend existing feature more more needs rollout route significantly staged that therefore to traffic users will
a an application backend creates existing feature needs new new on rollout staged that traffic
a an change existing form how navigate needs rollout significant staged to users
a analytics and and behavior contact disable engineer engineering errors fe get if in monitor or our pm po see spike team the the the they they to to toggle unexpected will will
a and and by contact depo discipline each ensure feature for go go have is meeting no octo off ready signed team that the the to use with your
a and as as be but challenge downstream due for may mimic much possible production requirements should some staging system system systems teams the the this to
a and been different environment even feature has is production ready staging still tested than though your
a any are bugs cases caught edge make obvious of population small sure test to users
a any are bugs cases edge ensure found obvious population small test to veteran
a any changing create feature feature for moderately need or or significantly to toggle two you'll
a are by exposed issues larger larger make no of patterns population sure test there to usage users
a as as feature flip is simple this toggle usually
a be branch code continuous day delivery deployed in is it main model once since that the use we will
a be but deviated for guideline is only plan precise reasons recommended should strongly this
a behavior contact disable engineer engineering errors fe get if in or see spike team the the the they they to to toggle unexpected will
a cornerstone is means of process release that the this validation
a create go if need plan rollback things to wrong you'll
a ensure expose issues larger larger no patterns population test to usage user
about how launch product so thinking to want you you're your
above as be completed data gathered have initial of once outlined set to you your
above as for if it makes more out plan product same sense stages structure sure the them with your
add change does functionality new not substantial this to va.gov
add flexibility have however increments mitigate more risk teams to to vfs
affect backend change does not services this to traffic
always but double features features for important is monitoring newer so
an can case don't exception feature for from if in request review rollout staged staging toggles use work you your
analytics and monitor our pm po will
and are as be below but by can customized example needs number of provided recommended stages team's the to users values vsp your
and are be but by can customized example kpis needs numbers recommended team's the to values vsp your
and as as be but challenging downstream due for may mimic much possible production requirements should some staging system system systems teams the the to validation
and but check ins is minimal month one one only recommend this we week
any dependant downstream ensure feature for hits is it once or proactively production ready systems that the to use work
any feedback from gathered have if or other qualitative stakeholders users what you
application existing feature in new yes
application new yes
approve can depo exceptions leads octo other requirement this to vsp
approved be by can depo exceptions leads octo other requirement this to vsp
are clean e feature i needed of removal tasks technical to toggles up what
are currently facilitating feature for primary provides rollout staged the toggles tool vsp
are facilitating feature for now primary provides right rollout staged the toggles tool vsp
as as be possible specific
as as have in much perform possible staging team validation your
as at check continue ensure everything expected feature in intervals is kpis of on periodic the to to working your
as at check continue everything expected feature in intervals is kpis make of on periodic sure the to to working your
assumptions in listed not of outline product the validated were were which you your
assumptions in listed not outline product validated were were which you your
based evolve future how in might now on or product results the these your
before enabling feature in need production to toggle you'll your
best creating feature follow for practices the toggles
best follow for practices qa
but changes content doable static tricky
change does flows impact not tasks this through user
compare definition do gathered how kpis launch of pre s success the to you your
create plan rollback your
depo octo plan representative review the with your
during meeting need this to you'll
each five has increasing number of plan recommend rollout stages that the the veterans we
features here list the toggles
no redirects url
plan release review team the with your
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
