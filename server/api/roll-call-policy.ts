import { z } from 'zod'
import { Refused } from '../../domain/refusal.ts'
import { policySchema } from '../../domain/roll-call/policy-schema.ts'
import type { FoundPolicy } from '../roll-call/find-policy.ts'
import { findPolicy } from '../roll-call/find-policy.ts'
import { setPolicy } from '../roll-call/set-policy.ts'
import { operation } from './operation.ts'

const tag = 'Roll calls'
const params = z.strictObject({ slug: z.string() })

/** A team's roll-call policy as the API shows it. */
const policyResult = z.object({
  team: z.object({ slug: z.string(), name: z.string() }),
  policy: policySchema,
  hash: z.string(),
  version: z.int(),
  is_default: z.boolean(),
  may_change: z.boolean(),
}) satisfies z.ZodType<FoundPolicy>

export const readRollCallPolicy = operation({
  id: 'readRollCallPolicy',
  method: 'GET',
  path: '/teams/{slug}/roll-call-policy',
  summary:
    "A team's rules for its roll calls: who must speak, on what, and who may speak for them; version 0 is the default",
  tag,
  params,
  result: policyResult,
  run: async (actor, { params: { slug } }) => {
    const found = await findPolicy(actor, slug)
    const headers = { etag: `"${found.version}"`, 'cache-control': 'no-store' }
    return Response.json(found, { headers })
  },
})

export const setRollCallPolicy = operation({
  id: 'setRollCallPolicy',
  method: 'PUT',
  path: '/teams/{slug}/roll-call-policy',
  summary:
    'Sets the rules for rounds that open from now on; If-Match names the version that was read, "0" for the default',
  tag,
  params,
  body: policySchema,
  ifMatch: 'required',
  result: policyResult.extend({ seq: z.int().nullable() }),
  run: async (actor, { params: { slug }, body, ifMatch }) => {
    const version = versionNamed(ifMatch)
    const { seqs } = await setPolicy(actor, { team: slug, policy: body, version })
    return { ...(await findPolicy(actor, slug)), seq: seqs[0] ?? null }
  },
})

function versionNamed(header: string | null): number {
  const version = /^(?:W\/)?("?)(\d{1,9})\1$/.exec(header?.trim() ?? '')?.[2]
  if (version !== undefined) return Number(version)
  const message = 'names the version that was read, as in If-Match: "3"; "0" for the default.'
  throw new Refused({ code: 'invalid', errors: [{ path: 'If-Match', message }] })
}
