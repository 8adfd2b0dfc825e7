import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { openFlipper } from './flipper-stand-in.ts'

/** A Flipper server of these tests, and which it is. */
export interface AnyFlipper {
  readonly which: string
  readonly address: string
  readonly stop: () => Promise<unknown> | unknown
}

const RUBY = 'ruby'
const PROGRAM = fileURLToPath(new URL('./real-flipper.rb', import.meta.url))

/** The gem itself where Ruby has it with its API, else the stand-in that answers as was recorded. */
export async function openAnyFlipper(): Promise<AnyFlipper> {
  const asked = ['-e', "require 'flipper'; require 'flipper/api'; print Flipper::VERSION"]
  const ruby = spawnSync(RUBY, asked, { encoding: 'utf8', timeout: 20_000 })
  if (ruby.status !== 0) {
    const { address, stop } = await openFlipper()
    return { which: 'the stand-in', address, stop }
  }
  const child: ChildProcess = spawn(RUBY, [PROGRAM], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = await once(child.stdout ?? child, 'data')
  return {
    which: `the gem ${ruby.stdout}`,
    address: `http://127.0.0.1:${String(port).trim()}`,
    stop: () => child.kill('SIGKILL'),
  }
}
