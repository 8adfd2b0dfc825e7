import type { FastifyRequest } from 'fastify'
import { readText } from '../read-text.ts'
import { readQuery } from './address.ts'

/** What a call was given: its body's fields over its query's. */
export interface Params {
  readonly text: (name: string) => string | null
  /** The JSON body by itself, null when it was not JSON. */
  readonly json: Readonly<Record<string, unknown>> | null
}

/**
 * Reads a call's parameters as Flipper's API does: JSON only under exactly `application/json` (with
 * a charset behind it the real one sees no parameters, and so do its clients' tests), forms under
 * theirs, anything else is the query alone. Null: the body claims to be JSON and is not.
 */
export function readParams(request: FastifyRequest): Params | null {
  const query = readQuery(request.originalUrl)
  const type = request.headers['content-type']
  const body = readText(request.body) ?? ''
  if (type === 'application/json' && body !== '') {
    const json = parseObject(body)
    if (json === null) return null
    return { text: (name) => textOf(json, name) ?? query.get(name), json }
  }
  const form = new URLSearchParams(
    type?.startsWith('application/x-www-form-urlencoded') ? body : '',
  )
  return { text: (name) => form.get(name) ?? query.get(name), json: null }
}

/** A JSON object from text; null for anything else. */
function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(json: Record<string, unknown>, name: string): string | null {
  const value = Object.hasOwn(json, name) ? json[name] : null
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : null
}

/** A percentage as Flipper reads one, 0 to 100 with at most three decimals; null for all else. */
export function readPercentage(text: string | null): number | null {
  if (text === null || !/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text)) return null
  const percentage = Number(text)
  const isFine = percentage >= 0 && percentage <= 100
  return isFine && Number(percentage.toFixed(3)) === percentage ? Math.abs(percentage) : null
}
