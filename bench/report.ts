import type { Compared } from './answers.ts'
import { shown } from './figures.ts'
import type { Delay } from './flips.ts'
import type { Large } from './large.ts'
import type { Heard } from './streams.ts'

/** Answers a second and their latencies as a Markdown table, with the ratios that count. */
export function answersTable(all: readonly Compared[]): string {
  const rows = all.map(({ what, other, ours, others }) => {
    const rate = `${shown(ours.perSecond)} / ${shown(others.perSecond)}`
    const slow = `${shown(ours.p99)} / ${shown(others.p99)}`
    return `| ${what} | ${other} | ${rate} | **${shown(ours.perSecond / others.perSecond)} ×** | ${slow} |`
  })
  return [
    '| what | beside | requests/s, ours / theirs | ratio | p99 ms, ours / theirs |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** How soon a flip is answered by evaluation, as a Markdown table. */
export function flipsTable(all: readonly Delay[], flips: number): string {
  const rows = all.map((one) => `| ${one.what} | ${shown(one.median)} | ${shown(one.p99)} |`)
  return [
    `| from a flip's answer to its effect, ${flips} flips | median ms | p99 ms |`,
    '| --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** When the listeners of one process heard of a flip, as a line. */
export function streamLine({ listeners, median, last }: Heard): string {
  return `- ${listeners.toLocaleString('en-US')} event streams on one process: after a flip half had heard within ${shown(median)} ms, the last within ${shown(last)} ms`
}

/** What an evaluation costs in the process, as lines. */
export function coreLines(core: { readonly ready: number; readonly fresh: number }): string[] {
  return [
    `- a percentage of actors: ${shown(core.ready)} ns for a context at hand, ${shown(core.fresh)} ns with making it`,
  ]
}

/** What many toggles cost, as lines. */
export function largeLines({ compile, longestWait, memory }: Large): string[] {
  return [
    `- 2,000 toggles with 10,000 named actors and 200 expressions: compiled in ${shown(compile)} ms; beside answering, no answer waits longer than ${shown(longestWait)} ms`,
    `- the process that holds them: ${shown(memory / 1024 / 1024)} MiB resident after 1,000 bulk answers`,
  ]
}
