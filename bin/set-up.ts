import { parseArgs } from 'node:util'
import { z } from 'zod'
import { connectDatabase, disconnectDatabase } from '../server/db.ts'
import { slugOf } from '../server/plans/plan-title.ts'
import { setUpInstallation } from '../server/teams/set-up-installation.ts'
import { saying } from './saying.ts'

const USAGE = `npm run set-up -- --team "Benefits Portal" --subject SUB --name "Alma Reyes" --email alma.reyes@example.gov
DATABASE_URL is the address of the application's role, OIDC_ISSUER the identity provider; SUB is the sub
claim by which it knows the administrator.`

const given = z.strictObject({
  team: z.string().trim().min(1).max(80),
  subject: z.string().min(1).max(255),
  name: z.string().trim().min(1).max(200),
  email: z.email(),
})

const environment = z.object({
  DATABASE_URL: z.string().min(1, 'is not set'),
  OIDC_ISSUER: z.url({ protocol: /^https$/, error: 'must be the https address of the provider' }),
})

/** One sentence for each that is wrong, then how it is called. */
function read<T>(schema: z.ZodType<T>, value: unknown, prefix: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map(
    ({ path, message }) => `${prefix}${path.join('.')}: ${message}`,
  )
  throw new Error(`${wrong.join('\n')}\n\n${USAGE}`)
}

await saying(async () => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { team: text, subject: text, name: text, email: text } })
  const { team, ...person } = read(given, values, '--')
  const { DATABASE_URL, OIDC_ISSUER } = read(environment, process.env, '')
  await connectDatabase(DATABASE_URL)
  try {
    await setUpInstallation({
      team: { slug: slugOf(team), name: team },
      administrator: { issuer: OIDC_ISSUER, ...person },
    })
  } finally {
    await disconnectDatabase()
  }
  console.log(`${person.name} administers ${team}, and grants everything else after signing in.`)
})
