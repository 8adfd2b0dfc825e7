import { momentInWords } from '../audit/moment-words.ts'
import type { LaunchScope } from './launch-scope.ts'

/** What a launch allows, as a phrase: "production up to 25 %, until 2 January 2027, 08:30 UTC". */
export function launchWords(scope: LaunchScope | null): string {
  if (scope === null) return 'everything'
  const far = scope.up_to === 'full' ? 'all the way on' : `up to ${scope.up_to.percentage} %`
  const end = scope.until === null ? '' : `, until ${momentInWords(scope.until)}`
  return `${scope.environment} ${far}${end}`
}
