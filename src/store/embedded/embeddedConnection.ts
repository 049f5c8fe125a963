import { socketDirOf } from './socketDir.ts'

/** How a client of this machine and user reaches the embedded server; fits `pg`'s options. */
export type EmbeddedConnection = {
  /** The folder with the server's unix socket. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
}

/** The connection of the server for `dataDir` (a real path): the same at every start, running or not. */
export function embeddedConnection(dataDir: string): EmbeddedConnection {
  return { host: socketDirOf(dataDir), port: 5432, user: 'sori', database: 'sori' }
}
