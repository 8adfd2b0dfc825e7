import { z } from 'zod'
import { Refused } from '../../domain/refusal.ts'
import { type Discipline, isDiscipline } from '../../domain/roll-call/disciplines.ts'
import { signOffInput, withdrawalInput } from '../../domain/roll-call/sign-off-input.ts'
import { revisionNamed } from '../plans/if-match.ts'
import { signOff } from '../roll-call/sign-off.ts'
import { withdraw } from '../roll-call/withdraw.ts'
import { operation } from './operation.ts'
import { signedResult } from './roll-call-results.ts'

const tag = 'Roll calls'
const spokenFor = z.strictObject({ slug: z.string(), discipline: z.string() })

export const giveSignOff = operation({
  id: 'giveSignOff',
  method: 'PUT',
  path: '/release-plans/{slug}/sign-offs/{discipline}',
  summary:
    "A discipline's word in the open round, or a late no-go in one that decided to launch: the caller's own, or recorded for the one whom `given_by` names. If-Match may name the revision that was read",
  tag,
  params: spokenFor,
  body: signOffInput,
  ifMatch: 'optional',
  result: signedResult,
  run: async (actor, { params: { slug, discipline: word }, body, ifMatch }) => {
    const discipline = disciplineNamed(word)
    const readRevision = ifMatch === null ? undefined : revisionNamed(ifMatch)
    const { result, seqs } = await signOff(actor, { slug, discipline, ...body, readRevision })
    return { ...result.row, roll_call: result.rollCall, seq: seqs[0] ?? null }
  },
})

export const withdrawSignOff = operation({
  id: 'withdrawSignOff',
  method: 'POST',
  path: '/release-plans/{slug}/sign-offs/{discipline}/withdrawal',
  summary:
    'Takes back what a discipline last said, with a reason; after a launch nothing widens any further on it, and nothing is undone',
  tag,
  params: spokenFor,
  body: withdrawalInput,
  result: signedResult,
  run: async (actor, { params: { slug, discipline: word }, body }) => {
    const discipline = disciplineNamed(word)
    const { result, seqs } = await withdraw(actor, { slug, discipline, ...body })
    return { ...result.row, roll_call: result.rollCall, seq: seqs[0] ?? null }
  },
})

function disciplineNamed(word: string): Discipline {
  if (isDiscipline(word)) return word
  throw new Refused({ code: 'not_found', what: 'discipline', key: word })
}
