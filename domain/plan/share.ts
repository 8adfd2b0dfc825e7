const people =
  '(?:users?|veterans?|traffic|visitors?|customers?|claimants?|applicants?|submissions?|sessions?|people|patients?|members?|accounts?|logged|authenticated|requests?|population|residents?)'
const shareOfPeople = new RegExp(
  String.raw`(\d{1,3}(?:\.\d{1,3})?) ?(?:%|percent\b)(?: of)?(?: (?:all|the|our|live|daily|total|eligible|logged[- ]in|va\.gov|authenticated|unauthenticated|production)){0,3} ${people}`,
  'i',
)
const anyShare = /(\d{1,3}(?:\.\d{1,3})?) ?(?:%|percent\b)/i
const insiders =
  /\b(?:internal|staff|employees?|test (?:users?|accounts?)|testers?|team(?:mates?| members?)?|allow-?list(?:ed)?|white-?list(?:ed)?)\b/i
const place =
  /\b(?:at|in|from|of)\b[^.;]{0,40}\b(?:facilit(?:y|ies)|sites?|vamcs?|clinics?|medical centers?|stations?|branch(?:es)?)\b/i
const everywhere =
  /\ball (?:the |our )?(?:facilities|sites|vamcs|clinics|medical centers|stations|branches)\b/i

/** The share of users that a text speaks of, 0 to 100, or null when it speaks of none. */
export function shareIn(said: string): number | null {
  const text = inDigits(said)
  const match = shareOfPeople.exec(text) ?? anyShare.exec(text)
  return match ? inRange(match[1]) : null
}

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const spelled = new RegExp(
  String.raw`\b(?:(?:(${tens.join('|')})(?:[ -](${units.slice(1, 10).join('|')}))?)|(${units.join('|')})|((?:a |one )?hundred))[ -]per ?cent\b`,
  'gi',
)

/** "ten percent" and "half of users" as digits. */
function inDigits(text: string): string {
  if (!/per ?cent|\bhalf\b|\bquarters?\b/i.test(text)) return text
  return text
    .replace(spelled, (_, ten?: string, one?: string, unit?: string) => {
      if (ten) return `${(tens.indexOf(low(ten)) + 2) * 10 + Math.max(units.indexOf(low(one)), 0)}%`
      return unit ? `${units.indexOf(low(unit))}%` : '100%'
    })
    .replace(
      new RegExp(String.raw`\bhalf(?: of)?(?: (?:all|the|our))* (?=${people})`, 'gi'),
      '50% of ',
    )
    .replace(
      new RegExp(String.raw`\b(?:a|one) quarter(?: of)?(?: (?:all|the|our))* (?=${people})`, 'gi'),
      '25% of ',
    )
    .replace(
      new RegExp(String.raw`\bthree quarters(?: of)?(?: (?:all|the|our))* (?=${people})`, 'gi'),
      '75% of ',
    )
}

const low = (word = '') => word.toLowerCase()

/** Whether words say "all users" and nothing less. */
const isEverybody = (words: string): boolean =>
  /^(?:all|every) (?:users?|veterans?|traffic|residents?|customers?)\b|^every(?:one|body)\b/i.test(
    words,
  )

/** The share that the name of a stage gives: "Stage B: 25% of users", "Phase 3: everyone". */
export function shareInLabel(label: string): number | null {
  const share = shareIn(label)
  if (share !== null) return share
  const named = label.replace(
    /^(?:stage|phase|wave|step|release|launch|roll-?out)?\s*#?\w{0,3}\s*[:.)–—-]*\s*(?:to )?/i,
    '',
  )
  return isEverybody(named) && !place.test(named) && !insiders.test(named) ? 100 : null
}

/** The share of users in prose, only where the words say that it is one. */
export function shareOfUsersIn(said: string): number | null {
  const text = inDigits(said)
  const match = shareOfPeople.exec(text)
  return match && !isOfFew(text.slice(match.index, match.index + match[0].length + 60), false)
    ? inRange(match[1])
    : null
}

/** The share in the answer to "percentage of users" or "audience"; a bare number counts where asked. */
export function shareInAnswer(said: string, bare: boolean): number | null {
  const answer = inDigits(said.replace(/\[([^[\]]*)\]/g, '$1'))
  const first = anyShare.exec(answer)
  if (first) {
    const around = answer.slice(first.index, first.index + first[0].length + 60)
    // Nobody by share, whoever is let in by name.
    return Number(first[1]) !== 0 && isOfFew(around, true) ? null : inRange(first[1])
  }
  if (isEverybody(answer)) return place.test(answer) && !everywhere.test(answer) ? null : 100
  return bare ? inRange(/^~?(\d{1,3}(?:\.\d{1,3})?)$/.exec(answer)?.[1]) : null
}

/** "100% of testers", "50% of users at one clinic": a share, but not of the users. */
function isOfFew(around: string, insidersToo: boolean): boolean {
  if (place.test(around) && !everywhere.test(around)) return true
  return (
    insidersToo &&
    insiders.test(around) &&
    !/\b(?:users?|veterans?)\b/i.test(around.replace(/test users?/i, ''))
  )
}

function inRange(digits: string | undefined): number | null {
  const share = Number(digits ?? Number.NaN)
  return share >= 0 && share <= 100 ? share : null
}
