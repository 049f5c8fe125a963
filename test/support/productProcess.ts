import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

import { leash } from './leash.ts'

/** The product as a process of its own. It dies with this process. */
export type ProductProcess = {
  readonly pid: number
  /** Sends the signal and resolves with the exit code once it is gone; undefined when the signal itself ended it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | undefined>
}

/** Starts `node src/index.ts`; that it is ready is still to be waited for. */
export function startProduct(environment: Readonly<Record<string, string>>): ProductProcess {
  const [command, ...args] = [...leash, process.execPath, 'src/index.ts'] as const
  const child = spawn(command, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const gone = once(child, 'close')
  return {
    pid: child.pid ?? 0,
    async end(signal) {
      if (isAlive(child)) child.kill(signal)
      await gone
      return child.exitCode ?? undefined
    },
  }
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null
}
