import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemActor } from '../server/access/system-actor.ts'
import { hashToken } from '../server/access/token.ts'
import { db } from '../server/db.ts'
import { issueToken } from '../server/tokens/issue-token.ts'
import { DEMO_PEOPLE } from './demo-people.ts'

const DAY_MS = 86_400_000
const LASTS_MS = 365 * DAY_MS
const RENEWED_BELOW_MS = 30 * DAY_MS

const ADMINISTRATOR = 'administrator'

/**
 * Keeps the demo's tokens in files under `home`: makes those that are missing, unknown to the
 * database or near their end, and leaves the others.
 *
 * @param personIds the id of each demo person by key.
 */
export async function keepDemoTokens(
  home: string,
  personIds: ReadonlyMap<string, string>,
): Promise<void> {
  const path = join(home, 'demo-tokens.json')
  const kept = await readTokens(path)
  const tokens: Record<string, string> = {}
  for (const [key, personId] of personIds) {
    if (key === ADMINISTRATOR) continue
    tokens[key] = await standingOrNew(kept[key], () => personToken(key, personId))
  }
  await writeSecret(path, `${JSON.stringify(tokens, null, 2)}\n`)

  const apiPath = join(home, 'demo-api-token')
  const administrator = personIds.get(ADMINISTRATOR)
  if (administrator === undefined) throw new Error('the demo has no administrator')
  const apiToken = await readText(apiPath)
  await writeSecret(
    apiPath,
    `${await standingOrNew(apiToken, () => personToken(ADMINISTRATOR, administrator))}\n`,
  )

  const flagsPath = join(home, 'demo-flags-token')
  await writeSecret(flagsPath, `${await standingOrNew(await readText(flagsPath), flagsToken)}\n`)
}

function titleOf(key: string): string {
  return DEMO_PEOPLE.find((person) => person.key === key)?.title ?? key
}

function personToken(key: string, personId: string): Promise<string> {
  const name = `Demo: ${titleOf(key)}`
  const expiresAt = new Date(Date.now() + LASTS_MS)
  const token = {
    name,
    kind: 'person',
    personId,
    environment: null,
    scopes: [],
    expiresAt,
  } as const
  return issueToken(systemActor(), token)
}

async function flagsToken(): Promise<string> {
  const environment = await db().environment.findUniqueOrThrow({
    where: { key: 'production' },
    select: { id: true, key: true },
  })
  const expiresAt = new Date(Date.now() + LASTS_MS)
  const name = 'Demo: application'
  const token = { name, kind: 'flags', personId: null, environment, scopes: [], expiresAt } as const
  return issueToken(systemActor(), token)
}

async function standingOrNew(
  kept: string | undefined,
  make: () => Promise<string>,
): Promise<string> {
  if (kept !== undefined) {
    const row = await db().apiToken.findUnique({ where: { tokenHash: hashToken(kept) } })
    const lasts = (row?.expiresAt.getTime() ?? 0) - Date.now()
    if (row && !row.revoked && lasts > RENEWED_BELOW_MS) return kept
  }
  return make()
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch {
    return undefined
  }
}

async function readTokens(path: string): Promise<Record<string, string>> {
  try {
    return JSON.parse((await readText(path)) ?? '{}')
  } catch {
    return {}
  }
}

/** Written beside and renamed, so that a crash leaves the old file or the new one. */
async function writeSecret(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600 })
  await rename(`${path}.new`, path)
}
