import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { planText } from './plan-text.ts'
import { readPlan } from './read-plan.ts'
import { reading } from './reading.ts'
import { expectedPlans } from './score/expected-plans.ts'
import { type ReadPlan, scorePlans } from './score/score-plans.ts'

const own = join(import.meta.dirname, 'fixtures')
const shared = join(import.meta.dirname, '../../../shared/release-plans')
const folders = [
  ['invented', own],
  ['varied', join(own, 'variants')],
  ['real', shared],
].filter(([, folder]) => existsSync(join(folder ?? '', 'expected.json')))

function plansIn(folder: string): (ReadPlan & { text: string })[] {
  const expected = expectedPlans(readFileSync(join(folder, 'expected.json'), 'utf8'))
  return Object.entries(expected).map(([name, want]) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return { name, want, text, reading: readPlan(text) }
  })
}

describe.each(folders)('the %s plans', (_, folder) => {
  const plans = plansIn(folder ?? own)

  it.each(scorePlans(plans).fields)('are read right in $field, 97 of 100 at least', (field) => {
    expect(field.right / field.of, JSON.stringify(field.misses, null, 1)).toBeGreaterThanOrEqual(
      0.97,
    )
  })

  it('give readings of the promised form, with lines inside the document', () => {
    for (const plan of plans) {
      const read = reading.parse(plan.reading)
      const lines = plan.text.split(/\r\n|\r|\n/).length
      for (const { line } of [
        ...read.toggles,
        ...read.stages,
        ...read.contacts,
        ...read.findings,
      ]) {
        expect(line).toBeLessThanOrEqual(lines)
      }
    }
  })

  it('have no finding where a careful reader saw no contradiction', () => {
    const clean = plans.filter(
      ({ want }) => want.contradictions.length === 0 && !want.html_comment_hides_content,
    )
    expect(clean.length).toBeGreaterThan(0)
    expect(
      clean.flatMap(({ name, reading: { findings } }) => findings.map((f) => [name, f])),
    ).toEqual([])
  })

  it('hide content in a comment where a careful reader saw it hidden, and nowhere else', () => {
    const told = plans.map(({ name, reading: { findings } }) => [
      name,
      findings.some(({ code }) => code === 'hidden_in_comment'),
    ])
    expect(told).toEqual(plans.map(({ name, want }) => [name, want.html_comment_hides_content]))
  })

  it('have the headings that a Markdown parser finds in them', () => {
    const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }
    // A tag or a hard space makes no heading for the parser, but does for whoever wrote it.
    for (const { text } of plans.filter(({ text }) => !/^<h1|^#+\u00A0/m.test(text))) {
      const plan = planText(text)
      const parsed = fromMarkdown(plan.visible, options)
        .children.filter((node) => node.type === 'heading')
        .map((node) => [node.position?.start.line, node.depth])
      const read = plan.blocks
        .filter((block) => block.kind === 'heading' && block.quote === 0)
        .map((block) => [block.line, block.kind === 'heading' ? block.level : 0])
      expect(read).toEqual(parsed)
    }
  })
})
