import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { writeLoadedRules } from '../../server/evaluation/loaded-rules.ts'
import { type Admitted, admit, type Doorkeeper } from '../admit.ts'
import type { EnvironmentRules, PreparedRules } from '../prepare-rules.ts'
import { readText } from '../read-text.ts'
import { isUnchanged, respond, tellAge, tellRefusal } from '../respond.ts'

/** Where another evaluation process reads the rules of an environment. */
export const EDGE_RULES = '/edge/v1/rules'

/** Where it tells what was asked of it. */
export const EDGE_USES = '/edge/v1/uses'

/** What an edge tells: who asked it for what. */
const usesSchema = z.strictObject({
  uses: z
    .array(
      z.strictObject({
        toggle: z.string().max(1000).nullable(),
        token: z.string().max(100).nullable(),
        at: z.number(),
        asked: z.int().min(1).max(1e12),
      }),
    )
    .max(1000),
})

interface Written {
  readonly rules: EnvironmentRules | undefined
  readonly tokens: PreparedRules['byHash']
  readonly version: number
  readonly etag: string
  readonly text: string
}

/**
 * Feeds evaluation processes elsewhere that have no way to the database: a flags token reads the
 * rules and the hashes of the tokens of its own environment, and nothing of any other.
 */
export function feed(door: Doorkeeper) {
  const written = new Map<string, Written>()

  const write = (held: PreparedRules, environment: string): Written => {
    const rules = held.environments.get(environment)
    const { version } = held.loaded
    const before = written.get(environment)
    const isSame = before?.rules === rules && before?.tokens === held.byHash
    if (before !== undefined && isSame && before.version === version) return before
    const rulesets = held.loaded.rulesets.filter((one) => one.environment === environment)
    const tokens = held.loaded.tokens.filter((one) => one.environment === environment)
    const text = writeLoadedRules(
      { ...held.loaded, rulesets, tokens },
      () => rules?.texts.values() ?? [],
    )
    const covered = JSON.stringify([held.loaded.epoch, rules?.fingerprint, tokens])
    const etag = `"${hash('sha256', covered, 'base64url').slice(0, 27)}"`
    const now = { rules, tokens: held.byHash, version, etag, text }
    written.set(environment, now)
    return now
  }
  const entered = (request: FastifyRequest, reply: FastifyReply): Admitted | null => {
    const admission = admit(door, request.headers)
    if (!('status' in admission)) return admission
    tellRefusal(reply, admission)
    refuse(reply, admission.status, admission.detail)
    return null
  }

  return {
    rules(request: FastifyRequest, reply: FastifyReply): void {
      const held = door.source.held()
      const admission = entered(request, reply)
      if (admission === null || held === null) return
      const { etag, text } = write(held, admission.rules.environment)
      tellAge(reply, door.source, door.now())
      reply.header('etag', etag)
      if (isUnchanged(request.headers['if-none-match'], etag)) reply.code(304).send()
      else respond(reply, 200, text)
    },
    uses(request: FastifyRequest, reply: FastifyReply): void {
      const admission = entered(request, reply)
      if (admission === null) return
      const read = usesSchema.safeParse(parse(readText(request.body)))
      if (!read.success) {
        refuse(reply, 400, 'The body is not a list of uses.')
        return
      }
      const { environment, toggles } = admission.rules
      const known = read.data.uses.filter(({ toggle }) => toggle === null || toggles.has(toggle))
      const tokens = new Set(door.source.held()?.loaded.tokens.map(({ id }) => id))
      door.uses.add(
        known
          .filter(({ token }) => token === null || tokens.has(token))
          .map((use) => ({ ...use, environment, at: Math.min(use.at, door.now()) })),
      )
      reply.code(204).send()
    },
  }
}

function refuse(reply: FastifyReply, status: number, title: string): void {
  respond(reply, status, JSON.stringify({ title, status }))
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
