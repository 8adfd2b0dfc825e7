import type { Compared } from './answers.ts'
import { shown } from './figures.ts'
import type { Delay } from './flips.ts'
import type { Large } from './large.ts'
import type { Mark } from './mark.ts'
import type { Heard } from './streams.ts'

/** Answers a second, their latencies and what each costs as a Markdown table. */
export function answersTable(all: readonly Compared[]): string {
  const cpu = (microseconds: number | null) => (microseconds === null ? '–' : shown(microseconds))
  const rows = all.map(({ what, other, ours, others }) => {
    const rate = `${shown(ours.perSecond)} / ${shown(others.perSecond)}`
    const slow = `${shown(ours.p99)} / ${shown(others.p99)}`
    const cost = `${cpu(ours.cpu)} / ${cpu(others.cpu)}`
    return `| ${what} | ${other} | ${rate} | **${shown(ours.perSecond / others.perSecond)} ×** | ${slow} | ${cost} |`
  })
  return [
    '| what | beside | requests/s, ours / theirs | ratio | p99 ms, ours / theirs | µs of a processor each, ours / theirs |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** How soon a flip is answered by evaluation, as a Markdown table. */
export function flipsTable(all: readonly Delay[], flips: number): string {
  const rows = all.map((one) => `| ${one.what} | ${shown(one.median)} | ${shown(one.p99)} |`)
  return [
    `| from a flip's commit to its effect (of Unleash: from its answer), ${flips} flips each | median ms | p99 ms |`,
    '| --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** What an evaluation costs in the process: nanoseconds. */
export interface Core {
  readonly ready: number
  readonly fresh: number
}

interface Figures {
  readonly answers: readonly Compared[]
  readonly delays: readonly Delay[]
  readonly heard: Heard
  readonly core: Core
  readonly large: Large
}

/** Every mark with what was measured. */
export function marksOf({ answers, delays, heard, core, large }: Figures): Mark[] {
  const MiB = large.memory / 1024 / 1024
  return [
    ...answers.flatMap(answerMarks),
    ...delays.flatMap(({ what, p99, mark }) =>
      mark === null ? [] : [below(`from commit to answer, p99 (${what})`, p99, mark, 'ms')],
    ),
    below('a percentage of actors in the process', core.fresh / 1000, 1, 'µs'),
    below('2,000 toggles, 10,000 actors, 200 expressions compiled', large.compile, 100, 'ms'),
    below('the longest that an answer waits meanwhile', large.longestWait, 10, 'ms'),
    below('resident memory of the process that holds them', MiB, 150, 'MiB'),
    {
      what: 'event streams on one process that all heard of a flip',
      mark: '5,000',
      measured: `${heard.listeners.toLocaleString('en-US')}, half within ${shown(heard.median)} ms, the last after ${shown(heard.last)} ms`,
      isMet: heard.listeners >= 5000,
    },
  ]
}

function answerMarks({ what, other, mark, slowest, ours, others }: Compared): Mark[] {
  const ratio = ours.perSecond / others.perSecond
  const rate = {
    what: `${what}: answers a second beside ${other}`,
    mark: `at least ${mark} ×`,
    measured: `${shown(ratio)} ×`,
    isMet: ratio >= mark,
  }
  if (slowest === null) return [rate]
  const share = ours.p99 / others.p99
  const slow = {
    what: `${what}: p99 beside ${other}`,
    mark: `at most ${slowest} ×`,
    measured: `${shown(share)} ×`,
    isMet: share <= slowest,
  }
  return [rate, slow]
}

function below(what: string, measured: number, mark: number, unit: string): Mark {
  const at = `${shown(measured)} ${unit}`
  return { what, mark: `under ${mark} ${unit}`, measured: at, isMet: measured < mark }
}
