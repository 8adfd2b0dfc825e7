import { readFile } from 'node:fs/promises'

/** Linux counts a process's time in hundredths of a second. */
const TICKS = 100

/** Seconds of a processor that a process of this machine has used; null where that cannot be read. */
export async function cpuOf(pid: number): Promise<number | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold anything; user and system time are the 12th and 13th behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  } catch {
    return null
  }
}

/** The same of an evaluation process, as its own metrics tell. */
export async function cpuByMetrics(flags: string): Promise<number | null> {
  const metrics = await (await fetch(`${flags}/metrics`)).text()
  const seconds = /^process_cpu_seconds_total (\S+)$/m.exec(metrics)?.[1]
  return seconds === undefined ? null : Number(seconds)
}
