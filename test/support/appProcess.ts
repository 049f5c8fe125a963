import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A script of ours in a process of its own. */
export type App = {
  readonly pid: number
  /** The first line it prints, or what it complained of when it ended without one. */
  readonly firstLine: Promise<string>
  /** Sends the signal and resolves with the exit code once it is gone; undefined when the signal ended it. */
  kill(signal: NodeJS.Signals): Promise<number | undefined>
}

/** Starts `node <script> …args`. */
export function startApp(script: string, args: readonly string[]): App {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const gone = once(child, 'close')
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const line = once(createInterface(child.stdout), 'line').then(([text]) => String(text))
  return {
    pid: child.pid ?? 0,
    firstLine: Promise.race([line, gone.then(() => complaint)]),
    async kill(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await gone
      return child.exitCode ?? undefined
    },
  }
}
