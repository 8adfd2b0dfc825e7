import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const script = fileURLToPath(new URL('./rollcall.mjs', import.meta.url))

/** Runs it where no Rollcall is. */
function rollcall(...line: string[]) {
  const env = { ...process.env, ROLLCALL_URL: 'http://127.0.0.1:1', ROLLCALL_TOKEN: 'rc_test' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...line], {
    encoding: 'utf8',
    env,
  })
  return { status, stdout, stderr }
}

const files = readdirSync(new URL('./commands', import.meta.url))
const commands = files.map((file) => file.replace('.mjs', '').replace('-', ' '))

describe('the command line', () => {
  test('says what there is, and ends with 2 when nothing was asked', () => {
    const { status, stdout } = rollcall('--help')
    expect(status).toBe(0)
    for (const command of commands) expect(stdout).toContain(`  ${command}`)
    expect(rollcall().status).toBe(2)
  })

  test.each(commands)('%s says what it takes, with an example', (command) => {
    const { status, stdout } = rollcall(...command.split(' '), '--help')
    expect(status).toBe(0)
    expect(stdout).toContain(`usage: rollcall ${command}`)
    expect(stdout).toMatch(/Examples:\n.*rollcall/)
  })

  test.each([
    ['fly', 'There is no command'],
    ['audit', 'audit verify, audit tail'],
    ['flip new_intake_form', 'Name a toggle and an environment.'],
    ['flip new_intake_form staging', 'Say what to change'],
    ['flip new_intake_form staging --on', 'Say why'],
    ['flip new_intake_form staging --on --off --reason x', 'exclude each other'],
    ['flip new_intake_form staging --percentage ten --reason x', 'takes a number'],
    ['flip new_intake_form staging --colour red', "Unknown option '--colour'"],
    ['rollback new_intake_form staging', 'Say why'],
    ['sign some-plan backend perhaps', 'go, no-go'],
    ['import /no/such/file', 'cannot be read'],
    ['audit tail --lines 0', '1 to 200'],
    ['status --token-file /no/such/file', 'cannot be read'],
    ['status --url nowhere', 'no address'],
    ['completion tcsh', 'bash, zsh, fish'],
  ])('"%s" is used wrongly and says how', (line, sentence) => {
    const { status, stdout, stderr } = rollcall(...line.split(' '))
    expect(stderr).toContain(sentence)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })

  test('where nothing answers it ends with 5, without a word of the token', () => {
    const { status, stdout, stderr } = rollcall('status', 'new_intake_form')
    expect(status).toBe(5)
    expect(stderr).toContain('cannot be reached')
    expect(stdout + stderr).not.toContain('rc_test')
  }, 30_000)
})

describe('completion', () => {
  const { stdout: script } = rollcall('completion', 'bash')

  test.each([
    ['ro', ['rollback']],
    ['audit t', ['tail']],
    ['audit tail --ou', ['--outcome']],
    ['flip x y --per', ['--percentage', '--percentage-of-time']],
    ['sign plan backend no-', ['no-go']],
  ])('in bash, "rollcall %s" becomes %j', (typed, found) => {
    const words = ['rollcall', ...typed.split(' ')].map((word) => `'${word}'`)
    const ask = `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _rollcall; printf '%s\\n' "\${COMPREPLY[@]}"`
    const answered = spawnSync('bash', ['-c', `${script}\n${ask}`], { encoding: 'utf8' })
    expect(answered.stdout.trim().split('\n')).toEqual(expect.arrayContaining(found))
    expect(answered.stderr).toBe('')
  })

  test.each(['zsh', 'fish'])('%s is told every command and option', (shell) => {
    const { status, stdout } = rollcall('completion', shell)
    expect(status).toBe(0)
    for (const word of ['import', 'rollback', 'percentage-of-time', 'no-go', 'outcome']) {
      expect(stdout).toContain(word)
    }
  })
})
