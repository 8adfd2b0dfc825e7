import { parseExpression } from '../../../domain/toggle/expression.ts'
import { OFF, stateWord, type ToggleState } from '../../../domain/toggle/state.ts'

/** What a Flipper answers: a status, and a body unless it is null. */
export interface FlipperAnswer {
  readonly status: number
  readonly body: unknown
}

/** One request, its path without the query. */
export interface FlipperRequest {
  readonly verb: string
  readonly path: string
  readonly query: URLSearchParams
  readonly type: string
  readonly body: string
}

type Gates = { -readonly [K in keyof ToggleState]: ToggleState[K] } & {
  // As Flipper keeps them: texts.
  ofActors: string | null
  ofTime: string | null
}

const MORE = 'https://flippercloud.io/docs/api#error-code-reference'
const ERRORS = {
  1: [404, 'Feature not found.'],
  2: [404, 'Group not registered.'],
  3: [422, 'Percentage must be a positive number less than or equal to 100.'],
  4: [422, 'Required parameter flipper_id is missing.'],
  5: [422, 'Required parameter name is missing.'],
  6: [422, 'Import invalid.'],
  7: [422, 'The provided expression was not valid.'],
} as const

function error(code: keyof typeof ERRORS): FlipperAnswer {
  const [status, message] = ERRORS[code]
  return { status, body: { code, message, more_info: MORE } }
}

/** The features of a Flipper, with what its HTTP API answers to requests on them. */
export class FlipperFeatures {
  readonly features = new Map<string, Gates>()
  /** False: a Flipper from before there were expressions. */
  expressions = true
  readonly registeredGroups = new Set(['admins'])

  /** Sets a feature from outside of the API, as a console or a person on its pages does. */
  set(key: string, state: Partial<ToggleState>): void {
    const whole = { ...OFF, ...state }
    const text = (share: number | null) => (share === null ? null : String(share))
    this.features.set(key, {
      ...whole,
      ofActors: text(whole.percentageOfActors),
      ofTime: text(whole.percentageOfTime),
    })
  }

  /** A feature's state; null where there is none. */
  state(key: string): ToggleState | null {
    const gates = this.features.get(key)
    if (!gates) return null
    const { ofActors, ofTime, boolean, actors, groups, expression } = gates
    const share = (text: string | null) => (text === null || text === '0' ? null : Number(text))
    return {
      boolean,
      actors: [...actors].sort(),
      groups: [...groups].sort(),
      percentageOfActors: share(ofActors),
      percentageOfTime: share(ofTime),
      expression,
    }
  }

  answer(request: FlipperRequest): FlipperAnswer {
    const [, first, rawKey, gate, ...rest] = request.path.split('/')
    const key = rawKey === undefined ? undefined : decodeURIComponent(rawKey)
    if (rest.length > 0) return notFound()
    if (first === 'actors' && key !== undefined && gate === undefined) {
      return this.#actor(key, request)
    }
    if (first === 'import' && key === undefined) return this.#import(request)
    if (first !== 'features') return notFound()
    if (key === undefined) return this.#all(request)
    return gate === undefined ? this.#one(key, request) : this.#gate(key, gate, request)
  }

  #all({ verb, query, ...request }: FlipperRequest): FlipperAnswer {
    if (verb === 'POST') {
      const name = paramsOf(request).name
      if (typeof name !== 'string' || name === '') return error(5)
      this.#made(name)
      return { status: 200, body: this.#shown(name, new URLSearchParams()) }
    }
    if (verb !== 'GET') throw new Error('RequestMethodNotSupported')
    const asked = query.get('keys')?.split(',') ?? [...this.features.keys()]
    const there = asked.filter((key) => this.features.has(key))
    return { status: 200, body: { features: there.map((key) => this.#shown(key, query)) } }
  }

  #one(key: string, { verb, query }: FlipperRequest): FlipperAnswer {
    if (verb === 'DELETE') {
      this.features.delete(key)
      return { status: 204, body: null }
    }
    if (verb !== 'GET') throw new Error('RequestMethodNotSupported')
    return this.features.has(key) ? { status: 200, body: this.#shown(key, query) } : error(1)
  }

  #gate(key: string, gate: string, request: FlipperRequest): FlipperAnswer {
    const { verb, query } = request
    const known = ['boolean', 'actors', 'groups', 'percentage_of_actors', 'percentage_of_time']
    if (this.expressions) known.push('expression')
    if (gate === 'clear' && verb === 'DELETE') {
      this.set(key, OFF)
      return { status: 204, body: null }
    }
    if (!known.includes(gate)) return notFound()
    if (verb !== 'POST' && verb !== 'DELETE') throw new Error('RequestMethodNotSupported')
    const refused = this.#change(key, gate, request)
    return refused ?? { status: 200, body: this.#shown(key, new URLSearchParams(query)) }
  }

  #change(key: string, gate: string, request: FlipperRequest): FlipperAnswer | null {
    const isOn = request.verb === 'POST'
    const params = paramsOf(request)
    if (gate === 'boolean') {
      this.set(key, { boolean: isOn })
      return null
    }
    if (gate === 'actors' || gate === 'groups') {
      const name = params[gate === 'actors' ? 'flipper_id' : 'name']
      if (typeof name !== 'string' || name === '') return error(gate === 'actors' ? 4 : 5)
      const isLoose = request.query.get('allow_unregistered_groups') === 'true'
      if (gate === 'groups' && !isLoose && !this.registeredGroups.has(name)) return error(2)
      const feature = this.#made(key)
      const others = feature[gate].filter((one) => one !== name)
      feature[gate] = isOn ? [...others, name] : others
      return null
    }
    if (gate === 'expression') {
      const parsed = parseExpression(isOn ? params : { All: [] })
      if (isOn && !parsed.ok) return error(7)
      this.#made(key).expression = isOn && parsed.ok ? parsed.expression : null
      return null
    }
    const share = isOn ? Number(params.percentage ?? Number.NaN) : 0
    if (!(share >= 0 && share <= 100)) return error(3)
    this.#made(key)[gate === 'percentage_of_actors' ? 'ofActors' : 'ofTime'] = String(share)
    return null
  }

  #import(request: FlipperRequest): FlipperAnswer {
    const read = Object(JSON.parse(request.body))
    if (read.version !== 1) return error(6)
    this.features.clear()
    for (const [key, gates] of Object.entries<Record<string, unknown>>(Object(read.features))) {
      this.set(key, {
        boolean: gates.boolean === 'true',
        actors: [Object(gates.actors)].flat(),
        groups: [Object(gates.groups)].flat(),
      })
      const feature = this.#made(key)
      feature.ofActors =
        gates.percentage_of_actors === null ? null : String(gates.percentage_of_actors)
      feature.ofTime = gates.percentage_of_time === null ? null : String(gates.percentage_of_time)
      const parsed = parseExpression(gates.expression)
      feature.expression = parsed.ok ? parsed.expression : null
    }
    return { status: 204, body: null }
  }

  #actor(id: string, { query }: FlipperRequest): FlipperAnswer {
    const asked = query.get('keys')?.split(',') ?? [...this.features.keys()]
    const features = asked.map((key) => {
      const state = this.state(key)
      return [key, { enabled: state?.boolean === true || state?.actors.includes(id) === true }]
    })
    return { status: 200, body: { flipper_id: id, features: Object.fromEntries(features) } }
  }

  #made(key: string): Gates {
    if (!this.features.has(key)) this.set(key, OFF)
    const gates = this.features.get(key)
    if (!gates) throw new Error(`${key} was to be made`)
    return gates
  }

  #shown(key: string, query: URLSearchParams): object {
    const gates = this.#made(key)
    const word = stateWord({ ...gates, ...this.state(key) })
    if (query.get('exclude_gates') === 'true') return { key, state: word }
    const rows: [string, unknown, string][] = [
      ['boolean', gates.boolean ? 'true' : null, 'boolean'],
      ['expression', gates.expression, 'expression'],
      ['actors', gates.actors, 'actor'],
      ['percentage_of_actors', gates.ofActors, 'percentage_of_actors'],
      ['percentage_of_time', gates.ofTime, 'percentage_of_time'],
      ['groups', gates.groups, 'group'],
    ]
    const isBare = query.get('exclude_gate_names') === 'true'
    const shown = rows
      .filter(([gate]) => this.expressions || gate !== 'expression')
      .map(([gate, value, name]) => (isBare ? { key: gate, value } : { key: gate, value, name }))
    return { key, state: word, gates: shown }
  }
}

function notFound(): FlipperAnswer {
  return { status: 404, body: {} }
}

/** JSON is read only where the content type says so exactly; what cannot be read raises. */
function paramsOf({ type, body }: Pick<FlipperRequest, 'type' | 'body'>): Record<string, unknown> {
  return type === 'application/json' && body !== '' ? Object(JSON.parse(body)) : {}
}
