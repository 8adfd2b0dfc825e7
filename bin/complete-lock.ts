// Completes package-lock.json after `npm install` on a registry that lacks some systems' builds.
import { readFileSync, writeFileSync } from 'node:fs'
import { lockfile, missingPackages } from './lock/missing-packages.ts'

const file = 'package-lock.json'
// Written back as it was read: a schema would put the members into another order.
const lock: { packages: Record<string, unknown> } = JSON.parse(readFileSync(file, 'utf8'))
const missing = missingPackages(lockfile.parse(lock).packages)
const packages = Object.fromEntries(
  Object.entries({ ...lock.packages, ...missing }).sort(([one], [other]) => (one < other ? -1 : 1)),
)
writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
console.log(`Added ${Object.keys(missing).length} packages to ${file}.`)
