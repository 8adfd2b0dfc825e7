import { keywordsOf } from './keywords.ts'

const ordinal =
  /^(?:stage|phase|wave|week|day|step|ring|round|cohort|tranche|group)(?:\s{0,3}#?\s{0,3}(?:\d{1,2}[a-z]?|[ivx]{1,4}|one|two|three|four|five|six|zero)|(?:\s{1,3}#?\s{0,3}|-)[a-z])(?![\p{L}\p{N}%])/iu

/** A picture or sign that stands before the words does not count. */
export const withoutPicture = (text: string): string =>
  text.replace(/^(?:[^\p{L}\p{N}~([%]+|\d{1,2}(?:\.\d{1,2})+ )(?=[\p{L}\p{N}~])/u, '').trim()

/** Words that name the rollout as a whole, or a part that is not exposure. */
const notExposure = new Set(
  (
    'uat rollout staged phased incremental unmoderated moderated testing test production release ' +
    'releases launch golive live go plan planning strategy schedule details standard postlaunch ' +
    'post metrics results result development validation questions question qa staging review ' +
    'audit the a of and for in also known as to or overview optional accessibility deployment ' +
    'design discovery research build usability kickoff retrospective cleanup clean up internal'
  ).split(' '),
)

const never =
  /^percent(?:age)? of\b|^(?:audience|length of time|duration)\b|\b(?:results?|questions?|metrics|uat|user acceptance|moderated production|plan(?:ning)?|overview|criteria|rollback|retire|release notes|out of scope|errors?|rates?|threshold|abandon\w*|latency|alerts?|calls)\b/i

/**
 * Whether a heading, bold label or list item names a step of exposure ("Stage B: 25% of users",
 * "Canary", "Launch to 50%"), as against the rollout as a whole, testing, or a part of a stage.
 */
export function isStageLabel(text: string): boolean {
  const label = withoutPicture(text)
  if (label.length > 140) return false
  const numbered = ordinal.exec(label)
  const bare = label.replace(/\([^)]{0,120}\)/g, ' ')
  if (!numbered) return never.test(bare) ? false : namesShare(label) || isCanary(label)
  const rest = bare.slice(Math.min(numbered[0].length, bare.length))
  if (/^(?:step|week|day)/i.test(label)) return namesShare(rest)
  if (never.test(rest) && !/\bcanary\b/i.test(rest)) return false
  if (namesShare(rest) || /\bcanary\b/i.test(rest)) return true
  const words = keywordsOf(rest)
  if (words.length === 0) return true
  return words.some((word) => !notExposure.has(word) && !/^(?:\d+|%)$/.test(word))
}

const verbs =
  'launch|release|roll ?-?out|ramp|increase|expand|enable|open|go|move|start|begin|turn on|set|expose|scale|deploy|advance|limited|initial|small|full'
const share = String.raw`(?:(?:\d{1,3}(?:\.\d{1,3})?|small|low) ?%(?![\p{L}\p{N}])|\d{1,3} percent\b)`
const leadingShare = new RegExp(
  String.raw`^[\s:–—-]*(?:(?:${verbs})\s{1,3}){0,3}(?:(?:up )?to |for |at |with |it |- |: )*~?${share}`,
  'iu',
)
const exposure =
  /\b(?:release|launch|roll-?out|users|veterans|traffic|pilot|canary|beta|access|production)\b/i

/** A label whose point is a share: "Launch to 25%", "10% of users", "Initial release (5%)". */
function namesShare(label: string): boolean {
  if (leadingShare.test(label)) return true
  return (
    new RegExp(share, 'iu').test(label) && exposure.test(label) && label.split(/\s+/).length <= 7
  )
}

const named =
  /^(?:canary|pilot|beta|dogfood(?:ing)?|early access|friends (?:and|&) family|internal only|all users|(?:soft|hard|limited|internal|full|general|partial|initial) (?:production )?(?:release|launch|roll-?out|availability))\b(?! ?(?:test(?:ing)? plan|results|date|notes))/i

const isCanary = (label: string) => named.test(label) && label.split(/\s+/).length <= 8
