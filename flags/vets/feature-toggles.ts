import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  type EvaluationContext,
  evaluationContext,
} from '../../domain/toggle/evaluation-context.ts'
import type { RuledToggle } from '../../domain/toggle/ruleset.ts'
import { type Admission, admit, admitTo, type Doorkeeper, noteUse, tokenOf } from '../admit.ts'
import type { Chance } from '../ofrep/read-context.ts'
import type { EnvironmentRules } from '../prepare-rules.ts'
import { respond, tellAge, tellRefusal } from '../respond.ts'

/** Where vets-website reads its toggles. */
export const FEATURE_TOGGLES = '/v0/feature_toggles'

const byBothNames = new WeakMap<EnvironmentRules, ReadonlyMap<string, RuledToggle>>()

/**
 * `GET /v0/feature_toggles`: with `features=a,b` those, named as they were asked for; else every
 * toggle twice, in camelCase and as it is. `cookie_id` is the actor of toggles whose actor is a
 * cookie; no browser proves here who is signed in, so for all others nobody in particular asks.
 */
export function featureToggles(door: Doorkeeper, chance: Chance) {
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const admission = admitBrowser(door, request)
    if ('status' in admission) {
      tellRefusal(reply, admission)
      const status = String(admission.status)
      const error = { title: admission.detail, detail: admission.detail, code: status, status }
      return respond(reply, admission.status, JSON.stringify({ errors: [error] }))
    }
    const { rules } = admission
    const query = new URLSearchParams(request.originalUrl.split('?')[1])
    const isOn = askedBy(query.get('cookie_id') ?? '', chance)
    const asked = (query.get('features') ?? '').split(',').filter((name) => name !== '')
    const named =
      asked.length > 0
        ? asked.map((name) => [name, bothNames(rules).get(name)] as const)
        : [...rules.toggles.values()]
            .filter((toggle) => !toggle.archived)
            .flatMap((toggle) => [
              [camelCase(toggle.key), toggle] as const,
              [toggle.key, toggle] as const,
            ])
    const features = named.map(([name, toggle]) => ({ name, value: isOn(toggle) }))
    if (asked.length === 0) noteUse(door, admission, null)
    for (const name of asked) {
      const toggle = bothNames(rules).get(name)
      if (toggle !== undefined) noteUse(door, admission, toggle.key)
    }
    tellAge(reply, door.source, door.now())
    reply.header('cache-control', 'no-cache')
    return respond(reply, 200, JSON.stringify({ data: { type: 'feature_toggles', features } }))
  }
}

function admitBrowser(door: Doorkeeper, request: FastifyRequest): Admission {
  const { anonymousEnvironment } = door
  if (anonymousEnvironment === null || tokenOf(request.headers) !== null) {
    return admit(door, request.headers)
  }
  return admitTo(door, null, anonymousEnvironment)
}

function askedBy(cookieId: string, { now, random }: Chance) {
  const contextOf = (actorIds: string[]): EvaluationContext =>
    evaluationContext({ actorIds, now: now(), random })
  const nobody = contextOf([])
  const browser = cookieId === '' ? nobody : contextOf([cookieId])
  return (toggle: RuledToggle | undefined): boolean => {
    if (toggle === undefined) return false
    return toggle.ask(toggle.actorType === 'cookie_id' ? browser : nobody) !== null
  }
}

/** Every toggle under its key and its camelCase name; a key goes before another's camelCase. */
function bothNames(rules: EnvironmentRules): ReadonlyMap<string, RuledToggle> {
  let names = byBothNames.get(rules)
  if (names === undefined) {
    const toggles = [...rules.toggles.values()]
    names = new Map([
      ...toggles.map((toggle) => [camelCase(toggle.key), toggle] as const),
      ...toggles.map((toggle) => [toggle.key, toggle] as const),
    ])
    byBothNames.set(rules, names)
  }
  return names
}

/** `vre_eligibility_status_updates` → `vreEligibilityStatusUpdates`, as Rails' `camelize(:lower)`. */
export function camelCase(key: string): string {
  return key.replace(/_([a-z\d]*)/gi, (_, part: string) => {
    return part.charAt(0).toUpperCase() + part.slice(1).toLowerCase()
  })
}
