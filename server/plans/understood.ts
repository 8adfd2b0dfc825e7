import { type CheckInDays, readCheckInDays } from '../../domain/plan/read-check-in-days.ts'
import { type PlanCriteria, readCriteria } from '../../domain/plan/read-criteria.ts'
import { readPlan } from '../../domain/plan/read-plan.ts'
import type { Reading } from '../../domain/plan/reading.ts'
import { type SectionName, sectionHashes } from '../../domain/plan/sections.ts'

type Hashes = Readonly<Record<SectionName, string>>

interface Text {
  readonly sha256: string
  readonly text: string
}

interface Kept<T> {
  readonly value: T
  readonly bytes: number
}

/** Keeps what was used last, up to a budget of bytes of the texts it came from. */
class Recent<T> {
  private readonly kept = new Map<string, Kept<T>>()
  private readonly budget: number
  private used = 0

  constructor(budget: number) {
    this.budget = budget
  }

  get(key: string, bytes: number, make: () => T): T {
    const found = this.kept.get(key)
    if (found) {
      this.kept.delete(key)
      this.kept.set(key, found)
      return found.value
    }
    const value = make()
    this.kept.set(key, { value, bytes })
    this.used += bytes
    for (const [oldest, entry] of this.kept) {
      if (this.used <= this.budget || oldest === key) break
      this.kept.delete(oldest)
      this.used -= entry.bytes
    }
    return value
  }

  peek(key: string): T | undefined {
    return this.kept.get(key)?.value
  }
}

// Reading is a pure function of the bytes, so an answer holds for as long as the process lives.
const readings = new Recent<Reading>(8 * 1024 * 1024)
const criteria = new Recent<PlanCriteria>(4 * 1024 * 1024)
const checkInDays = new Recent<CheckInDays>(8 * 1024 * 1024)
const hashes = new Recent<Hashes>(4096)

/** What is understood of a text; `sha256` names it, so that the same text is read once. */
export function readingOf(sha256: string, text: string): Reading {
  return readings.get(sha256, text.length, () => readPlan(text))
}

/** What a text wants to see of its stages and after launch, read once for the same text. */
export function criteriaOf({ sha256, text }: Text): PlanCriteria {
  return criteria.get(sha256, text.length, () => readCriteria(text))
}

/** The days that a text gives its check-ins, read once for the same text. */
export function checkInDaysOf({ sha256, text }: Text): CheckInDays {
  return checkInDays.get(sha256, text.length, () => readCheckInDays(text))
}

/** The hashes of a text's sections, made once for the same text. */
export function hashesOf(sha256: string, text: () => string): Hashes {
  return hashes.get(sha256, 1, () => sectionHashes(text()))
}

/** The hashes of a text's sections when they were made before in this process. */
export function knownHashes(sha256: string): Hashes | undefined {
  return hashes.peek(sha256)
}
