// Makes generated/prisma from prisma/schema.prisma, without the network, unless it already is of it,
// and generated/api-methods.json from the routes of the API.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { apiMethods } from './api-methods.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const require = createRequire(import.meta.url)
const stampFile = join(root, 'generated', 'prisma-of')

function wantedStamp() {
  const schema = readFileSync(join(root, 'prisma/schema.prisma'))
  const { version } = require('prisma/package.json')
  return `${createHash('sha256').update(schema).digest('hex')} ${version}`
}

function runPrisma() {
  const child = spawn(
    process.execPath,
    [require.resolve('prisma/build/index.js'), 'generate', '--no-hints'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        // Generating needs no engine, but Prisma downloads one unless it is told of some file.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve(undefined)
        : reject(new Error(`The database client could not be generated: ${said.trim()}`)),
    )
  })
}

mkdirSync(join(root, 'generated'), { recursive: true })
writeFileSync(join(root, 'generated/api-methods.json'), JSON.stringify(apiMethods(root)))

const wanted = wantedStamp()
const known = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined
if (known === wanted && existsSync(join(root, 'generated/prisma/client.ts'))) {
  console.log('The database client is up to date.')
} else {
  rmSync(stampFile, { force: true })
  try {
    await runPrisma()
    writeFileSync(stampFile, wanted)
    console.log('Generated the database client.')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
