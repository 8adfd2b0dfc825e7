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
export function shareIn(text: string): number | null {
  const match = shareOfPeople.exec(text) ?? anyShare.exec(text)
  return match ? inRange(match[1]) : null
}

/** The share of users in prose, only where the words say that it is one. */
export function shareOfUsersIn(text: string): number | null {
  const match = shareOfPeople.exec(text)
  return match && !isOfFew(text.slice(match.index, match.index + match[0].length + 60), false)
    ? inRange(match[1])
    : null
}

/** The share in the answer to "percentage of users" or "audience"; a bare number counts where asked. */
export function shareInAnswer(said: string, bare: boolean): number | null {
  const answer = said.replace(/\[([^[\]]*)\]/g, '$1')
  const first = anyShare.exec(answer)
  if (first) {
    const around = answer.slice(first.index, first.index + first[0].length + 60)
    return isOfFew(around, true) ? null : inRange(first[1])
  }
  if (/^all (?:users|veterans|traffic|residents)\b|^everyone\b|^everybody\b/i.test(answer))
    return 100
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
