import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { root } from '../../bin/test-run/source-files.ts'
import { tokenOf } from '../fixtures/start-product.ts'
import { launch, planText } from './api.ts'

const product = inject('product')
const key = 'flipped_from_a_terminal'
let folder: string
let plan: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-cli-'))
  writeFileSync(join(folder, 'plan.md'), planText(key))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A command line as somebody of the demo types it. */
function rollcall(who: string, line: string, until?: RegExp): Promise<Ended> {
  const args = line.match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', '')) ?? []
  const child = spawn(process.execPath, [join(root, 'cli/rollcall.mjs'), ...args], {
    cwd: folder,
    env: { ...process.env, ROLLCALL_URL: product.web, ROLLCALL_TOKEN: tokenOf(product, who) },
  })
  let out = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    if (until?.test(out)) child.kill()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, out, errors }))
  })
}

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly errors: string
}

describe('from a terminal', () => {
  test('a plan is imported with its toggles', async () => {
    const dry = await rollcall('program_manager', 'import plan.md --dry-run --register-all --json')
    expect(dry.code, dry.errors).toBe(0)
    expect(JSON.parse(dry.out)).toMatchObject({ kept: false, registered: [key] })
    const kept = await rollcall('program_manager', 'import plan.md --register-all')
    expect(kept.code, kept.errors).toBe(0)
    plan = /as (\S+), revision 1/.exec(kept.out)?.[1] ?? ''
    expect(kept.out).toContain(`Registered: ${key}`)
    const again = await rollcall('program_manager', `import plan.md --revise ${plan}`)
    expect(again.out).toContain('is still at revision 1')
  })

  test('a flip that checks hold says which, and who clears them', async () => {
    const flip = `flip ${key} production --percentage 10`
    const dry = await rollcall('tech_lead', `${flip} --dry-run`)
    expect(dry.code).toBe(3)
    expect(dry.out).toContain('off → 10 %')
    const held = await rollcall('tech_lead', `${flip} --reason "First stage"`)
    expect(held.code).toBe(3)
    expect(held.errors).toMatch(/✗ launch_decision: .+ Cleared by .+\./)
    const json = await rollcall('tech_lead', `${flip} --reason "First stage" --json`)
    expect(JSON.parse(json.out)).toMatchObject({ status: 409, type: '/problems/checks-not-passed' })
    expect((await rollcall('viewer', `${flip} --reason "First stage"`)).code).toBe(4)
    expect((await rollcall('program_manager', `status ${plan} --ready`)).code).toBe(3)
  })

  test('after a launch it flips and rolls back, and status tells both', async () => {
    expect((await rollcall('backend', `sign ${plan} backend go`)).code).toBe(1)
    await launch(plan)
    const late = await rollcall('qa', `sign ${plan} qa no-go --note "A test fails"`)
    expect(late.code, late.errors).toBe(0)
    expect(late.out).toContain('qa says no-go')
    await launch(plan)
    const flip = await rollcall('tech_lead', `flip ${key} production --percentage 10 --reason "Go"`)
    expect(flip.code, flip.errors).toBe(0)
    expect(flip.out).toMatch(/production: 10 % of actors, version 2\. Entry \d+\./)
    expect((await rollcall('viewer', `status ${key}`)).out).toMatch(/production +10 % of actors/)
    expect((await rollcall('viewer', 'status')).out).toMatch(new RegExp(`${key} +production +10 %`))
    expect((await rollcall('viewer', `status ${plan} --ready`)).out).toContain('launched')
    const back = await rollcall('tech_lead', `rollback ${key} production --reason "Errors"`)
    expect(back.code, back.errors).toBe(0)
    expect(back.out).toContain('is back at: off')
    const none = await rollcall('tech_lead', `rollback ${key} development --reason "Errors"`)
    expect(none.code).toBe(1)
  })

  test('the log verifies on the server and here, and is followed', async () => {
    const held = await rollcall('government_lead', 'audit verify --thorough')
    expect(held.code, held.errors).toBe(0)
    const here = await rollcall('government_lead', 'audit verify --offline --json')
    expect(JSON.parse(here.out)).toMatchObject({ holds: true })
    const tail = await rollcall('government_lead', `audit tail -n 2 --toggle ${key}`)
    expect(tail.out).toMatch(/widened .+\n.*“Go”\n.*rolled/)
    const following = rollcall('government_lead', `audit tail --follow --toggle ${key}`, /tried it/)
    await rollcall('tech_lead', `flip ${key} staging --on --reason "We tried it"`)
    expect((await following).out).toContain('We tried it')
  })
})
