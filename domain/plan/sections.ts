import { createHash } from 'node:crypto'
import { canonical, type Json } from '../audit/canonical.ts'
import { type PlanText, planText } from './plan-text.ts'
import { readPlan } from './read-plan.ts'
import type { Reading } from './reading.ts'
import { type SectionName, sectionNameOf } from './section-name.ts'
import { meaning, sectionWords } from './section-words.ts'

export type { SectionName } from './section-name.ts'

/** What a section means, where it stands and its text; lines are 1-based, from and to included. */
export type SectionContent = { content: Json; lines: [number, number] | null; source: string }

/**
 * What the reader understood of each section, in a form that only changes when the plan does.
 * Contacts, recorded results, check-ins, answers to post-launch questions, ticks, typography, the
 * wording of known headings and the order of what stands in a section are not part of it; so a
 * sign-off on it stays (rule 2 of the product). The percentage or date of a stage is part of it.
 */
export function sectionContents(text: string): Record<SectionName, SectionContent> {
  const plan = planText(text)
  const reading = readPlan(text)
  const words = sectionWords(plan)
  const content = (name: SectionName): SectionContent => ({
    content: name === 'contacts' ? null : { ...read(name, reading), words: words[name].sort() },
    ...placeOf(plan, name),
  })
  return {
    toggles: content('toggles'),
    validation: content('validation'),
    staged_rollout: content('staged_rollout'),
    rollback: content('rollback'),
    uat: content('uat'),
    stages: content('stages'),
    contacts: content('contacts'),
    post_launch: content('post_launch'),
  }
}

/** SHA-256, in hex, over the canonical JSON of each section's content. */
export function sectionHashes(text: string): Record<SectionName, string> {
  const contents = sectionContents(text)
  const hash = (name: SectionName) =>
    createHash('sha256').update(canonical(contents[name].content), 'utf8').digest('hex')
  return {
    toggles: hash('toggles'),
    validation: hash('validation'),
    staged_rollout: hash('staged_rollout'),
    rollback: hash('rollback'),
    uat: hash('uat'),
    stages: hash('stages'),
    contacts: hash('contacts'),
    post_launch: hash('post_launch'),
  }
}

function read(name: SectionName, reading: Reading): { [key: string]: Json } {
  if (name === 'toggles')
    return { toggles: reading.toggles.map(({ key }) => key.toWellFormed()).sort() }
  if (name === 'validation') {
    return { prompts: reading.validation.map(({ prompt }) => meaning(prompt)).sort() }
  }
  if (name === 'staged_rollout') {
    return { required: reading.staged_rollout.required, answers: reading.staged_rollout.answers }
  }
  if (name !== 'stages') return {}
  return {
    stages: reading.stages.map((stage) => ({
      label: meaning(stage.label),
      percentage: stage.percentage,
      soak: meaning(stage.soak ?? ''),
      dates: meaning(stage.dates ?? ''),
    })),
  }
}

/** The stretches of the source that belong to a section, joined, and the lines they span. */
function placeOf(plan: PlanText, name: SectionName): Pick<SectionContent, 'lines' | 'source'> {
  const runs: { first: number; last: number; from: number; to: number }[] = []
  let open = false
  for (const block of plan.blocks) {
    const section = plan.sectionOf.get(block)
    const mine = section !== undefined && sectionNameOf(section) === name
    const run = runs.at(-1)
    if (mine && open && run) {
      run.last = block.lastLine
      run.to = block.to
    } else if (mine) {
      runs.push({ first: block.line, last: block.lastLine, from: block.from, to: block.to })
    }
    open = mine
  }
  const [first, last] = [runs[0], runs.at(-1)]
  return {
    lines: first && last ? [first.first, last.last] : null,
    source: runs.map((run) => plan.source.slice(run.from, run.to)).join('\n\n'),
  }
}
