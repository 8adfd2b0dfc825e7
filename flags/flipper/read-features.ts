import { hash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { evaluationContext } from '../../domain/toggle/evaluation-context.ts'
import type { RuledToggle } from '../../domain/toggle/ruleset.ts'
import type { Chance } from '../ofrep/read-context.ts'
import type { EnvironmentRules } from '../prepare-rules.ts'
import { isUnchanged, respond } from '../respond.ts'
import { keysAskedFor, readQuery } from './address.ts'
import { flipperError } from './errors.ts'
import { type Detail, featureOf } from './feature.ts'

/** Every answer of an environment that has been asked for, by what was asked. */
const written = new WeakMap<EnvironmentRules, Map<string, string>>()

const MOST_WRITTEN = 100

/** `GET /features`: all toggles or those asked for, unknown ones left out. */
export function readFeatures(
  reply: FastifyReply,
  rules: EnvironmentRules,
  address: string,
  ifNoneMatch: string | undefined,
): FastifyReply {
  const detail = detailOf(address)
  const keys = keysAskedFor(address)
  const asked = JSON.stringify([detail, keys])
  const etag = `"${hash('sha256', `${rules.fingerprint}\n${asked}`, 'base64url').slice(0, 27)}"`
  reply.header('etag', etag)
  if (isUnchanged(ifNoneMatch, etag)) return reply.code(304).send()
  const held = written.get(rules) ?? new Map<string, string>()
  written.set(rules, held)
  let json = held.get(asked)
  if (json === undefined) {
    const features = listed(rules, keys).map(({ key, state }) => featureOf(key, state, detail))
    json = JSON.stringify({ features })
    if (held.size < MOST_WRITTEN) held.set(asked, json)
  }
  return respond(reply, 200, json)
}

/** `GET /features/:key`. */
export function readFeature(
  reply: FastifyReply,
  rules: EnvironmentRules,
  key: string,
  address: string,
): FastifyReply {
  const toggle = rules.toggles.get(key)
  if (toggle === undefined || toggle.archived) return flipperError(reply, 'feature_not_found')
  return respond(reply, 200, JSON.stringify(featureOf(key, toggle.state, detailOf(address))))
}

/** `GET /actors/:id`: for each toggle, whether it is on for that actor, known by the id alone. */
export function readActor(
  reply: FastifyReply,
  rules: EnvironmentRules,
  id: string,
  address: string,
  chance: Chance,
): FastifyReply {
  const context = evaluationContext({
    actorIds: [id],
    now: chance.now(),
    random: chance.random,
  })
  const keys = keysAskedFor(address)
  const asked = keys ?? listed(rules, null).map((toggle) => toggle.key)
  const features = asked.map((key) => {
    const gate = rules.toggles.get(key)?.ask(context) ?? null
    return [key, { enabled: gate !== null }] as const
  })
  const json = JSON.stringify({ flipper_id: id, features: Object.fromEntries(features) })
  return respond(reply, 200, json)
}

function listed(rules: EnvironmentRules, keys: readonly string[] | null): readonly RuledToggle[] {
  const toggles =
    keys === null ? [...rules.toggles.values()] : keys.map((key) => rules.toggles.get(key))
  return toggles.flatMap((toggle) => (toggle === undefined || toggle.archived ? [] : [toggle]))
}

function detailOf(address: string): Detail {
  const query = readQuery(address)
  const asks = (name: string): boolean => query.get(name)?.toLowerCase() === 'true'
  return { gates: !asks('exclude_gates'), gateNames: !asks('exclude_gate_names') }
}
