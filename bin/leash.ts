import { Socket } from 'node:net'

const PATIENCE_MS = 5000

// Loaded in front of each process that the launcher starts: when the launcher dies, however it
// dies, the pipe that only it holds ends, and with it this process and its group. Only its own
// children hold that pipe at this number, so what those start in turn takes no part.
if (process.env.ROLLCALL_LEASH === String(process.ppid)) {
  const pipe = new Socket({ fd: 3 })
  const killGroup = () => process.kill(0, 'SIGKILL')
  const end = () => {
    // One that takes no notice of a request to end would leave before those that it started.
    if (process.listenerCount('SIGTERM') === 0) killGroup()
    process.once('exit', killGroup)
    process.kill(0, 'SIGTERM')
    setTimeout(killGroup, PATIENCE_MS)
  }
  pipe.once('close', end)
  pipe.on('error', () => undefined)
  pipe.resume()
  // A process that has nothing left to do may end.
  pipe.unref()
}
