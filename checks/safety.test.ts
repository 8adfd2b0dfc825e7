import { describe, expect, test } from 'vitest'
import { linesMatching, textOf } from './written.ts'

const everywhere = /^(app|components|domain|server|flags|worker|bin|e2e|bench|prisma)\//
const pages = /^(app|components)\//

describe('the web surface stays one surface', () => {
  test('there are no server actions: pages write through the API', () => {
    expect(linesMatching(/['"]use server['"]/, everywhere)).toEqual([])
  })

  test('there is no cached function', () => {
    expect(linesMatching(/^['"]use cache/, everywhere)).toEqual([])
  })

  test('next.config.js has no rewrites, no image optimizer, no experiments', () => {
    const config = textOf('next.config.js')
    expect(config).toMatch(/images: \{ unoptimized: true \}/)
    expect(config).not.toMatch(/\brewrites\b|\bexperimental\b|\bcacheComponents\b/)
  })

  test('nothing authorises in a proxy or middleware, which can be walked around', () => {
    const inTheWay = linesMatching(/./, /^(app\/|src\/)?(proxy|middleware)\.(ts|js|mjs)$/).filter(
      ({ text }) => /\b(session|token|permission|authori[sz]e|may)\b/i.test(text),
    )
    expect(inTheWay).toEqual([])
  })
})

describe('pages show text as text', () => {
  test('no HTML is put in by hand', () => {
    expect(linesMatching(/dangerouslySetInnerHTML|\.(inner|outer)HTML\b/, pages)).toEqual([])
  })

  test('styles come from classes, so that the content policy can forbid inline ones', () => {
    expect(linesMatching(/\sstyle=[{"']/, pages)).toEqual([])
  })

  test('a page or layout is a server component; only leaves are not', () => {
    const shells = /^app\/(.+\/)?(page|layout|template)\.tsx$/
    expect(linesMatching(/^['"]use client['"]/, shells)).toEqual([])
  })

  test('a token or session is never kept where a script can read it', () => {
    expect(linesMatching(/\b(localStorage|sessionStorage)\b.*(token|session)/i, pages)).toEqual([])
  })
})

describe('the database is reached in one place', () => {
  test('SQL from a string stands where a table of a closed union is named, nowhere else', () => {
    const places = linesMatching(/\$(query|execute)RawUnsafe|Prisma\.raw\(/, everywhere, {
      tests: false,
    }).map(({ place }) => place.replace(/:\d+$/, ''))
    expect(new Set(places)).toEqual(new Set(['server/write-entry.ts']))
  })

  test('Prisma is not known outside server/', () => {
    const others = /^(app|components|domain|flags|worker|e2e)\//
    expect(linesMatching(/@prisma\/|\/generated\/prisma|\bPrismaClient\b/, others)).toEqual([])
  })
})

describe('no check is switched off', () => {
  test('by a comment', () => {
    const off = /@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable|oxlint-disable/
    expect(linesMatching(off, everywhere)).toEqual([])
  })

  test('by a test that is skipped, focused, left to do, or expected to fail', () => {
    const off =
      /\b(it|test|describe|suite)(\.\w+)*\.(skip|skipIf|runIf|only|todo|fixme|fails|fail)\b/
    expect(linesMatching(off, everywhere)).toEqual([])
  })

  test('by work left for later', () => {
    const later = /(\/\/|\*|--|\{\/\*).*\b(TODO|FIXME|XXX|HACK)\b/
    const promised = /coming soon|not (yet )?implemented|lorem ipsum/i
    expect(linesMatching(later, everywhere)).toEqual([])
    expect(linesMatching(promised, /^(app|components|server|flags|worker)\//)).toEqual([])
  })
})

test('the rules know no clock, no chance and no process', () => {
  const impure =
    /\b(Date\.now\(|new Date\(\)|Math\.random\(|randomUUID\(|randomBytes\(|performance\.|process\.|setTimeout\(|setInterval\(|fetch\(|console\.)/
  expect(linesMatching(impure, /^domain\//, { tests: false })).toEqual([])
})
