const people =
  '(?:users?|veterans?|traffic|visitors?|customers?|claimants?|applicants?|submissions?|sessions?|people|patients?|members?|accounts?|logged|authenticated|requests?|population)'
const shareOfPeople = new RegExp(
  String.raw`(\d{1,3}(?:\.\d{1,3})?) ?(?:%|percent\b)(?: of)?(?: (?:all|the|our|live|daily|total|eligible|logged[- ]in|va\.gov|authenticated|unauthenticated|production)){0,3} ${people}`,
  'i',
)
const anyShare = /(\d{1,3}(?:\.\d{1,3})?) ?(?:%|percent\b)/i
const notTheUsers =
  /\b(?:internal|staff|employees?|test (?:users?|accounts?)|team(?:mates?| members?)?|facilit(?:y|ies)|sites?|vamcs?|clinics?|medical centers?|allow-?list(?:ed)?|white-?list(?:ed)?)\b/i

/** The share of users that a text speaks of, 0 to 100, or null when it speaks of none. */
export function shareIn(text: string): number | null {
  const match = shareOfPeople.exec(text) ?? anyShare.exec(text)
  return match ? inRange(match[1]) : null
}

/** The share of users in prose, only where the words say that it is one. */
export function shareOfUsersIn(text: string): number | null {
  const match = shareOfPeople.exec(text)
  if (
    !match ||
    /^\s*(?:at|in|from)\b.{0,40}(?:facility|site|clinic|vamc)/i.test(
      text.slice(match.index + match[0].length),
    )
  ) {
    return null
  }
  return inRange(match[1])
}

/** The share in the answer to "percentage of users" or "audience": a bare number counts there. */
export function shareInAnswer(answer: string, bare: boolean): number | null {
  const first = anyShare.exec(answer.replace(/\[([^[\]]*)\]/g, '$1'))
  if (first) {
    const around = answer.slice(first.index, first.index + first[0].length + 40)
    return notTheUsers.test(around) && !/\busers?\b|\bveterans?\b/i.test(around)
      ? null
      : inRange(first[1])
  }
  if (/^all (?:users|veterans|traffic)\b|^everyone\b/i.test(answer)) return 100
  return bare ? inRange(/^~?(\d{1,3}(?:\.\d{1,3})?)$/.exec(answer)?.[1]) : null
}

function inRange(digits: string | undefined): number | null {
  const share = Number(digits ?? Number.NaN)
  return share >= 0 && share <= 100 ? share : null
}
