import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a server that can be cut. */
export type CuttableProxy = {
  readonly port: number
  /** Breaks every connection and takes no new one. */
  cut(): void
  /** Holds back whatever is sent from now on, over connections there are and new ones, and tells nobody. */
  freeze(): void
  /** Takes new connections again. What was frozen stays so: those packets are lost. */
  mend(): void
  stop(): Promise<void>
}

/** Passes connections on to the unix socket at `path`. */
export async function startCuttableProxy(path: string): Promise<CuttableProxy> {
  const sockets = new Set<Socket>()
  let state: 'whole' | 'cut' | 'frozen' = 'whole'
  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    return socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
  }
  const server = createServer((near) => {
    keep(near)
    if (state === 'cut') near.resetAndDestroy()
    if (state !== 'whole') return
    const far = keep(connect(path))
    near.pipe(far)
    far.pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const destroyAll = (): void => sockets.forEach((socket) => socket.destroy())
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      state = 'cut'
      destroyAll()
    },
    freeze() {
      state = 'frozen'
      for (const socket of sockets) socket.unpipe().pause()
    },
    mend() {
      state = 'whole'
    },
    async stop() {
      server.close()
      destroyAll()
      await once(server, 'close')
    },
  }
}
