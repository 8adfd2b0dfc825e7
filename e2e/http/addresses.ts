import { sourceFiles } from '../../bin/test-run/source-files.ts'

/** A toggle of these tests, what its plan is about, and where `importPlan` then puts it. */
export const KEY = 'seen_from_outside'
export const ABOUT = 'letters seen from outside'
export const SLUG = 'release-plan-letters-seen-from-outside'

type Known = Readonly<Record<string, string>>

/** What stands for a parameter of a path: something that is there in the demo, or could be. */
const STANDS_FOR: Known = {
  slug: SLUG,
  key: KEY,
  seq: '1',
  number: '1',
  n: '1',
  revision: '1',
  environment: 'production',
  discipline: 'backend',
}

const NOBODY = '0f0e2a52-0000-4000-8000-000000000009'

function filled(path: string, parameter: RegExp, known: Known): string {
  return path.replace(parameter, (_, name: string) => known[name] ?? NOBODY)
}

/** A page of the app, by where it stands in the tree without its groups. */
export interface PageThere {
  readonly page: string
  /** Its address, with its parameters filled in. */
  readonly address: string
  /** Whether it stands among the pages for whoever is signed in. */
  readonly isProtected: boolean
}

/** Every page of the app, its parameters filled in, some of them as given. */
export function pagesThere(given: Known = {}): PageThere[] {
  const known = { ...STANDS_FOR, ...given }
  return sourceFiles(/^app\/(.+\/)?page\.tsx$/).map((file) => {
    const page = file.replace(/^app\/|\([^)]+\)\/|\/?page\.tsx$/g, '')
    // A key is a toggle's, save where an environment has one.
    const named = page.startsWith('settings/environments/') ? { ...known, key: 'staging' } : known
    const address = `/${filled(page, /\[(\w+)\]/g, named)}`
    return { page, address, isProtected: file.startsWith('app/(signed-in)/') }
  })
}

/** The address of every page of the app, its parameters filled in, some of them as given. */
export function pageAddresses(given: Known = {}): string[] {
  return pagesThere(given).map(({ address }) => address)
}

/** One operation of the API as the OpenAPI document has it. */
export interface Described {
  readonly method: string
  /** From the root, its parameters filled in. */
  readonly address: string
  readonly takes: string | null
}

/** Every operation that the running product describes. */
export async function describedOperations(web: string): Promise<Described[]> {
  const document = await (await fetch(`${web}/api/v1/openapi.json`)).json()
  return Object.entries(Object(document).paths as Record<string, Record<string, unknown>>).flatMap(
    ([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method.toUpperCase(),
        address: `/api/v1${filled(path, /\{(\w+)\}/g, STANDS_FOR)}`,
        takes: Object.keys(Object(Object(operation).requestBody).content ?? {})[0] ?? null,
      })),
  )
}
