import type { Actor } from '../../domain/actor.ts'
import { LIMITED } from '../../domain/permission-table.ts'
import { may } from '../../domain/permissions.ts'
import { db } from '../db.ts'

/** A token as a list shows it: everything but the token. */
export interface TokenSummary {
  readonly id: string
  readonly kind: 'person' | 'service' | 'flags'
  readonly name: string
  /** Whose it is, for a person's own. */
  readonly person: string | null
  readonly environment: string | null
  readonly scopes: readonly string[]
  /** Whether it may sign and widen what is protected, as far as its person may. */
  readonly may_sign_and_widen: boolean
  readonly created_at: string
  readonly created_by: string
  readonly expires_at: string
  readonly last_used_at: string | null
  readonly is_own: boolean
}

/** Who makes which tokens here, and those that stand. */
export interface TokenList {
  readonly tokens: readonly TokenSummary[]
  /** Whether the asker makes and ends those of service accounts and applications. */
  readonly may_manage: boolean
}

const KINDS = ['person', 'service', 'flags'] as const
const MOST = 500

/**
 * The tokens that stand, the newest first: the asker's own, and all of them for whoever manages
 * tokens. Revoked and ended ones are left out; the log has them.
 */
export async function findTokens(actor: Actor): Promise<TokenList> {
  const mayManage = may(actor, 'token.manage')
  const rows = await db().apiToken.findMany({
    where: {
      revoked: false,
      expiresAt: { gt: new Date() },
      ...(mayManage ? {} : { personId: actor.kind === 'person' ? actor.id : NOBODY }),
    },
    orderBy: { createdAt: 'desc' },
    take: MOST,
    include: {
      person: { select: { id: true, name: true } },
      environment: { select: { key: true } },
      createdByPerson: { select: { name: true } },
      tokenUse: { select: { lastUsedAt: true } },
    },
  })
  const tokens = rows.map((row): TokenSummary => {
    const kind = KINDS.find((one) => one === row.kind) ?? 'person'
    return {
      id: row.id,
      kind,
      name: row.name,
      person: row.person?.name ?? null,
      environment: row.environment?.key ?? null,
      scopes: kind === 'service' ? row.scopes : [],
      may_sign_and_widen: kind === 'person' && !row.scopes.includes(LIMITED),
      created_at: row.createdAt.toISOString(),
      created_by: row.createdByPerson?.name ?? 'Rollcall',
      expires_at: row.expiresAt.toISOString(),
      last_used_at: row.tokenUse?.lastUsedAt.toISOString() ?? null,
      is_own: actor.kind === 'person' && row.personId === actor.id,
    }
  })
  return { tokens, may_manage: mayManage }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
