import { misused } from '../outcome.mjs'
import { completionFor, SHELLS } from '../shell-completion.mjs'

export const completionCommand = {
  name: 'completion',
  args: SHELLS.join('|'),
  summary: 'Prints what makes your shell complete this command',
  words: SHELLS,
  offline: true,
  options: {},
  examples: [
    'source <(npx rollcall completion bash)',
    'npx rollcall completion zsh > ~/.zfunc/_rollcall',
    'npx rollcall completion fish > ~/.config/fish/completions/rollcall.fish',
  ],
  run({ args, commands, shared }) {
    if (args.length !== 1 || !SHELLS.includes(args[0])) {
      throw misused(`Name a shell: ${SHELLS.join(', ')}.`)
    }
    process.stdout.write(completionFor(args[0], commands, shared))
  },
}
