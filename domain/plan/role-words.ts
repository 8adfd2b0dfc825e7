import { wordsOf } from './inline-text.ts'

const roleWords = new Set(
  (
    'accessibility account admin administrator analyst analytics api approver architect architecture ' +
    'assistant backend backends be business cto caia center chief cio collaboration communications comms compliance ' +
    'contact content contractor coordinator cor data dba delivery deputy design designer designers dev ' +
    'developer developers devops director directors dm domain downstream enablement engagement engineer engineering ' +
    'engineers escalation expert fe frontend fullstack full stack government govt gov ia ' +
    'implementation incident infrastructure integration is it lead leader leads leadership legal liaison ' +
    'manager managers marketing master mobile monitor monitoring network octo officer oncall operations ' +
    'ops outreach owner owners partner partners pm platform pmo po poc policy portfolio practitioner ' +
    'principal privacy product program programme project qa quality release reliability representative ' +
    'research researcher researchers reviewer rollback scrum sdet security senior service sme software ' +
    'specialist sponsor sre staff stakeholder stakeholders strategist strategy support system systems ' +
    'team tech technical technician test tester testers testing ui ux vendor writer web lighthouse ' +
    'client customer head associate vice president supervisor'
  ).split(' '),
)

/** How many words of a text speak of a role ("Technical Lead": 2), `front-end` counting. */
export function roleWordCount(text: string): number {
  return roleTokens(text).filter((word) => roleWords.has(word)).length
}

/** Whether a text is a role rather than a name: most of its words speak of one. */
export function isRole(text: string): boolean {
  const words = roleTokens(text)
  const filler = words.filter((word) =>
    /^(?:and|of|for|the|va|vba|vha|dsva|at|to|s|primary|backup)$/.test(word),
  )
  const known = words.filter((word) => roleWords.has(word)).length
  return known > 0 && (known + filler.length) * 2 >= words.length
}

function roleTokens(text: string): string[] {
  const joined = text
    .replace(/front[ -]?end/gi, 'frontend')
    .replace(/back[ -]?end/gi, 'backend')
    .replace(/on[ -]call/gi, 'oncall')
  return wordsOf(joined)
}
