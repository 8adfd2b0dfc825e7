import { expect, test } from 'vitest'
import { waitUntilGone } from '../process-state.ts'
import { runCommand } from './run-command.ts'

test('what a program said and how it ended is answered', async () => {
  expect(await runCommand('sh', ['-c', 'echo out; echo err >&2'])).toEqual({
    ok: true,
    output: 'out\nerr\n',
  })
  expect((await runCommand('sh', ['-c', 'exit 3'])).ok).toBe(false)
})

test('a program that is not there is a failure with its name', async () => {
  const { ok, output } = await runCommand('no-such-program', [])
  expect(ok).toBe(false)
  expect(output).toContain('no-such-program could not be started')
})

test('what a program leaves running is stopped', async () => {
  const { output } = await runCommand('sh', ['-c', 'sleep 600 >/dev/null 2>&1 & echo $!'])
  expect(await waitUntilGone(Number(output), 5000)).toBe(true)
})

test('a program that does not end in its time is stopped and has failed', async () => {
  const { ok, output } = await runCommand('sleep', ['600'], { minutes: 1 / 600 })
  expect(ok).toBe(false)
  expect(output).toContain('had not ended')
})

test('the settings of whoever runs the tests do not reach what is tested', async () => {
  process.env.DATABASE_URL = 'postgresql://somewhere/precious'
  try {
    const { output } = await runCommand('sh', ['-c', 'echo "[$DATABASE_URL] [$EXTRA]"'], {
      env: { EXTRA: 'handed in' },
    })
    expect(output).toBe('[] [handed in]\n')
  } finally {
    delete process.env.DATABASE_URL
  }
})
