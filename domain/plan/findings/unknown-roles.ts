import type { Finding } from '../reading.ts'
import { roleWordCount } from '../role-words.ts'
import type { Evidence } from './evidence.ts'
import { makeFinding, quoted } from './make-finding.ts'

/** Contacts whose role has no word of a role in it, so that nobody knows what they are asked. */
export function unknownRoles({ reading }: Evidence): Finding[] {
  return reading.contacts.flatMap(({ name, role, line }) => {
    if (role === null || roleWordCount(role) > 0) return []
    return [
      makeFinding(
        'unknown_role',
        line,
        [name, role],
        `${quoted(role)}, the role of ${name}, is none that is known here. Say which discipline they speak for.`,
      ),
    ]
  })
}
