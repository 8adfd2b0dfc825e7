import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const palette = read('./palette.css')
const meaning = read('../../app/globals.css')

type Colour = { red: number; green: number; blue: number }
type Scheme = Map<string, string>

function declarations(css: string): Scheme {
  return new Map(
    [...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [`${name}`, `${value}`]),
  )
}

function block(css: string, opening: string): string {
  const start = css.indexOf(opening)
  return start < 0 ? '' : css.slice(start, css.indexOf('}', start))
}

const tokens = declarations(palette)
const light: Scheme = new Map([...tokens, ...declarations(block(meaning, ':root {'))])
const dark: Scheme = new Map([
  ...light,
  ...declarations(block(meaning, '@media screen and (prefers-color-scheme: dark)')),
])

function colour(scheme: Scheme, value: string): Colour {
  const name = /^var\(--([\w-]+)\)$/.exec(value)?.[1]
  if (name) return colour(scheme, scheme.get(name) ?? '')
  const mix = /^color-mix\(in srgb, (.+?) (\d+)%, (.+)\)$/.exec(value)
  if (mix?.[1] && mix[2] && mix[3]) {
    const [one, other] = [colour(scheme, mix[1]), colour(scheme, mix[3])]
    const part = Number(mix[2]) / 100
    const blend = (channel: keyof Colour) => one[channel] * part + other[channel] * (1 - part)
    return { red: blend('red'), green: blend('green'), blue: blend('blue') }
  }
  const hex = /^#(..)(..)(..)$/.exec(value)
  if (!hex) throw new Error(`not a colour: "${value}"`)
  const channel = (part: number) => Number.parseInt(`${hex[part]}`, 16)
  return { red: channel(1), green: channel(2), blue: channel(3) }
}

function linear(channel: number): number {
  const part = channel / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

function luminance({ red, green, blue }: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function contrast(scheme: Scheme, one: string, other: string): number {
  const a = luminance(colour(scheme, `var(--${one})`))
  const b = luminance(colour(scheme, `var(--${other})`))
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const surfaces = ['paper', 'well', 'raised']
const washes = ['accent-wash', 'go-wash', 'no-go-wash', 'wait-wash', 'stale-wash']

/** Words on what lies under them: 4.5 to 1 (WCAG 2.2, 1.4.3). */
const words: [ink: string, under: string[]][] = [
  ['ink', [...surfaces, ...washes]],
  ['ink-soft', surfaces],
  ['accent', [...surfaces, 'accent-wash']],
  ['accent-strong', [...surfaces, 'accent-wash']],
  ['go', [...surfaces, 'go-wash']],
  ['no-go', [...surfaces, 'no-go-wash']],
  ['no-go-strong', surfaces],
  ['wait', [...surfaces, 'wait-wash']],
  ['stale', [...surfaces, 'stale-wash']],
  ['on-accent', ['accent', 'accent-strong']],
  ['on-no-go', ['no-go', 'no-go-strong']],
  ['on-loud', ['loud']],
  ['paper', ['ink']],
]

/** Edges of controls, focus and shapes that mean something: 3 to 1 (1.4.11). */
const shapes: [shape: string, beside: string[]][] = [
  ['edge', surfaces],
  ['focus', surfaces],
  ['hazard', ['gray-cool-90']],
]

/** Rules, tints and the scrim carry no meaning that is not also in words or shapes. */
const decorative = ['rule', 'rule-strong', 'scrim']

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('the %s scheme', (_name, scheme) => {
  it.each(words.flatMap(([ink, under]) => under.map((surface) => [ink, surface] as const)))(
    'lets %s be read on %s',
    (ink, surface) => {
      expect(contrast(scheme, ink, surface)).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(shapes.flatMap(([shape, beside]) => beside.map((surface) => [shape, surface] as const)))(
    'lets %s be seen on %s',
    (shape, surface) => {
      expect(contrast(scheme, shape, surface)).toBeGreaterThanOrEqual(3)
    },
  )
})

describe('the colours', () => {
  const named = [...declarations(block(meaning, ':root {')).keys()]

  it('are each held to a contrast or known to carry no meaning', () => {
    const judged = new Set([...words, ...shapes].flatMap(([one, others]) => [one, ...others]))
    expect(named.filter((name) => !judged.has(name) && !decorative.includes(name))).toEqual([])
  })

  it('have a meaning in the dark scheme for every one in the light', () => {
    const inDark = declarations(block(meaning, '@media screen and (prefers-color-scheme: dark)'))
    expect([...inDark.keys()]).toEqual(named)
  })

  it('leave no token of the palette unused', () => {
    const used = (name: string) => meaning.includes(`var(--${name})`)
    expect([...tokens.keys()].filter((name) => !used(name))).toEqual([])
  })
})
