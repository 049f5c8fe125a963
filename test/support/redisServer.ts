import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { freePort } from './freePort.ts'
import { leash } from './leash.ts'

/** A Redis of one's own, which keeps nothing on disk. */
export type RedisServer = {
  readonly url: string
  /** Starts it, or starts it again on the same port and empty; resolves when it answers. */
  start(): Promise<void>
  /** Ends it at once, as a crash does; resolves when it is gone. */
  kill(): Promise<void>
  /** Freezes and thaws it: connections stay open and nothing answers. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void
}

/** A server that is still to be started. It dies with this process. */
export async function createRedisServer(): Promise<RedisServer> {
  const port = await freePort()
  let child: ChildProcess | undefined
  return {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      child = await startServer(port)
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    signal: (name) => void child?.kill(name),
  }
}

async function startServer(port: number): Promise<ChildProcess> {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const [command = '', ...args] = [...leash, 'redis-server', ...options]
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface(child.stdout)) if (line.includes('Ready to accept connections')) break
  child.stdout.resume()
  return child
}
