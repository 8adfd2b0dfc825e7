import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const METHODS = /^export const (GET|POST|PUT|PATCH|DELETE)\b/gm

/**
 * Which methods each path below /api/v1 takes, read from its route files: "/toggles/[key]" → GET.
 *
 * @param {string} root the repository
 * @returns {Record<string, string[]>}
 */
export function apiMethods(root) {
  const folder = join(root, 'app/api/v1')
  const routes = readdirSync(folder, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('/route.ts') && !file.includes('[...'))
    .sort()
  return Object.fromEntries(
    routes.map((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return [
        `/${file.slice(0, -'/route.ts'.length)}`,
        [...text.matchAll(METHODS)].map(([, method]) => method),
      ]
    }),
  )
}
